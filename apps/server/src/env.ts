import { z } from 'zod'

const text = z.string().trim().min(1)
const port = z.coerce.number().int().min(0).max(65_535)
const flag = z.stringbool()

const Env = z.object({
  DATABASE_URL: text,
  HOST: text.default('127.0.0.1'),
  PORT: port.default(3000),
  /** Where browsers reach the house; foreign origins are refused. More than one are separated by commas. */
  PUBLIC_URL: text.optional(),
  /** The built web app; without it only API, socket and media are served. */
  WEB_DIR: text.optional(),
  TLS_CERT: text.optional(),
  TLS_KEY: text.optional(),
  /** Whether a proxy in front sets the forwarded headers. */
  TRUST_PROXY: flag.default(false),
  SMTP_URL: text.optional(),
  MAIL_FROM: text.default('Ithaca <ithaca@localhost>'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** The e-mail address of the first coordinator of an empty house, and what they run. They ask for a sign-in link. */
  FIRST_COORDINATOR: z.email().optional(),
  ORGANIZATION: text.default('Our organization'),
  PROGRAM: text.default('Our program'),
  /** The demo program, its people and its open session. */
  DEMO: flag.default(false),
  DEMO_PASSWORD: text.optional(),
  MEDIASOUP_WORKER_BIN: text.optional(),
  MEDIA_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  /** First UDP and TCP port of media; without it media shares the web port. */
  MEDIA_PORT: port.optional(),
  ANNOUNCED_ADDRESS: text.optional(),
  /** A media node in another process, instead of the engine in this one. */
  MEDIA_NODE: text.optional(),
  SFU_SECRET: text.optional(),
  TURN_URLS: text.optional(),
  TURN_SECRET: text.optional(),
})

export type Env = z.infer<typeof Env>

/** Reads the environment once. Throws a sentence that names each wrong variable. */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not complete. ${wrong.join('; ')}.`)
}
