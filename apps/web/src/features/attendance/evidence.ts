import type { Correction, Session, UserId, Verdict } from '@ithaca/contract'
import type { attendance } from '@ithaca/contract/attendance'
import { judge } from '@ithaca/domain/attendance'
import { type Facts, type Timeline, timeline } from '@ithaca/domain/attendance-facts'
import { factsFrom } from '@ithaca/domain/attendance-wire'
import { type Explanation, explain } from '@ithaca/domain/attendance-words'
import type { Reply } from '../../platform/api.ts'

export type Evidence = Reply<typeof attendance.ofSession>

/** Everything a page shows of what a session came to. */
export type Judged = {
  facts: Facts<UserId>
  line: Timeline<UserId>
  /** The newest verdict of the server; before there is one, what the same rule says of the facts so far. */
  verdict: Pick<Verdict, 'outcome' | 'final' | 'dyadMs' | 'heldThresholdMs' | 'people'>
  /** The coordinator's word, which stands beside the measured outcome. */
  correction: Correction | null
  sentences: Explanation<UserId>[]
}

/** Makes of the facts what the rule makes of them, and explains it. */
export function judged(session: Session, evidence: Evidence, now: number): Judged {
  const { rule, intervals, attempts, verdicts, corrections } = evidence
  const correction = corrections.at(-1) ?? null
  // What a coordinator excused is a correction: it stands beside the measured outcome and does not change it.
  const facts = factsFrom({ session, rule, intervals, attempts, excused: false, now })
  const verdict = verdicts.at(-1) ?? judge(facts)
  return { facts, line: timeline(facts), verdict, correction, sentences: explain(verdict, facts) }
}
