import type { types } from 'mediasoup'
import type { Whose } from './peer.ts'

type Observers = { readonly levels: types.AudioLevelObserver; readonly dominance: types.ActiveSpeakerObserver }
type Tell = (peerId: string | null) => void

const interval = 300
/** Quieter than this, in dBov, is a room and not a voice. */
const threshold = -55
/** As many voices at once as are told apart. */
const maxEntries = 8
/** People pause between words: only after that many milliseconds nobody speaks. */
export const pause = 1_500

/** Listens to a room's microphones and tells who speaks, or null when nobody does; only when that changes. */
export class Speakers {
  readonly #tell: Tell
  readonly #observers: Observers
  #dominant: string | null = null
  #told: string | null = null
  #silence: NodeJS.Timeout | undefined

  constructor(observers: Observers, tell: Tell) {
    this.#tell = tell
    this.#observers = observers
    observers.levels.on('volumes', (volumes) => this.#hear(volumes.map(({ producer }) => whose(producer))))
    observers.levels.on('silence', () => this.#fallSilent())
    observers.dominance.on('dominantspeaker', ({ producer }) => {
      this.#dominant = whose(producer)
    })
  }

  static async create(router: types.Router, tell: Tell): Promise<Speakers> {
    const [levels, dominance] = await Promise.all([
      router.createAudioLevelObserver({ maxEntries, threshold, interval }),
      router.createActiveSpeakerObserver({ interval }),
    ])
    return new Speakers({ levels, dominance }, tell)
  }

  async listenTo({ id: producerId }: types.Producer<Whose>): Promise<void> {
    await Promise.all(Object.values(this.#observers).map((observer) => observer.addProducer({ producerId })))
  }

  /** A peer that left does not speak any more, and dominates nobody. */
  forget(peerId: string): void {
    if (this.#dominant === peerId) this.#dominant = null
    if (this.#told === peerId) this.#say(null)
  }

  close(): void {
    clearTimeout(this.#silence)
  }

  /** Of several voices it is the one that leads, and not a cough that was louder. */
  #hear(voices: readonly (string | null)[]): void {
    clearTimeout(this.#silence)
    const leads = voices.includes(this.#dominant) ? this.#dominant : voices[0]
    if (leads) this.#say(leads)
  }

  #fallSilent(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#say(null), pause)
  }

  #say(peerId: string | null): void {
    if (peerId === this.#told) return
    this.#told = peerId
    this.#tell(peerId)
  }
}

function whose({ appData }: types.Producer): string | null {
  return typeof appData.peerId === 'string' ? appData.peerId : null
}
