import { type Event, type MediaNews, mediaLink } from '@ithaca/contract'
import { MediaRefusal, newSecretPart, proofOf, proves } from '@ithaca/media'
import { io, type Socket } from 'socket.io-client'
import type { z } from 'zod'

export type LinkOptions = {
  readonly url: string
  readonly secret: string
  /** Hears of a node that does not know the secret, or says what nobody understands. */
  readonly onBug: (error: unknown) => void
  readonly onNews: (news: MediaNews) => void
  /** The node was started again since we last spoke: all that lived in it is gone. */
  readonly onReboot: () => void
}

type Told = z.infer<typeof mediaLink.told.payload>

/** How long a command waits for a link that is being made again, and then for its answer. */
const patience = 5_000
/** A node that sent us away is asked again after this: it may have been given the right secret since. */
const sentAwayWait = 5_000

/** The connection to one media node. It makes itself again when it breaks, and misses no news on the way. */
export class NodeLink {
  readonly #options: LinkOptions
  readonly #socket: Socket
  #state: 'making' | 'usable' | 'sentAway' = 'making'
  /** Settled when a link that is being made is made, or will not be. */
  #made = Promise.withResolvers<void>()
  #return: NodeJS.Timeout | undefined
  #bootId: string | null = null
  #heard = 0
  /** News that came before the node had proved itself, and is believed only then. */
  #early: Told[] = []

  constructor(options: LinkOptions) {
    this.#options = options
    this.#socket = io(options.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
    })
    this.#listen(mediaLink.challenge, ({ challenge }) => void this.#meet(challenge).catch(options.onBug))
    this.#listen(mediaLink.told, (told) => {
      if (this.#state === 'usable') this.#hear(told)
      else this.#early.push(told)
    })
    this.#socket.on('disconnect', (reason) => {
      this.#early = []
      if (this.#state === 'usable') this.#make()
      // Every other loss is mended by the socket itself.
      if (reason === 'io server disconnect') this.#comeBackLater()
    })
  }

  /** Asks the node, and waits a little where the link is just being made. */
  async ask(name: string, input: unknown): Promise<unknown> {
    if (this.#state === 'sentAway') throw gone(new Error('The media node and this server do not trust each other.'))
    if (this.#state === 'making') await this.#wait()
    return this.#emit(name, input)
  }

  close(): void {
    clearTimeout(this.#return)
    this.#socket.close()
  }

  /** Each side proves to know the secret on what the other has made up; only then is anything asked or believed. */
  async #meet(challenge: string): Promise<void> {
    const { secret, onReboot } = this.#options
    const nonce = newSecretPart()
    const proof = proofOf(secret, { side: 'server', challenge, nonce })
    const hello = { nonce, proof, bootId: this.#bootId, after: this.#heard }
    const reply = mediaLink.hello.reply.safeParse(await this.#emit(mediaLink.hello.name, hello))
    if (!reply.success || !proves(secret, { side: 'node', challenge, nonce }, reply.data.proof)) {
      this.#socket.disconnect()
      this.#comeBackLater()
      throw new Error('What answers at the address of the media node does not know the secret.')
    }
    const { bootId } = reply.data
    if (this.#bootId !== bootId) {
      const rebooted = this.#bootId !== null
      this.#bootId = bootId
      this.#heard = 0
      if (rebooted) onReboot()
    }
    this.#state = 'usable'
    this.#made.resolve()
    for (const told of this.#early.splice(0)) this.#hear(told)
  }

  #hear({ number, news }: Told): void {
    this.#heard = number
    this.#options.onNews(news)
  }

  async #wait(): Promise<void> {
    let late: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(gone(new Error('The link to the media node is down.'))), patience)
    })
    await Promise.race([this.#made.promise, tooLong]).finally(() => clearTimeout(late))
  }

  #make(): void {
    this.#state = 'making'
    this.#made = Promise.withResolvers()
  }

  #comeBackLater(): void {
    // Whoever waits need not, and nobody may be waiting.
    this.#made.promise.catch(() => {})
    this.#made.reject(gone(new Error('The media node sent this server away.')))
    this.#state = 'sentAway'
    this.#return = setTimeout(() => {
      this.#make()
      this.#socket.connect()
    }, sentAwayWait)
  }

  async #emit(name: string, input: unknown): Promise<unknown> {
    try {
      return await this.#socket.timeout(patience).emitWithAck(name, input)
    } catch (error) {
      throw gone(error)
    }
  }

  #listen<E extends Event>({ name, payload }: E, handle: (payload: z.output<E['payload']>) => void): void {
    this.#socket.on(name as string, (given: unknown) => {
      const parsed = payload.safeParse(given)
      if (parsed.success) handle(parsed.data as z.output<E['payload']>)
      else this.#options.onBug(parsed.error)
    })
  }
}

function gone(cause: unknown): MediaRefusal {
  return new MediaRefusal('call.mediaGone', { cause })
}
