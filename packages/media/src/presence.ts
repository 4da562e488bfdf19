import type { Direction } from '@ithaca/contract'
import type { Leg } from './leg.ts'
import type { Times } from './options.ts'

/** What of a transport is watched. */
export type Watched = Pick<Leg, 'direction' | 'up' | 'onChange'>

type Told = {
  readonly connected: (direction: Direction) => void
  readonly lost: () => void
  readonly end: (reason: 'neverConnected' | 'lost') => void
}

/** Watches whether a peer's media is there: told when it comes, when it goes, and when it stayed away too long. */
export class Presence {
  readonly #legs: readonly Watched[]
  readonly #told: Told
  readonly #lostAfter: number
  #timer: NodeJS.Timeout
  #up = false
  #closed = false

  constructor(legs: readonly Watched[], times: Times, told: Told) {
    this.#legs = legs
    this.#told = told
    this.#lostAfter = times.lost
    this.#timer = setTimeout(() => told.end('neverConnected'), times.toConnect)
    for (const leg of legs) leg.onChange(() => this.#look())
  }

  get up(): boolean {
    return this.#up
  }

  close(): void {
    this.#closed = true
    this.#up = false
    clearTimeout(this.#timer)
  }

  #look(): void {
    const first = this.#legs.find((leg) => leg.up)
    if (this.#closed || (first !== undefined) === this.#up) return
    this.#up = first !== undefined
    clearTimeout(this.#timer)
    if (first) {
      this.#told.connected(first.direction)
    } else {
      this.#timer = setTimeout(() => this.#told.end('lost'), this.#lostAfter)
      this.#told.lost()
    }
  }
}
