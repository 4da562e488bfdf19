import { mail } from '@ithaca/contract'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'
import { serve } from '../../platform/http/serve.ts'
import { outbox } from './service.ts'

export function mailRoutes(app: FastifyInstance, parts: Parts): void {
  serve(app, mail.outbox, (asked) => outbox(parts, asked))
}
