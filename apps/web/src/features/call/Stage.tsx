import type { Session } from '@ithaca/contract'
import { Trans } from '@lingui/react/macro'
import { MonitorUp } from 'lucide-react'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import type { Person, Stream } from './engine-state.ts'
import { SharedScreen } from './SharedScreen.tsx'
import { Tile } from './Tile.tsx'
import { useCall } from './useCall.ts'

/** Columns by how many people there are, on an upright and on a wide screen. */
const columns = [
  'grid-cols-1',
  'grid-cols-1',
  'grid-cols-1 landscape:grid-cols-2',
  'grid-cols-1 landscape:grid-cols-3',
  'grid-cols-2',
  'grid-cols-2 landscape:grid-cols-3',
  'grid-cols-2 landscape:grid-cols-3',
  'grid-cols-2 landscape:grid-cols-4',
  'grid-cols-2 landscape:grid-cols-4',
] as const
/** On a wide screen no tile is so tall that a face at the edge would be cut away. */
const grid =
  'grid min-h-0 flex-1 auto-rows-fr gap-2 overflow-auto landscape:*:aspect-4/3 landscape:*:max-h-full landscape:*:w-full landscape:*:self-center'
const many = 'grid-cols-3 landscape:grid-cols-5'

/** Everybody at the same size; who shares a screen gives it the stage, and the people stand beside it. */
export function Stage({ session }: { session: Session | undefined }) {
  const { people, screen } = useCall().state
  const sharing = people.findLast(isSharing)
  const others = people.filter(({ isSelf }) => !isSelf)
  if (people.length === 0) return <Joining />
  // Others first: who is looked at stands where the eye begins.
  const tiles = [...others, ...people.filter(({ isSelf }) => isSelf)].map((person) => (
    <Tile key={person.userId} person={person} size={sharing ? 'small' : 'large'} />
  ))
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 px-2 sm:px-4">
      {screen.isOn && <OwnScreen />}
      {sharing ? (
        <div className="flex min-h-0 flex-1 flex-col gap-2 landscape:flex-row">
          <SharedScreen key={sharing.userId} name={sharing.name} stream={sharing.screen} />
          <div className="flex h-28 shrink-0 gap-2 overflow-auto *:w-40 *:shrink-0 landscape:h-auto landscape:w-56 landscape:flex-col landscape:*:h-36 landscape:*:w-full">
            {tiles}
          </div>
        </div>
      ) : (
        <div className={`${grid} ${columns[people.length] ?? many}`}>{tiles}</div>
      )}
      {people.length > 0 && others.length === 0 && <Waiting session={session} />}
    </div>
  )
}

function isSharing(person: Person): person is Person & { screen: Stream } {
  return person.screen !== null && !person.isSelf
}

function OwnScreen() {
  return (
    <p className="flex items-center gap-2 rounded-md bg-accent-tint px-4 py-2 text-sm text-accent">
      <MonitorUp aria-hidden className="size-5 shrink-0" />
      <Trans>You are sharing your screen.</Trans>
    </p>
  )
}

function Joining() {
  return (
    <p role="status" className="flex flex-1 items-center justify-center text-muted">
      <Trans>Joining …</Trans>
    </p>
  )
}

function Waiting({ session }: { session: Session | undefined }) {
  const account = useAccount()
  const { locale } = useReader()
  const others = session?.people.filter(({ id }) => id !== account.id) ?? []
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(others.map(({ name }) => name))
  return (
    <p role="status" className="pb-2 text-center text-muted">
      {names ? <Trans>You are the first. Waiting for {names} …</Trans> : <Trans>You are the first here.</Trans>}
    </p>
  )
}
