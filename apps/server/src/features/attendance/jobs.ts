import type { SessionId } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import type { Ticks } from '../../platform/ticks.ts'
import { refresh, undecided } from './judging.ts'
import { sweepSilent } from './presence.ts'

const sweepEveryMs = 5_000
const judgeEveryMs = 15_000

/** What attendance does by itself. The first turns after a start clean up behind a crash. */
export function attendanceJobs(ticks: Ticks, parts: Parts): void {
  ticks.every(sweepEveryMs, 'attendance.sweep', () => sweep(parts))
  ticks.every(judgeEveryMs, 'attendance.judge', () => judgeOpen(parts))
}

/** Ends the stretches whose beats have stopped, and judges their sessions anew. */
export async function sweep(parts: Parts): Promise<void> {
  const concerned = await parts.db.transaction((tx) => sweepSilent(tx, parts.now()))
  await judgeEach(parts, concerned)
}

/** Judges what time alone may change: sessions that have begun and are not final. */
export async function judgeOpen(parts: Parts): Promise<void> {
  await judgeEach(parts, await parts.db.transaction((tx) => undecided(tx, parts.now())))
}

/** One transaction a session, so that one that cannot be judged does not keep the others from it. */
async function judgeEach({ db, now }: Parts, sessionIds: readonly SessionId[]): Promise<void> {
  const failures: unknown[] = []
  for (const id of sessionIds) {
    const judged = await Promise.allSettled([db.transaction((tx) => refresh(tx, id, now()))])
    failures.push(...judged.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some sessions could not be judged')
}
