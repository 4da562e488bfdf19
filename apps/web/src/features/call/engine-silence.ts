import type { SeatId } from '@ithaca/contract'
import { lostAfterMs } from '@ithaca/domain/quality'
import type { Link } from './engine-link.ts'
import type { Incoming } from './engine-receiver.ts'

type Seen = { packets: number; at: number }
type Options = { readonly link: () => Link | null; readonly onChange: () => void }

const everyMs = 1000

/** Notes when something last came of each stream, and so which seats are lost. */
export class Silence {
  readonly #options: Options
  readonly #seen = new Map<string, Seen>()
  readonly #beat: ReturnType<typeof setInterval>
  /** The seats of which nothing has come for too long, though something should. */
  seats: ReadonlySet<SeatId> = new Set()

  constructor(options: Options) {
    this.#options = options
    this.#beat = setInterval(() => void this.#look(), everyMs)
  }

  close(): void {
    clearInterval(this.#beat)
  }

  async #look(): Promise<void> {
    const link = this.#options.link()
    const report = await link?.stats()
    if (!link || !report || link !== this.#options.link()) return
    const lost = this.#lost(report, link.receiver.incoming, performance.now())
    const isSame = lost.size === this.seats.size && [...lost].every((seatId) => this.seats.has(seatId))
    this.seats = lost
    if (!isSame) this.#options.onChange()
  }

  #lost(report: RTCStatsReport, incoming: readonly Incoming[], now: number): Set<SeatId> {
    const packets = packetsOf(report)
    const flowing = incoming.filter(({ isFlowing, isPaused }) => isFlowing && !isPaused)
    this.#forgetAllBut(new Set(flowing.map(({ about }) => about.id)))
    const lives = new Map<SeatId, boolean>()
    for (const { about, track } of flowing) {
      const count = packets.get(track.id) ?? 0
      const seen = this.#seen.get(about.id)
      if (!seen || seen.packets !== count) this.#seen.set(about.id, { packets: count, at: now })
      const isLive = !seen || seen.packets !== count || now - seen.at <= lostAfterMs
      lives.set(about.seatId, isLive || (lives.get(about.seatId) ?? false))
    }
    return new Set([...lives].filter(([, isLive]) => !isLive).map(([seatId]) => seatId))
  }

  #forgetAllBut(ids: ReadonlySet<string>): void {
    for (const id of this.#seen.keys()) if (!ids.has(id)) this.#seen.delete(id)
  }
}

type Inbound = { type: string; trackIdentifier?: string; packetsReceived?: number }

function packetsOf(report: RTCStatsReport): Map<string, number> {
  const packets = new Map<string, number>()
  for (const { type, trackIdentifier, packetsReceived } of report.values() as Iterable<Inbound>) {
    if (type === 'inbound-rtp' && trackIdentifier) packets.set(trackIdentifier, packetsReceived ?? 0)
  }
  return packets
}
