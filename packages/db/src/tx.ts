import { randomUUID } from 'node:crypto'
import type { AnyEvent, EventInput, UserId } from '@ithaca/contract'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { filled, type Hot } from './hot.ts'
import { type Audience, type AuditNote, keeping, type News } from './keep.ts'

/** What SQL is written with. */
export type Sql = Omit<NodePgDatabase, 'transaction'> & {
  /** Asks a hot statement. Rows come as the driver reads them. */
  ask<Row extends QueryResultRow>(statement: Hot, values: Record<string, unknown>): Promise<Row[]>
}

/** A transaction that can also tell and audit: all of it is kept, or nothing of it. */
export type Tx = Sql & {
  /** Tells `audience` what happened, once the transaction has committed. */
  publish<E extends AnyEvent>(event: E, payload: EventInput<E>, audience: Audience): void
  /** Notes who did what with which thing; `actorId` is null for what nobody signed in asked. */
  audit(actorId: UserId | null, action: string, subjectId?: string): void
}

export type Db = {
  transaction<T>(use: (tx: Tx) => Promise<T>): Promise<T>
  /** For a single statement that stands on its own, so that it costs one round trip and not three. */
  once<T>(use: (sql: Sql) => Promise<T>): Promise<T>
}

/**
 * A database whose committed news is handed to `tell`, straight after each commit. The pool's clients pipeline, so what
 * is asked without waiting travels together: the beginning with the first statement, news and notes with the commit.
 */
export function createDb(pool: Pool, tell: (news: News[]) => void): Db {
  const alone = speaking(pool)
  const lines = new WeakMap<PoolClient, Sql>()
  return {
    once: (use) => use(alone),
    async transaction(use) {
      const client = await pool.connect()
      const sql = lines.get(client) ?? speaking(client)
      // A line that breaks fails what is asked on it; without somebody who listens it would end the process too.
      if (!lines.has(client)) client.on('error', () => {})
      lines.set(client, sql)
      const { value, news } = await run({ client, sql }, use)
      if (news.length > 0) tell(news)
      return value
    },
  }
}

function speaking(client: Pool | PoolClient): Sql {
  const ask: Sql['ask'] = async (statement, values) => (await client.query(filled(statement, values))).rows
  return Object.assign(drizzle(client), { ask })
}

type Line = { client: PoolClient; sql: Sql }

async function run<T>({ client, sql }: Line, use: (tx: Tx) => Promise<T>): Promise<{ value: T; news: News[] }> {
  const news: News[] = []
  const notes: AuditNote[] = []
  try {
    const [, value] = await whole(
      together(client, () => [client.query('begin'), use(transactionOn(sql, { news, notes }))] as const),
    )
    const [, { command }] = await whole(
      together(client, () => [keep(client, { news, notes }), client.query('commit')] as const),
    )
    // Postgres answers so, and without an error, where a statement had failed and its failure was swallowed.
    if (command === 'ROLLBACK') throw new Error('a transaction with a failed statement was not kept')
    return { value, news }
  } catch (error) {
    // Where the line broke there is nothing left to roll back, and the pool lets the client go.
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function keep(client: PoolClient, { news, notes }: { news: News[]; notes: AuditNote[] }): Promise<void> {
  if (news.length + notes.length > 0) await client.query(keeping(news, notes))
}

function transactionOn(sql: Sql, { news, notes }: { news: News[]; notes: AuditNote[] }): Tx {
  const own: Pick<Tx, 'publish' | 'audit'> = {
    publish: (event, payload, audience) => {
      news.push({ id: randomUUID(), name: event.name, payload: event.payload.parse(payload), audience })
    },
    audit: (actorId, action, subjectId) => {
      notes.push({ actorId, action, subjectId: subjectId ?? null })
    },
  }
  return Object.assign(Object.create(sql) as Sql, own)
}

/** Sends what is asked at once in one packet: on a busy server, writing to the line costs more than the statements. */
function together<T>(client: PoolClient, ask: () => T): T {
  const { stream } = client.connection
  stream.cork()
  try {
    return ask()
  } finally {
    stream.uncork()
  }
}

type Settled<P extends readonly unknown[]> = { -readonly [K in keyof P]: Awaited<P[K]> }

/** Waits for everything, also where something fails, so that nothing is on its way when the client is handed back. */
async function whole<const P extends readonly unknown[]>(work: P): Promise<Settled<P>> {
  const results = await Promise.allSettled(work)
  // Each is waited for once: a query of drizzle's is asked again whenever somebody waits for it.
  const values = results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  return values as Settled<P>
}
