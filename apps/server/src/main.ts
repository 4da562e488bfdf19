import { readFileSync } from 'node:fs'
import { createServer as createPlain } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { DatabaseUnreachable, migrate } from '@ithaca/db'
import type { MediaPort } from '@ithaca/media'
import { welcome } from './demo/welcome.ts'
import { type Env, readEnv } from './env.ts'
import { createMailer } from './features/mail/mailer.ts'
import { foundProgram } from './features/programs/found.ts'
import { openHouse } from './house.ts'
import { FrontDoor } from './media/front-door.ts'
import { createLocalMedia, sharesWebPort } from './media/local.ts'
import { createRemoteMedia } from './media/remote.ts'
import type { Settings } from './parts.ts'
import { createLog } from './platform/log.ts'

const env = readEnv(process.env)
const log = createLog(env.LOG_LEVEL)
const say = (line: string) => void process.stdout.write(`${line}\n`)
const now = () => new Date()
const onBug = (error: unknown) => log.error({ err: error }, 'the media engine met a bug')

await migrate(env.DATABASE_URL).catch((error: unknown) => {
  if (!(error instanceof DatabaseUnreachable)) throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exit(1)
})
const { media, mediaPort } = await openMedia()
const secure = env.TLS_CERT !== undefined && env.TLS_KEY !== undefined
const house = await openHouse({
  databaseUrl: env.DATABASE_URL,
  media,
  mail: (db) => createMailer({ db, now, smtpUrl: env.SMTP_URL, from: env.MAIL_FROM }),
  log,
  now,
  settings: settingsOf(env),
  http: {
    trustProxy: env.TRUST_PROXY,
    server: (handler) => (secure ? createSecure(certificate(env), handler as never) : createPlain(handler as never)),
  },
  ...(env.WEB_DIR && { webDir: env.WEB_DIR }),
})
if (env.DEMO) await welcome({ parts: house.parts, password: env.DEMO_PASSWORD, say })
await foundIfAsked()
const door = new FrontDoor({ web: house.http.server, mediaPort })
await door.listen(env.PORT, env.HOST)
say(`Ithaca listens at ${settingsOf(env).publicUrl}`)
process.send?.('listening')

let stopping: Promise<void> | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stopping ??= stop()))
// Whoever started this process and is gone now can no longer stop it.
process.on('disconnect', () => (stopping ??= stop()))

/** Tells the calls, closes the intervals, drains the outbox, and only then lets go of media and the port. */
async function stop(): Promise<void> {
  say('Ithaca is closing.')
  await house.close()
  await media.close()
  await door.close()
  if (process.connected) process.disconnect()
}

async function foundIfAsked(): Promise<void> {
  const { FIRST_COORDINATOR: coordinator, ORGANIZATION: organization, PROGRAM: program } = env
  if (!coordinator || !(await foundProgram(house.parts, { coordinator, organization, program }))) return
  say(`${program} is founded. Its coordinator signs in by a mailed link.`)
}

async function openMedia(): Promise<{ media: MediaPort; mediaPort: () => number | undefined }> {
  if (env.MEDIA_NODE) {
    if (!env.SFU_SECRET) throw new Error('MEDIA_NODE needs SFU_SECRET, the secret that the media node knows too.')
    const media = createRemoteMedia({ url: env.MEDIA_NODE, secret: env.SFU_SECRET, onBug })
    return { media, mediaPort: () => undefined }
  }
  const ports = { webPort: env.PORT, ...(env.MEDIA_PORT !== undefined && { mediaPort: env.MEDIA_PORT }) }
  const engine = await createLocalMedia({
    ...ports,
    workers: env.MEDIA_WORKERS,
    onBug,
    ...(env.MEDIASOUP_WORKER_BIN && { workerBin: env.MEDIASOUP_WORKER_BIN }),
    ...(env.ANNOUNCED_ADDRESS && { announcedAddress: env.ANNOUNCED_ADDRESS }),
  })
  return { media: engine, mediaPort: () => (sharesWebPort(ports) ? engine.tcpPort : undefined) }
}

function settingsOf({ PUBLIC_URL, HOST, PORT, SMTP_URL, TURN_URLS, TURN_SECRET }: Env): Settings {
  const scheme = secure ? 'https' : 'http'
  return {
    publicUrl: PUBLIC_URL ?? `${scheme}://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`,
    secureCookies: secure || (PUBLIC_URL?.startsWith('https:') ?? false),
    localMail: !SMTP_URL,
    turn: TURN_URLS && TURN_SECRET ? { urls: TURN_URLS.split(','), secret: TURN_SECRET } : null,
  }
}

function certificate({ TLS_CERT, TLS_KEY }: Env) {
  return { cert: readFileSync(TLS_CERT ?? ''), key: readFileSync(TLS_KEY ?? '') }
}
