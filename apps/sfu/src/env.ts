import { z } from 'zod'

const text = z.string().trim().min(1)
const port = z.coerce.number().int().min(0).max(65_535)

const Env = z.object({
  /** The private port that only servers of the house may reach. */
  SFU_PORT: port.default(4000),
  SFU_HOST: text.default('127.0.0.1'),
  SFU_SECRET: z.string().min(16),
  MEDIASOUP_WORKER_BIN: text.optional(),
  MEDIA_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  /** First UDP and TCP port of media. */
  MEDIA_PORT: port.default(4001),
  ANNOUNCED_ADDRESS: text.optional(),
  /** Milliseconds a peer may take to connect its media. */
  MEDIA_CONNECT_LIMIT: z.coerce.number().int().min(1).default(10_000),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
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
