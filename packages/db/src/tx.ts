import { randomUUID } from 'node:crypto'
import type { AnyEvent, EventInput, EventName, UserId } from '@ithaca/contract'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool } from 'pg'
import { audit } from './schema/audit.ts'
import { outbox } from './schema/outbox.ts'

/** Who may hear a piece of news. Only an `access` function makes one, so that no caller can invent listeners. */
export type Audience = readonly UserId[]

/** One piece of news, as it stands in the outbox. */
export type News = { id: string; name: EventName; payload: unknown; audience: Audience }

type Sql = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0]

/** A transaction that can also tell and audit: all of it is kept, or nothing of it. */
export type Tx = Sql & {
  /** Tells `audience` what happened, once the transaction has committed. */
  publish<E extends AnyEvent>(event: E, payload: EventInput<E>, audience: Audience): void
  /** Notes who did what with which thing; `actorId` is null for what nobody signed in asked. */
  audit(actorId: UserId | null, action: string, subjectId?: string): void
}

export type Db = {
  transaction<T>(use: (tx: Tx) => Promise<T>): Promise<T>
}

/** A database whose committed news is handed to `tell`, straight after each commit. */
export function createDb(pool: Pool, tell: (news: News[]) => void): Db {
  const sql = drizzle(pool)
  return {
    async transaction(use) {
      const news: News[] = []
      const result = await sql.transaction(async (bare) => {
        const notes: (typeof audit.$inferInsert)[] = []
        const tx: Tx = Object.assign(bare, {
          publish: (event: AnyEvent, payload: unknown, audience: Audience) => {
            news.push({ id: randomUUID(), name: event.name, payload: event.payload.parse(payload), audience })
          },
          audit: (actorId: UserId | null, action: string, subjectId?: string) => {
            notes.push({ actorId, action, subjectId: subjectId ?? null })
          },
        })
        const value = await use(tx)
        if (notes.length > 0) await tx.insert(audit).values(notes)
        if (news.length > 0) await tx.insert(outbox).values(news)
        return value
      })
      if (news.length > 0) tell(news)
      return result
    },
  }
}
