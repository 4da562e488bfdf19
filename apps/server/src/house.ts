import { createDb, type Db } from '@ithaca/db'
import type { MediaPort } from '@ithaca/media'
import type { FastifyInstance } from 'fastify'
import { Pool } from 'pg'
import type { Logger } from 'pino'
import { furnish } from './app.ts'
import { whoIs } from './features/accounts/access.ts'
import type { Parts, Settings } from './parts.ts'
import { createHttp, type HttpOptions } from './platform/http/create.ts'
import { createLater } from './platform/later.ts'
import { createLive } from './platform/live/create.ts'
import { hangUpOver } from './platform/live/hang-up.ts'
import { emit, type LiveServer, personRoom, tellOver } from './platform/live/tell.ts'
import type { Mailer } from './platform/mailer.ts'
import { createEars } from './platform/news.ts'
import { Dispatcher, type Telling } from './platform/outbox.ts'
import { createTicks } from './platform/ticks.ts'

export type HouseOptions = {
  databaseUrl: string
  media: MediaPort
  mail: (db: Db) => Mailer
  log: Logger
  now: () => Date
  settings: Settings
  http?: Pick<HttpOptions, 'server' | 'trustProxy'>
  webDir?: string
}

/** One running server: its doors, its parts, and a way to close it in order, which may be called twice. */
export type House = {
  http: FastifyInstance
  live: LiveServer
  parts: Parts
  dispatcher: Dispatcher
  close(): Promise<void>
}

/** Enough for two busy classrooms; Postgres on a small machine is happier with few. */
const connections = 16

/** Builds the floor, puts every feature on it, and is ready to listen. Closing tells calls first and drains the outbox last. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { log, now, settings, media } = options
  const pool = new Pool({ connectionString: options.databaseUrl, max: connections, pipeline: true })
  pool.on('error', (error) => log.error({ err: error }, 'an idle database connection broke'))
  const ears = createEars()
  const ticks = createTicks(log)
  const toScreens: Telling['toScreens'] = ({ audience, ...news }) => {
    if (audience.length > 0) emit(live, audience.map(personRoom), news)
  }
  const telling = { toScreens, toFeatures: ears.hear }
  const dispatcher: Dispatcher = new Dispatcher({ db: () => db, log, now, telling })
  const db = createDb(pool, (news) => dispatcher.tell(news))
  const shared = { log, whoIs: whoIs(db, now), origins: [settings.publicUrl] }
  const http = await createHttp({
    ...shared,
    secureCookies: settings.secureCookies,
    trustProxy: false,
    ...options.http,
  })
  const live = createLive({ ...shared, server: http.server })
  const voices = { tell: tellOver(live), hangUp: hangUpOver(live), later: createLater(log) }
  const parts: Parts = { db, media, log, now, settings, mail: options.mail(db), ...voices }
  const closing = await furnish({ http, live, ears, ticks, parts }, options.webDir)
  await http.ready()
  const closeInOrder = async () => {
    await closing()
    await ticks.close()
    await live.close()
    await http.close()
    await parts.later.settled()
    await dispatcher.close()
    await pool.end()
  }
  let closed: Promise<void> | undefined
  return { http, live, parts, dispatcher, close: () => (closed ??= closeInOrder()) }
}
