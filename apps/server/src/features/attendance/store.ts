import type { Attempt, CorrectionId, SessionId, TroubleId, Verdict } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { attempts, corrections, verdicts } from '@ithaca/db/schema/attendance'
import { and, asc, desc, eq } from 'drizzle-orm'

/** An attempt to join or a trouble on the way, before it is told with an ISO instant. */
export type NewAttempt = Omit<Attempt, 'at'> & { id: TroubleId; sessionId: SessionId; at: Date }

/** A correction as its table keeps it. */
export type FoundCorrection = typeof corrections.$inferSelect

/** Keeps an attempt. False where its id is taken. */
export async function insertAttempt(tx: Tx, { userId, ...attempt }: NewAttempt): Promise<boolean> {
  const kept = await tx
    .insert(attempts)
    .values({ ...attempt, accountId: userId })
    .onConflictDoNothing()
    .returning({ id: attempts.id })
  return kept.length > 0
}

/** Whose attempt, in which session, has this id. */
export async function findAttempt(tx: Tx, id: TroubleId) {
  const [found] = await tx
    .select({ sessionId: attempts.sessionId, userId: attempts.accountId })
    .from(attempts)
    .where(eq(attempts.id, id))
  return found
}

/** The attempts and troubles of a session, the earliest first. */
export async function findAttempts(tx: Tx, sessionId: SessionId): Promise<Attempt[]> {
  const found = await tx
    .select({ userId: attempts.accountId, seatId: attempts.seatId, kind: attempts.kind, at: attempts.at })
    .from(attempts)
    .where(eq(attempts.sessionId, sessionId))
    .orderBy(asc(attempts.at), asc(attempts.id))
  return found.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() }))
}

/** Every version of the verdict of a session, the first first. */
export async function findVerdicts(tx: Tx, sessionId: SessionId): Promise<Verdict[]> {
  const found = await tx.select().from(verdicts).where(eq(verdicts.sessionId, sessionId)).orderBy(asc(verdicts.version))
  return found.map(toVerdict)
}

/** The newest version of the verdict of a session. */
export async function findVerdict(tx: Tx, sessionId: SessionId): Promise<Verdict | undefined> {
  const [found] = await tx
    .select()
    .from(verdicts)
    .where(eq(verdicts.sessionId, sessionId))
    .orderBy(desc(verdicts.version))
    .limit(1)
  return found && toVerdict(found)
}

/** Keeps a further version. */
export async function insertVerdict(tx: Tx, sessionId: SessionId, verdict: Verdict): Promise<void> {
  await tx.insert(verdicts).values({ ...verdict, sessionId, decidedAt: new Date(verdict.decidedAt) })
}

/** Moves the numbers of a version on that decides nothing anew. */
export async function updateVerdict(tx: Tx, sessionId: SessionId, verdict: Verdict): Promise<void> {
  const { version, dyadMs, people, decidedAt } = verdict
  await tx
    .update(verdicts)
    .set({ dyadMs, people, decidedAt: new Date(decidedAt) })
    .where(and(eq(verdicts.sessionId, sessionId), eq(verdicts.version, version)))
}

/** Keeps a correction. False where its id is taken. */
export async function insertCorrection(tx: Tx, correction: FoundCorrection): Promise<boolean> {
  const kept = await tx.insert(corrections).values(correction).onConflictDoNothing().returning({ id: corrections.id })
  return kept.length > 0
}

/** The correction with this id, of whichever session. */
export async function findCorrection(tx: Tx, id: CorrectionId): Promise<FoundCorrection | undefined> {
  const [found] = await tx.select().from(corrections).where(eq(corrections.id, id))
  return found
}

/** The corrections of a session, the newest last. */
export async function findCorrections(tx: Tx, sessionId: SessionId): Promise<FoundCorrection[]> {
  return tx
    .select()
    .from(corrections)
    .where(eq(corrections.sessionId, sessionId))
    .orderBy(asc(corrections.at), asc(corrections.id))
}

function toVerdict(row: typeof verdicts.$inferSelect): Verdict {
  const { version, ruleVersion, outcome, final, dyadMs, heldThresholdMs, people, decidedAt } = row
  return { version, ruleVersion, outcome, final, dyadMs, heldThresholdMs, people, decidedAt: decidedAt.toISOString() }
}
