import { chat } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import { answer, type Live } from '../../platform/live/answer.ts'
import { typing } from './service.ts'

/** What chat is asked over the socket: only what is true just now. */
export function chatCommands(live: Live, parts: Parts): void {
  answer(live, chat.typing, (asked) => typing(parts, asked))
}
