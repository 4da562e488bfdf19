import type { Goal } from '@ithaca/contract'
import { mayEdit, nextStates } from '@ithaca/domain/goals'
import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Badge } from '../../ui/Badge.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Due } from './Due.tsx'
import { EditGoalDialog } from './GoalDialog.tsx'
import { History } from './History.tsx'
import { Notes } from './Notes.tsx'
import { useUpdate } from './queries.ts'
import { states } from './states.ts'
import { Steps } from './Steps.tsx'
import { StepsProgress } from './StepsProgress.tsx'

/** One goal: what and why, how far, the steps, how it goes, how it came about. */
export function GoalSheet({ goal, nameOf }: { goal: Goal; nameOf: (id: string) => string }) {
  const { i18n } = useLingui()
  const say = useRefusal()
  const update = useUpdate(goal)
  const { text, tone, icon } = states[goal.state]
  return (
    <Sheet
      title={<bdi>{goal.title}</bdi>}
      aside={
        <span className="flex items-center gap-2">
          {!mayEdit(goal) && (
            <Badge tone={tone} icon={icon}>
              {i18n._(text)}
            </Badge>
          )}
          <GoalMenu goal={goal} onState={(state) => update.mutate({ state })} />
        </span>
      }
    >
      {update.isError && (
        <Notice tone="poor" isUrgent>
          {say(update.error)}
        </Notice>
      )}
      {(goal.why || goal.dueOn) && (
        <div className="-mt-2 flex flex-col gap-1">
          {goal.why && (
            <p dir="auto" className="max-w-2xl whitespace-pre-wrap text-muted">
              {goal.why}
            </p>
          )}
          <Due on={goal.dueOn} isOpen={goal.state === 'active'} />
        </div>
      )}
      <StepsProgress goal={goal} />
      <Steps goal={goal} />
      <Notes goal={goal} nameOf={nameOf} />
      <History goal={goal} nameOf={nameOf} />
    </Sheet>
  )
}

function GoalMenu({ goal, onState }: { goal: Goal; onState: (state: Goal['state']) => void }) {
  const { t, i18n } = useLingui()
  const [isEdited, edit] = useState(false)
  const { title } = goal
  const label = t`Change “${title}”`
  const reword = { id: 'reword', text: t`Reword it`, icon: Pencil, onAction: () => edit(true) }
  const moves = nextStates(goal.state).map((state) => ({
    id: state,
    text: i18n._(states[state].choice),
    icon: states[state].icon,
    onAction: () => onState(state),
  }))
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton label={label} icon={Ellipsis} />}
        groups={mayEdit(goal) ? [[reword], moves] : [moves]}
      />
      {isEdited && <EditGoalDialog goal={goal} onClose={() => edit(false)} />}
    </>
  )
}
