import { attendance } from '@ithaca/contract'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'
import { serve } from '../../platform/http/serve.ts'
import { correct, ofSession, tellTrouble } from './service.ts'
import { csv, list } from './table.ts'

/** What attendance is asked over HTTP. */
export function attendanceRoutes(app: FastifyInstance, parts: Parts): void {
  serve(app, attendance.list, (asked) => list(parts, asked))
  serve(app, attendance.csv, (asked) => csv(parts, asked))
  serve(app, attendance.ofSession, (asked) => ofSession(parts, asked))
  serve(app, attendance.correct, (asked) => correct(parts, asked))
  serve(app, attendance.tellTrouble, (asked) => tellTrouble(parts, asked))
}
