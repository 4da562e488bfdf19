import type { Answer, MatchPerson, Session } from '@ithaca/contract'
import { useLingui } from '@lingui/react/macro'
import { useAccount } from '../../platform/signIn.tsx'
import { useNow } from '../../platform/time.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { ownPlace, phaseOf } from './stand.ts'

/** Who was asked to come, what binds them to the match, and what they answered. */
export function People({ session }: { session: Session }) {
  const { t } = useLingui()
  const own = ownPlace(session, useAccount())
  const ties: Record<MatchPerson['tie'], string> = { mentor: t`Mentor`, mentee: t`Mentee` }
  const answers: Record<Answer, string> = {
    waiting: t`has not answered yet`,
    accepted: t`comes`,
    declined: t`cannot come`,
  }
  const isToCome = ['upcoming', 'open'].includes(phaseOf(session, useNow(60_000)))
  return (
    <ul aria-label={t`People`} className="flex flex-wrap gap-x-8 gap-y-4">
      {session.people.map(({ id, name, tie, answer }) => (
        <li key={id} className="flex items-center gap-3">
          <Avatar name={name} />
          <span className="flex flex-col leading-snug">
            <span className="font-[560]">{id === own?.id ? t`${name} (you)` : name}</span>
            <span className="text-sm text-muted">
              {ties[tie]}
              {isToCome && `, ${answers[answer]}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
