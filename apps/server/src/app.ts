import type { FastifyInstance } from 'fastify'
import type { Parts } from './parts.ts'
import { serveHealth } from './platform/http/health.ts'
import { serveReference } from './platform/http/reference.ts'
import { serveWeb } from './platform/http/web.ts'
import type { LiveServer } from './platform/live/tell.ts'
import type { Ears } from './platform/news.ts'
import type { Ticks } from './platform/ticks.ts'

/** The floor that features stand on. */
export type Floor = { http: FastifyInstance; live: LiveServer; ears: Ears; ticks: Ticks; parts: Parts }

/** The table of contents: every feature's doors, named once. Returns what must be done before the house closes. */
export async function furnish(floor: Floor, webDir?: string): Promise<() => Promise<void>> {
  const { http, parts } = floor
  await http.register(
    async (api) => {
      await serveReference(api)
    },
    { prefix: '/api' },
  )
  serveHealth(http, parts)
  if (webDir) await serveWeb(http, webDir)
  return async () => {}
}
