import { and, inArray, lt, sql } from 'drizzle-orm'
import type { News } from './keep.ts'
import type { Sql, Tx } from './tx.ts'
import { outbox } from './schema/outbox.ts'

/** A row that failed this often stays for a person to look at. */
const mostTries = 20

/** Takes news away that was told. */
export async function deleteNews(on: Sql, ids: string[]): Promise<void> {
  await on.delete(outbox).where(inArray(outbox.id, ids))
}

/** Counts a try of news that could not be told. */
export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ tries: sql`${outbox.tries} + 1` })
    .where(sql`${outbox.id} = ${id}`)
}

/**
 * Takes up to `limit` pieces of news written before `before`: what a crash left untold. Rows another server is
 * telling just now are passed over; rows stay locked until the transaction ends.
 */
export async function takeNews(tx: Tx, before: Date, limit: number): Promise<News[]> {
  return tx
    .select({ id: outbox.id, name: outbox.name, payload: outbox.payload, audience: outbox.audience })
    .from(outbox)
    .where(and(lt(outbox.writtenAt, before), lt(outbox.tries, mostTries)))
    .orderBy(outbox.writtenAt)
    .limit(limit)
    .for('update', { skipLocked: true })
}
