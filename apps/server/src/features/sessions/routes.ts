import { sessions } from '@ithaca/contract'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'
import { serve } from '../../platform/http/serve.ts'
import { list } from './list.ts'
import { answer, cancel, get, move, plan } from './service.ts'

/** What sessions are asked over HTTP. */
export function sessionsRoutes(app: FastifyInstance, parts: Parts): void {
  serve(app, sessions.list, (asked) => list(parts, asked))
  serve(app, sessions.get, (asked) => get(parts, asked))
  serve(app, sessions.plan, (asked) => plan(parts, asked))
  serve(app, sessions.move, (asked) => move(parts, asked))
  serve(app, sessions.cancel, (asked) => cancel(parts, asked))
  serve(app, sessions.answer, (asked) => answer(parts, asked))
}
