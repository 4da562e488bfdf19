import type { FastifyRequest } from 'fastify'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const names = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a request was made on this machine itself. The peer must be loopback, no proxy may stand between, and the
 * name asked for must be the machine's own: a foreign page that points its name at 127.0.0.1 is not believed.
 */
export function isLocal({ raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>): boolean {
  const forwarded = 'forwarded' in headers || Object.keys(headers).some((name) => name.startsWith('x-forwarded-'))
  const name = (headers.host ?? '').replace(/:\d+$/, '')
  return !forwarded && loopback.has(raw.socket.remoteAddress ?? '') && names.has(name)
}
