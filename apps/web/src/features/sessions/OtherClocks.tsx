import type { Session, UserId } from '@ithaca/contract'
import { Trans } from '@lingui/react/macro'
import { Globe } from 'lucide-react'
import type { ReactNode } from 'react'
import { isolated } from '../../platform/isolated.ts'
import { useReader } from '../../platform/signIn.tsx'
import { type OtherClock, otherClocks } from './clocks.ts'
import { useNames } from './useNames.ts'

type Props = {
  time: Pick<Session, 'startsAt' | 'endsAt'>
  people: readonly { id: UserId; name: string; zone: string }[]
}

/** The same time on the clocks of the others, where theirs differ from the reader's. */
export function OtherClocks({ time, people }: Props) {
  const clocks = otherClocks(time, people, useReader())
  if (clocks.length === 0) return null
  return (
    <ul className="flex flex-col gap-0.5 text-sm text-muted">
      {clocks.map((clock) => (
        <Line key={clock.zone}>
          <Told {...clock} />
        </Line>
      ))}
    </ul>
  )
}

/** The same in few words, to stand beside the reader's own time. */
export function OtherClocksBeside({ time, people }: Props) {
  const clocks = otherClocks(time, people, useReader())
  return clocks.map((clock) => (
    <Line key={clock.zone}>
      <ToldBriefly {...clock} />
    </Line>
  ))
}

function Line({ children }: { children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <Globe aria-hidden className="mt-1 size-4 shrink-0" />
      <span>{children}</span>
    </li>
  )
}

function Told({ names, city: place, time, day }: OtherClock) {
  const who = isolated(useNames()(names.map((name) => ({ name }))))
  const city = isolated(place)
  return day ? (
    <Trans>
      For {who} in {city}: {day}, {time}
    </Trans>
  ) : (
    <Trans>
      For {who} in {city}: {time}
    </Trans>
  )
}

function ToldBriefly({ city: place, time, day }: OtherClock) {
  const city = isolated(place)
  return day ? (
    <Trans>
      {day}, {time} in {city}
    </Trans>
  ) : (
    <Trans>
      {time} in {city}
    </Trans>
  )
}
