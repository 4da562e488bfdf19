import type { ConversationId, Message, RefusalCode } from '@ithaca/contract'
import { chat } from '@ithaca/contract/chat'
import { MessageId } from '@ithaca/contract/ids'
import { z } from 'zod'
import { Refused } from '../../platform/api.ts'
import { mint } from '../../platform/mint.ts'
import { presentMs } from '../../platform/time.ts'
import type { Keep } from './keep.ts'

/** A message on its way. `refused` is set where the server will never take it as it is. */
export type Waiting = Omit<Message, 'seq'> & { seq: null; refused?: RefusalCode | undefined }

type Parts = {
  post: (message: Waiting) => Promise<Message>
  arrived: (message: Message) => void
  keep: Keep
  /** How long to wait before the given try, in milliseconds. */
  pause: (tries: number) => number
}

const Kept = z.array(
  chat.sent.payload.omit({ seq: true }).extend({ seq: z.null(), refused: z.custom<RefusalCode>().optional() }),
)

// With these the message itself is fine; it is taken when the server is there again.
const passing: ReadonlySet<RefusalCode> = new Set(['unavailable', 'tooOften', 'signInNeeded'])

/**
 * What one person has written and the server has not confirmed yet. Sends one message at a time, so that their order
 * is kept, and tries again with the same id until there is an answer. Survives a reload.
 */
export class Outbox {
  readonly #parts: Parts
  readonly #watchers = new Set<() => void>()
  #owner: Message['authorId'] | null = null
  #waiting: readonly Waiting[] = []
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #isSending = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Takes up what this person has left waiting on this device, and goes on sending it. */
  open(owner: Message['authorId']): void {
    this.#owner = owner
    this.#change(this.#read(owner))
    this.hurry()
  }

  /** Stops sending; what waits is kept. */
  close(): void {
    clearTimeout(this.#timer)
    this.#owner = null
    this.#waiting = []
  }

  /** What waits, the oldest first; the same list until it changes. */
  list = (): readonly Waiting[] => this.#waiting

  /** Is called at every change, until the returned function is called. */
  watch = (changed: () => void): (() => void) => {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }

  /** Puts words on their way. They are in the list when this returns. */
  add(conversationId: ConversationId, body: string): void {
    const authorId = this.#owner
    if (!authorId) return
    const sentAt = new Date(presentMs()).toISOString()
    const message: Waiting = { id: mint(MessageId), conversationId, authorId, body, sentAt, seq: null }
    this.#change([...this.#waiting, message])
    void this.#send()
  }

  /** Takes a message back that was refused, and gives its words. */
  takeBack(id: MessageId): string | undefined {
    const found = this.#waiting.find((message) => message.id === id)
    this.#change(this.#waiting.filter((message) => message !== found))
    return found?.body
  }

  /** Tries at once: the connection is back, or somebody asks for it. */
  hurry(): void {
    clearTimeout(this.#timer)
    this.#tries = 0
    void this.#send()
  }

  async #send(): Promise<void> {
    const next = this.#waiting.find(({ refused }) => !refused)
    if (!next || this.#isSending) return
    clearTimeout(this.#timer)
    this.#isSending = true
    const code = await this.#post(next).finally(() => {
      this.#isSending = false
    })
    if (next.authorId !== this.#owner) return
    if (code && passing.has(code)) {
      this.#timer = setTimeout(() => void this.#send(), this.#parts.pause(this.#tries++))
      return
    }
    this.#tries = 0
    const refused = (message: Waiting) => (code ? [{ ...message, refused: code }] : [])
    this.#change(this.#waiting.flatMap((message) => (message.id === next.id ? refused(message) : [message])))
    void this.#send()
  }

  async #post(message: Waiting): Promise<RefusalCode | null> {
    try {
      this.#parts.arrived(await this.#parts.post(message))
      return null
    } catch (caught) {
      if (caught instanceof Refused) return caught.code
      throw caught
    }
  }

  #change(waiting: readonly Waiting[]): void {
    this.#waiting = waiting
    if (this.#owner) {
      this.#parts.keep.write(`waiting.${this.#owner}`, waiting.length > 0 ? JSON.stringify(waiting) : null)
    }
    for (const changed of this.#watchers) changed()
  }

  #read(owner: string): readonly Waiting[] {
    const text = this.#parts.keep.read(`waiting.${owner}`)
    if (!text) return []
    try {
      return Kept.parse(JSON.parse(text))
    } catch {
      // Kept by another version, or spoiled: nothing that could still be sent.
      return []
    }
  }
}
