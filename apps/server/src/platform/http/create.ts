import type { Server } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import { refusals } from '@ithaca/contract'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { Actor, WhoIs } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import { type SignInCookie, signInCookie, tokenOf } from './cookie.ts'
import { contentSecurity } from './security.ts'
import { refuseForeign } from './origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
    cookieOf(reply: FastifyReply): SignInCookie
  }
  interface FastifyContextConfig {
    access?: 'public' | 'signedIn'
  }
}

/** Bodies are words and ids; the largest is a chat message in a script of three bytes a letter. */
const bodyLimit = 64 * 1024

export type HttpOptions = {
  log: Logger
  whoIs: WhoIs
  secureCookies: boolean
  trustProxy: boolean
  /** Origins that may write; the request's own host is always one. */
  origins: readonly string[]
  server?: (handler: (request: never, response: never) => void) => Server
}

/** The HTTP floor: sign-in, headers, limits and refusals, before any feature puts a route on it. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    // One proxy is believed, about the address it saw itself: what stands before that in its header anybody can write.
    trustProxy: options.trustProxy ? (_peer: string, hop: number) => hop === 0 : false,
    forceCloseConnections: true,
    // What the router itself refuses, such as a path that is no text, is refused in our words too.
    frameworkErrors: (error, request, reply) => void answerError(error, request as never, reply as never),
    ...(options.server && { serverFactory: options.server as never }),
  }) as unknown as FastifyInstance
  app.decorateRequest('actor', null)
  app.decorateRequest('cookieOf', function (this: FastifyRequest, reply: FastifyReply) {
    return signInCookie(this, reply, options.secureCookies)
  })
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  app.setErrorHandler(answerError)
  await app.register(cookie)
  await app.register(helmet, contentSecurity(options.secureCookies))
  await app.register(compress, { threshold: 1024 })
  app.addHook('onRequest', async (request) => {
    refuseForeign(request, options.origins)
    const token = tokenOf(request.headers.cookie)
    if (token && request.routeOptions.config.access) request.actor = await options.whoIs(token)
  })
  await app.register(rateLimit, {
    global: false,
    keyGenerator: (request) => request.actor?.id ?? normalizeIP(request.ip),
    errorResponseBuilder: () => new Refusal('tooOften'),
  })
  return app
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return refuse(reply, error)
  const status = statusOf(error)
  if (status === 413) return refuse(reply, new Refusal('input.tooLarge'))
  if (status >= 400 && status < 500) return refuse(reply, new Refusal('input.invalid'))
  request.log.error({ err: error, route: request.routeOptions.url }, 'a request met a bug')
  return refuse(reply, new Refusal('unavailable'))
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error && 'statusCode' in error ? Number(error.statusCode) : 500
}

function refuse(reply: FastifyReply, { code, fields }: Refusal): FastifyReply {
  return reply
    .code(refusals[code])
    .type('application/json')
    .send({ refused: code, ...(fields && { fields }) })
}
