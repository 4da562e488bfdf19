import type { Goal, Match } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Target } from 'lucide-react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useAccount } from '../../platform/signIn.tsx'
import { useRefusal } from '../../platform/useRefusal.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { Section } from '../../ui/Sheet.tsx'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'
import { Due } from './Due.tsx'
import { goalsOf } from './queries.ts'
import { StepsProgress } from './StepsProgress.tsx'

const shown = 3

/** The open goals of a match, at a glance: how far each has come, and its next step. */
export function GoalsGlance({ match }: { match: Match }) {
  const { t } = useLingui()
  const say = useRefusal()
  const { locale } = useLocale()
  const account = useAccount()
  const all = useQuery(goalsOf(match.id))
  const open = all.data?.filter(({ state }) => state === 'active') ?? []
  const others = match.people.filter(({ id }) => id !== account.id).map(({ name }) => name)
  const names = new Intl.ListFormat(locale).format(others)
  const href = `/matches/${match.id}/goals`
  return (
    <Section title={t`Goals with ${names}`} aside={<Link href={href}>{t`All goals`}</Link>}>
      {all.isPending && <Loading lines={3} />}
      {all.isError && !all.data && <ErrorState text={say(all.error)} onRetry={() => void all.refetch()} />}
      {all.data && open.length === 0 && (
        <Empty icon={Target} title={t`No open goal`}>
          <p>
            <Trans>A goal gives the next meeting its thread.</Trans>
          </p>
          <LinkButton href={href}>
            <Trans>Write one down together</Trans>
          </LinkButton>
        </Empty>
      )}
      {open.length > 0 && (
        <ul className="sheet divide-y divide-line">
          {open.slice(0, shown).map((goal) => (
            <Glance key={goal.id} goal={goal} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Glance({ goal }: { goal: Goal }) {
  const next = goal.steps.find(({ doneAt }) => doneAt === null)?.text
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 dir="auto" className="text-base">
          {goal.title}
        </h3>
        <Due on={goal.dueOn} isOpen />
      </div>
      <StepsProgress goal={goal} />
      {next && (
        <p className="text-sm text-muted">
          <Trans>
            Next: <bdi className="text-ink">{next}</bdi>
          </Trans>
        </p>
      )}
    </li>
  )
}
