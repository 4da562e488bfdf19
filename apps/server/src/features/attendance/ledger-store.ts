import type { SessionId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { ledger } from '@ithaca/db/schema/attendance'
import { and, asc, eq, lte, not } from 'drizzle-orm'

export type LedgerRow = typeof ledger.$inferSelect

/** Adds the row of a session that has none yet. */
export async function insertRow(tx: Tx, row: LedgerRow): Promise<void> {
  await tx.insert(ledger).values(row).onConflictDoNothing()
}

/** The row of a session; nobody else judges the session until the transaction ends. */
export async function lockRow(tx: Tx, sessionId: SessionId): Promise<LedgerRow | undefined> {
  const [row] = await tx.select().from(ledger).where(eq(ledger.sessionId, sessionId)).for('update')
  return row
}

/** Writes a row as it stands now. */
export async function updateRow(tx: Tx, { sessionId, ...row }: LedgerRow): Promise<void> {
  await tx.update(ledger).set(row).where(eq(ledger.sessionId, sessionId))
}

/** The sessions whose time has begun and whose verdict may still change by itself. */
export async function findOpen(tx: Tx, now: Date): Promise<SessionId[]> {
  const found = await tx
    .select({ sessionId: ledger.sessionId })
    .from(ledger)
    .where(and(not(ledger.final), lte(ledger.startsAt, now)))
    .orderBy(asc(ledger.startsAt), asc(ledger.sessionId))
  return found.map(({ sessionId }) => sessionId)
}
