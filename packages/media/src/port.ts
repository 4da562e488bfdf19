import type { MediaInput, MediaNews, MediaReply, MediaVerb, RefusalCode } from '@ithaca/contract'

type Empty = Record<string, never>
type Reply<V extends MediaVerb> = MediaReply<V> extends Empty ? void : MediaReply<V>
type Ask<V extends MediaVerb> =
  MediaInput<V> extends Empty ? () => Promise<Reply<V>> : (input: MediaInput<V>) => Promise<Reply<V>>

/**
 * All that the rest of the house can ask of the engine, wherever it runs: one method for each command of the media
 * contract, with plain values in and out. A refusal is a `MediaRefusal`, everything else that is thrown is a bug.
 */
export type MediaPort = { readonly [V in MediaVerb]: Ask<V> } & {
  /** Tells the handler of everything that happens until the returned function is called. */
  on(handler: (news: MediaNews) => void): () => void
  /** Gives back what this port holds: its workers, or its link. May be called twice. */
  close(): Promise<void>
}

/** An expected no of the engine, with a code of the house's closed list. */
export class MediaRefusal extends Error {
  readonly code: MediaRefusalCode

  constructor(code: MediaRefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.name = 'MediaRefusal'
    this.code = code
  }
}

/** Gone: a worker or the link. Not seated: no such room or peer. Not found: no such producer or consumer of this peer. */
export type MediaRefusalCode = Extract<RefusalCode, 'input.invalid' | 'notFound' | 'call.mediaGone' | 'call.notSeated'>
