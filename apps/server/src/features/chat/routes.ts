import { chat } from '@ithaca/contract'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'
import { serve } from '../../platform/http/serve.ts'
import { conversation, conversations, ofMatch } from './overview.ts'
import { mark, messages, send } from './service.ts'

/** What chat is asked over HTTP. */
export function chatRoutes(app: FastifyInstance, parts: Parts): void {
  serve(app, chat.conversations, (asked) => conversations(parts, asked))
  serve(app, chat.conversation, (asked) => conversation(parts, asked))
  serve(app, chat.ofMatch, (asked) => ofMatch(parts, asked))
  serve(app, chat.messages, (asked) => messages(parts, asked))
  serve(app, chat.send, (asked) => send(parts, asked))
  serve(app, chat.mark, (asked) => mark(parts, asked))
}
