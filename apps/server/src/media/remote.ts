import { type MediaInput, type MediaNews, type MediaReply, type MediaVerb, media, refusals } from '@ithaca/contract'
import { type MediaPort, MediaRefusal, type MediaRefusalCode } from '@ithaca/media'
import { NodeLink } from './node-link.ts'
import { Tenants } from './tenants.ts'

export type RemoteOptions = {
  /** Where the media node answers, in a private network. */
  readonly url: string
  /** What both sides know and nobody says. */
  readonly secret: string
  readonly onBug: (error: unknown) => void
}

/** The engine in another process, over the media contract. It is made at once, whether the node runs already or not. */
export function createRemoteMedia(options: RemoteOptions): MediaPort {
  return new RemoteMedia(options)
}

class RemoteMedia implements MediaPort {
  readonly #link: NodeLink
  readonly #tenants = new Tenants()
  readonly #handlers = new Set<(news: MediaNews) => void>()

  constructor(options: RemoteOptions) {
    this.#link = new NodeLink({
      ...options,
      onNews: (news) => this.#tell(news),
      onReboot: () => {
        for (const roomId of this.#tenants.evict()) this.#tell({ type: 'roomGone', roomId, reason: 'nodeRestarted' })
      },
    })
  }

  capabilities(): Promise<MediaReply<'capabilities'>> {
    return this.#ask('capabilities', {})
  }

  async join(input: MediaInput<'join'>): Promise<MediaReply<'join'>> {
    this.#tenants.add(input.roomId, input.peerId)
    return this.#ask('join', input)
  }

  async leave(input: MediaInput<'leave'>): Promise<void> {
    await this.#ask('leave', input)
    this.#tenants.remove(input.roomId, input.peerId)
  }

  async closeRoom(input: MediaInput<'closeRoom'>): Promise<void> {
    await this.#ask('closeRoom', input)
    this.#tenants.removeRoom(input.roomId)
  }

  async connect(input: MediaInput<'connect'>): Promise<void> {
    await this.#ask('connect', input)
  }

  restartIce(input: MediaInput<'restartIce'>): Promise<MediaReply<'restartIce'>> {
    return this.#ask('restartIce', input)
  }

  produce(input: MediaInput<'produce'>): Promise<MediaReply<'produce'>> {
    return this.#ask('produce', input)
  }

  async setProducerPaused(input: MediaInput<'setProducerPaused'>): Promise<void> {
    await this.#ask('setProducerPaused', input)
  }

  async closeProducer(input: MediaInput<'closeProducer'>): Promise<void> {
    await this.#ask('closeProducer', input)
  }

  async resumeConsumer(input: MediaInput<'resumeConsumer'>): Promise<void> {
    await this.#ask('resumeConsumer', input)
  }

  async pauseConsumer(input: MediaInput<'pauseConsumer'>): Promise<void> {
    await this.#ask('pauseConsumer', input)
  }

  async setPreferredLayers(input: MediaInput<'setPreferredLayers'>): Promise<void> {
    await this.#ask('setPreferredLayers', input)
  }

  alive(): Promise<MediaReply<'alive'>> {
    return this.#ask('alive', {})
  }

  on(handler: (news: MediaNews) => void): () => void {
    this.#handlers.add(handler)
    return () => this.#handlers.delete(handler)
  }

  async close(): Promise<void> {
    this.#link.close()
  }

  async #ask<V extends MediaVerb>(verb: V, input: MediaInput<V>): Promise<MediaReply<V>> {
    const answer = await this.#link.ask(media[verb].name, input)
    if (typeof answer === 'object' && answer !== null) {
      if ('ok' in answer) return media[verb].reply.parse(answer.ok) as MediaReply<V>
      if ('refused' in answer && isCode(answer.refused)) throw new MediaRefusal(answer.refused)
    }
    throw new Error(`The media node gave no answer that is understood to ${verb}.`)
  }

  #tell(news: MediaNews): void {
    this.#tenants.hear(news)
    for (const handler of this.#handlers) handler(news)
  }
}

function isCode(code: unknown): code is MediaRefusalCode {
  return typeof code === 'string' && code in refusals
}
