import type { types } from 'mediasoup'
import type { Whose } from './peer.ts'

const interval = 300
/** Quieter than this, in dBov, is a room and not a voice. */
const threshold = -55

/** Listens to a room's microphones and tells who speaks, or null when nobody does; only when that changes. */
export class Speakers {
  readonly #tell: (peerId: string | null) => void
  readonly #levels: types.AudioLevelObserver
  readonly #dominance: types.ActiveSpeakerObserver
  #dominant: string | null = null
  #told: string | null = null

  private constructor(
    observers: { levels: types.AudioLevelObserver; dominance: types.ActiveSpeakerObserver },
    tell: (peerId: string | null) => void,
  ) {
    this.#tell = tell
    this.#levels = observers.levels
    this.#dominance = observers.dominance
    this.#levels.on('volumes', ([loudest]) => this.#say(this.#dominant ?? (loudest ? whose(loudest.producer) : null)))
    this.#levels.on('silence', () => this.#say(null))
    this.#dominance.on('dominantspeaker', ({ producer }) => {
      this.#dominant = whose(producer)
      // While nobody is loud enough to be a voice, dominance is of noise.
      if (this.#told !== null) this.#say(this.#dominant)
    })
  }

  static async create(router: types.Router, tell: (peerId: string | null) => void): Promise<Speakers> {
    const [levels, dominance] = await Promise.all([
      router.createAudioLevelObserver({ maxEntries: 1, threshold, interval }),
      router.createActiveSpeakerObserver({ interval }),
    ])
    return new Speakers({ levels, dominance }, tell)
  }

  async listenTo({ id: producerId }: types.Producer<Whose>): Promise<void> {
    await Promise.all([this.#levels.addProducer({ producerId }), this.#dominance.addProducer({ producerId })])
  }

  /** A peer that left does not speak any more, and dominates nobody. */
  forget(peerId: string): void {
    if (this.#dominant === peerId) this.#dominant = null
    if (this.#told === peerId) this.#say(null)
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
