import type { UserId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReader } from '../../platform/signIn.tsx'
import { city, dayName, lengthOf, span, useNow } from '../../platform/time.ts'
import { DateTimeField } from '../../ui/DateTimeField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { OtherClocks } from './OtherClocks.tsx'
import { comesTwice } from './suggestion.ts'

export type Time = { startsAt: string; minutes: number }

type Props = {
  time: Time
  onChange: (time: Time) => void
  people: readonly { id: UserId; name: string; zone: string }[]
  error?: string
}

const lengths = [15, 20, 30, 45, 60, 75, 90, 120, 180]

/** When, and for how long; below it how the others' clocks show it. */
export function TimeFields({ time, onChange, people, error }: Props) {
  const { t } = useLingui()
  const reader = useReader()
  const now = useNow(60_000)
  const { startsAt, minutes } = time
  const here = city(reader.zone)
  const known = [...new Set([...lengths, minutes])].sort((one, other) => one - other)
  const options = known.map((length) => ({ id: String(length), text: lengthOf(length * 60_000, reader.locale) }))
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-[1fr_11rem]">
        <DateTimeField
          label={t`Start`}
          description={<Trans>On your clock, in {here}</Trans>}
          value={startsAt}
          zone={reader.zone}
          min={new Date(now).toISOString()}
          isRequired
          onChange={(instant) => onChange({ startsAt: new Date(instant).toISOString(), minutes })}
          {...(error && { error })}
        />
        <Select
          label={t`Length`}
          options={options}
          value={String(minutes)}
          onChange={(length) => onChange({ startsAt, minutes: Number(length) })}
        />
      </div>
      <Shown time={time} people={people} />
    </>
  )
}

function Shown({ time: { startsAt, minutes }, people }: Pick<Props, 'time' | 'people'>) {
  const reader = useReader()
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString()
  const day = dayName(startsAt, reader)
  const hours = span(startsAt, endsAt, reader)
  return (
    <div role="status" className="flex flex-col gap-2 rounded-md bg-sunken px-4 py-3">
      <p className="text-sm">
        <Trans>
          For you: {day}, {hours}
        </Trans>
      </p>
      <OtherClocks time={{ startsAt, endsAt }} people={people} />
      {comesTwice(startsAt, reader.zone) && (
        <Notice tone="fair">
          <Trans>The clocks go back that night, and this time comes twice. The earlier one is meant.</Trans>
        </Notice>
      )}
    </div>
  )
}
