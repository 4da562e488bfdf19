import type { Goal, GoalState, MatchId } from '@ithaca/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Plus, Target } from 'lucide-react'
import { useState } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useAccount } from '../../platform/signIn.tsx'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Sheet.tsx'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'
import { NewGoalDialog } from './GoalDialog.tsx'
import { GoalSheet } from './GoalSheet.tsx'
import { goalsOf, matchOf } from './queries.ts'

/** The goals of a match: what both want to reach, and how far they have come. */
export function GoalsPage({ matchId }: { matchId: MatchId }) {
  const { t } = useLingui()
  const say = useRefusal()
  const { locale } = useLocale()
  const account = useAccount()
  const [isNew, write] = useState(false)
  const all = useQuery(goalsOf(matchId))
  // Without it only the names are missing.
  const { data: match } = useQuery(matchOf(matchId))
  const people = match?.people ?? []
  const others = people.filter(({ id }) => id !== account.id).map(({ name }) => name)
  const names = new Intl.ListFormat(locale).format(others)
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? t`Somebody`
  return (
    <Page
      title={t`Goals`}
      {...(names && { lead: t`With ${names}`, windowTitle: t`Goals with ${names}` })}
      actions={
        <Button tone="primary" icon={Plus} onPress={() => write(true)}>
          <Trans>New goal</Trans>
        </Button>
      }
    >
      {all.isPending && <Loading lines={6} />}
      {all.isError && !all.data && <ErrorState text={say(all.error)} onRetry={() => void all.refetch()} />}
      {all.data?.length === 0 && (
        <Empty icon={Target} title={t`No goal yet`}>
          <p>
            <Trans>Write one down together: small enough to reach, and yours enough to want it.</Trans>
          </p>
        </Empty>
      )}
      {groups.map((group) => (
        <Group key={group.id} group={group} goals={all.data ?? []} nameOf={nameOf} />
      ))}
      {isNew && <NewGoalDialog matchId={matchId} onClose={() => write(false)} />}
    </Page>
  )
}

type GroupOfStates = { id: string; title: MessageDescriptor; states: readonly GoalState[] }

const groups: readonly GroupOfStates[] = [
  { id: 'open', title: msg`Under way`, states: ['active'] },
  { id: 'parked', title: msg`Parked`, states: ['parked'] },
  { id: 'closed', title: msg`Reached and dropped`, states: ['reached', 'dropped'] },
]

type GroupProps = { group: GroupOfStates; goals: readonly Goal[]; nameOf: (id: string) => string }

function Group({ group, goals, nameOf }: GroupProps) {
  const { i18n } = useLingui()
  const mine = goals.filter(({ state }) => group.states.includes(state))
  if (mine.length === 0) return null
  return (
    <Section title={i18n._(group.title)}>
      {mine.map((goal) => (
        <GoalSheet key={goal.id} goal={goal} nameOf={nameOf} />
      ))}
    </Section>
  )
}
