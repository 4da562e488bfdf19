import { goals } from '@ithaca/contract'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'
import { serve } from '../../platform/http/serve.ts'
import { addNote, addStep, changeStep, create, list, update } from './service.ts'

/** What goals are asked over HTTP. */
export function goalsRoutes(app: FastifyInstance, parts: Parts): void {
  serve(app, goals.list, (asked) => list(parts, asked))
  serve(app, goals.create, (asked) => create(parts, asked))
  serve(app, goals.update, (asked) => update(parts, asked))
  serve(app, goals.addStep, (asked) => addStep(parts, asked))
  serve(app, goals.changeStep, (asked) => changeStep(parts, asked))
  serve(app, goals.addNote, (asked) => addNote(parts, asked))
}
