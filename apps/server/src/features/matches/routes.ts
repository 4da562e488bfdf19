import { matches } from '@ithaca/contract'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'
import { serve } from '../../platform/http/serve.ts'
import { get, inProgram, make, mine } from './service.ts'

export function matchesRoutes(app: FastifyInstance, parts: Parts): void {
  serve(app, matches.mine, (asked) => mine(parts, asked))
  serve(app, matches.get, (asked) => get(parts, asked))
  serve(app, matches.inProgram, (asked) => inProgram(parts, asked))
  serve(app, matches.make, (asked) => make(parts, asked))
}
