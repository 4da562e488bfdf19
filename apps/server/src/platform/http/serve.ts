import type { AnyRoute } from '@ithaca/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import { isLocal } from './local.ts'
import type { SignInCookie } from './cookie.ts'

/** What a handler is given: everything parsed, and an actor exactly where the route says `signedIn`. */
export type Asked<R extends AnyRoute> = {
  actor: R['access'] extends 'signedIn' ? Actor : null
  params: z.output<R['params']>
  query: z.output<R['query']>
  body: z.output<R['body']>
  cookie: SignInCookie
  /** Whether the asker sits at this very machine, for what nobody else may see. */
  local: boolean
}

export type Answered<R extends AnyRoute> = z.input<R['reply']>

/** Puts a promised route on the air. What comes in and what goes out is checked against the promise. */
export function serve<R extends AnyRoute>(
  app: FastifyInstance,
  route: R,
  handle: (asked: Asked<R>) => Promise<Answered<R>>,
): void {
  const { params, query, body, reply } = route
  app.route({
    method: route.method,
    url: route.path,
    config: { access: route.access, rateLimit: { max: route.limit, timeWindow: '1 minute' } },
    schema: {
      summary: route.summary,
      tags: [route.path.split('/')[1] ?? ''],
      ...(route.path.includes(':') && { params }),
      ...(Object.keys(query.shape).length > 0 && { querystring: query }),
      ...(route.method !== 'GET' && route.method !== 'DELETE' && { body }),
      response: { 200: reply },
    },
    handler: async (request, answer) => {
      const value = await handle(ask(route, request, answer))
      if (route.type !== 'text/csv') return answer.type(route.type).send(reply.parse(value))
      return answer
        .type(route.type)
        .header('content-disposition', `attachment; filename="${fileOf(route)}"`)
        .send(value)
    },
  })
}

/** A file is named as the last word of its path. */
function fileOf({ path }: AnyRoute): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function ask<R extends AnyRoute>(route: R, request: FastifyRequest, reply: FastifyReply): Asked<R> {
  if (route.access === 'signedIn' && !request.actor) throw new Refusal('signInNeeded')
  return {
    actor: route.access === 'signedIn' ? request.actor : null,
    params: check(route.params, request.params ?? {}, 'params'),
    query: check(route.query, request.query ?? {}, 'query'),
    body: check(route.body, request.body === undefined ? {} : request.body, 'body'),
    cookie: request.cookieOf(reply),
    local: isLocal(request),
  } as Asked<R>
}

function check(schema: z.ZodObject, value: unknown, where: string): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal(
    'input.invalid',
    parsed.error.issues.map((issue) => ({ path: [where, ...issue.path].join('.'), code: issue.code })),
  )
}
