import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'

/** For whoever keeps the house running: `/healthz`, the process lives; `/readyz`, it can serve. */
export function serveHealth(http: FastifyInstance, { db, media, log }: Pick<Parts, 'db' | 'media' | 'log'>): void {
  http.get('/healthz', async () => ({ ok: true }))
  http.get('/readyz', async (_request, reply) => {
    const checks = {
      database: () => db.transaction((tx) => tx.execute(sql`select 1`)),
      media: () => media.capabilities(),
    }
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const ready = await check().then(
          () => true,
          (error: unknown) => {
            log.warn({ err: error, check: name }, 'not ready')
            return false
          },
        )
        return [name, ready] as const
      }),
    )
    const ok = results.every(([, ready]) => ready)
    return reply.code(ok ? 200 : 503).send({ ok, ...Object.fromEntries(results) })
  })
}
