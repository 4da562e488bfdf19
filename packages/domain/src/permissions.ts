import type { Tie } from '@ithaca/contract'

const everyone = ['mentor', 'mentee', 'coordinator'] as const
const pair = ['mentor', 'mentee'] as const
const coordinator = ['coordinator'] as const

/**
 * Who may do what: the ties that allow an action. Mentor and mentee are ties of the match (of the program, for
 * `program.*`), coordinator is a tie of the program. A coordinator joins visibly and sees attendance, but reads
 * neither the conversation nor the goals: that takes a reason and a log of its own.
 */
const table = {
  'program.read': everyone,
  'program.people': coordinator,
  'program.invite': coordinator,
  'match.make': coordinator,
  'match.read': everyone,
  'session.read': everyone,
  'session.plan': everyone,
  'session.move': everyone,
  'session.cancel': everyone,
  'session.answer': pair,
  'session.join': everyone,
  'attendance.read': coordinator,
  'attendance.session': everyone,
  'attendance.correct': coordinator,
  'chat.read': pair,
  'chat.send': pair,
  'goal.read': pair,
  'goal.write': pair,
} as const satisfies Record<string, readonly Tie[]>

export type Action = keyof typeof table

/** Every action there is, for tests that ask each of them. */
export const actions = Object.keys(table) as readonly Action[]

/** Whether any of the ties an actor has to a thing allows the action. No tie allows nothing. */
export function can(ties: readonly Tie[], action: Action): boolean {
  const allowed: readonly Tie[] = table[action]
  return ties.some((tie) => allowed.includes(tie))
}
