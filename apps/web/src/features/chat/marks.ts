import type { ConversationId } from '@ithaca/contract'
import { chat } from '@ithaca/contract/chat'
import { api, Refused } from '../../platform/api.ts'

type Mark = { deliveredSeq?: number; readSeq?: number }
type Tell = (conversationId: ConversationId, mark: Mark) => Promise<unknown>

/** Tells the server how far this device has come: one word at a time per conversation, and only what is new. */
export class Marks {
  readonly #tell: Tell
  readonly #told = new Map<ConversationId, Required<Mark>>()
  readonly #wanted = new Map<ConversationId, Required<Mark>>()
  readonly #busy = new Set<ConversationId>()

  constructor(tell: Tell) {
    this.#tell = tell
  }

  /** Notes how far it has come; marks only move forward. */
  move(conversationId: ConversationId, mark: Mark): void {
    this.#wanted.set(conversationId, furthest(this.#wanted.get(conversationId), mark))
    void this.#send(conversationId)
  }

  async #send(conversationId: ConversationId): Promise<void> {
    const wanted = this.#wanted.get(conversationId)
    if (!wanted || this.#busy.has(conversationId) || !isNews(this.#told.get(conversationId), wanted)) return
    this.#busy.add(conversationId)
    const isTold = await this.#tell(conversationId, given(wanted))
      .then(() => true)
      .catch((caught: unknown) => {
        // The next message, or the return of the connection, tells it again.
        if (caught instanceof Refused) return false
        throw caught
      })
      .finally(() => this.#busy.delete(conversationId))
    if (!isTold) return
    this.#told.set(conversationId, wanted)
    await this.#send(conversationId)
  }
}

/** The marks of this page. */
export const marks = new Marks((conversationId, body) => api(chat.mark, { params: { conversationId }, body }))

function furthest(known: Mark | undefined, mark: Mark): Required<Mark> {
  return {
    deliveredSeq: Math.max(known?.deliveredSeq ?? 0, mark.deliveredSeq ?? 0, mark.readSeq ?? 0),
    readSeq: Math.max(known?.readSeq ?? 0, mark.readSeq ?? 0),
  }
}

function isNews(told: Required<Mark> | undefined, wanted: Required<Mark>): boolean {
  return !told || wanted.deliveredSeq > told.deliveredSeq || wanted.readSeq > told.readSeq
}

function given({ deliveredSeq, readSeq }: Required<Mark>): Mark {
  return { deliveredSeq, ...(readSeq > 0 && { readSeq }) }
}
