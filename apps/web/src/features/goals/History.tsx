import type { Change, Goal, GoalState } from '@ithaca/contract'
import { useLingui } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import { useReader } from '../../platform/signIn.tsx'
import { dayAndTime } from '../../platform/time.ts'
import { dayText } from './days.ts'
import { states } from './states.ts'

type Props = { goal: Goal; nameOf: (id: string) => string }

/** Who changed what and when, as a quiet line of time. Nothing is ever lost. */
export function History({ goal, nameOf }: Props) {
  const { t } = useLingui()
  const reader = useReader()
  const say = useChangeText()
  return (
    <details className="group text-sm">
      <summary className="touch flex w-fit cursor-pointer items-center gap-1 rounded-sm text-muted hover:text-ink">
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90 rtl:not-group-open:rotate-180" />
        {t`How it came about`}
      </summary>
      <ol className="ms-1.5 flex flex-col gap-3 border-s border-line pt-1 ps-5">
        {goal.history.map((change, at) => (
          <li
            // A history only grows at its end.
            key={at}
            className="relative before:absolute before:-start-[1.55rem] before:top-1.5 before:size-2 before:rounded-full before:bg-edge"
          >
            <p className="[overflow-wrap:anywhere]">{say(change, nameOf(change.byId))}</p>
            <time dateTime={change.at} className="text-xs text-muted">
              {dayAndTime(change.at, reader)}
            </time>
          </li>
        ))}
      </ol>
    </details>
  )
}

type Said = { who: string; from: string; to: string }

/** A change as a sentence. */
function useChangeText(): (change: Change, who: string) => string {
  const { t, i18n } = useLingui()
  const reader = useReader()
  const stateName = (state: string) => i18n._(states[state as GoalState].text)
  const day = (value: string) => (value ? dayText(value, reader) : t`no day`)
  const days = ({ who, from, to }: Said) => ({ who, before: day(from), after: day(to) })
  const sentences = {
    created: ({ who, to }) => t`${who} wrote down “${to}”`,
    title: ({ who, from, to }) => t`${who} changed the title from “${from}” to “${to}”`,
    why: ({ who }) => t`${who} reworded why it matters`,
    dueOn: (said) => {
      const { who, before, after } = days(said)
      return t`${who} changed the day from ${before} to ${after}`
    },
    state: ({ who, from, to }) => {
      const [before, after] = [stateName(from), stateName(to)]
      return t`${who} changed it from “${before}” to “${after}”`
    },
    stepAdded: ({ who, to }) => t`${who} added the step “${to}”`,
    stepDone: ({ who, to }) => t`${who} has done “${to}”`,
    stepReopened: ({ who, to }) => t`${who} took up “${to}” again`,
    stepChanged: (said) => {
      const { who, from, to } = said
      if (!isDay(from) || !isDay(to)) return t`${who} reworded a step from “${from}” to “${to}”`
      const { before, after } = days(said)
      return t`${who} changed the day of a step from ${before} to ${after}`
    },
  } satisfies Record<Change['what'], (said: Said) => string>
  return ({ what, from, to }, who) => sentences[what]({ who, from: from ?? '', to: to ?? '' })
}

/** A step's change is of its words or of its day; a day may be missing on one side, words never are. */
function isDay(text: string): boolean {
  return /^(\d{4}-\d{2}-\d{2})?$/.test(text)
}
