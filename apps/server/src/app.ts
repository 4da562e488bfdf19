import type { FastifyInstance } from 'fastify'
import { accountsEars } from './features/accounts/events.ts'
import { accountsJobs } from './features/accounts/jobs.ts'
import { accountsRoutes } from './features/accounts/routes.ts'
import { attendanceEars } from './features/attendance/events.ts'
import { attendanceJobs } from './features/attendance/jobs.ts'
import { attendanceRoutes } from './features/attendance/routes.ts'
import { openCalls } from './features/call/calls.ts'
import { closeCalls } from './features/call/close.ts'
import { callEars } from './features/call/events.ts'
import { callJobs } from './features/call/jobs.ts'
import { hearMedia } from './features/call/media-news.ts'
import { callCommands } from './features/call/socket.ts'
import { chatRoutes } from './features/chat/routes.ts'
import { chatCommands } from './features/chat/socket.ts'
import { goalsRoutes } from './features/goals/routes.ts'
import { mailRoutes } from './features/mail/routes.ts'
import { matchesRoutes } from './features/matches/routes.ts'
import { programsRoutes } from './features/programs/routes.ts'
import { sessionsRoutes } from './features/sessions/routes.ts'
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
  const { http, ears, ticks, parts } = floor
  const live = { io: floor.live, log: parts.log }
  await http.register(
    async (api) => {
      await serveReference(api)
      accountsRoutes(api, parts)
      programsRoutes(api, parts)
      matchesRoutes(api, parts)
      mailRoutes(api, parts)
      chatRoutes(api, parts)
      goalsRoutes(api, parts)
      sessionsRoutes(api, parts)
      attendanceRoutes(api, parts)
    },
    { prefix: '/api' },
  )
  accountsJobs(ticks, parts)
  accountsEars(ears, parts)
  attendanceEars(ears, parts)
  attendanceJobs(ticks, parts)
  const calls = openCalls(parts)
  callCommands(live, calls)
  chatCommands(live, parts)
  callJobs(ticks, calls)
  callEars(ears, calls)
  const deaf = hearMedia(calls)

  serveHealth(http, parts)
  await serveWeb(http, webDir)
  return async () => {
    await closeCalls(calls)
    deaf()
  }
}
