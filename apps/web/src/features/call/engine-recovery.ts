import type { RefusalCode, TroubleKind } from '@ithaca/contract'
import type { Link } from './engine-link.ts'
import { codeOf, type EngineParts } from './engine-parts.ts'

type Options = {
  readonly connection: EngineParts['connection']
  readonly link: () => Link | null
  /** Takes the seat anew, with all that is sent from it. */
  readonly enter: () => Promise<void>
  /** Takes the seat again after a lost socket: its media never stopped. */
  readonly retake: () => Promise<void>
  readonly onTurn: (isMending: boolean) => void
  /** The call cannot be come back to. */
  readonly onOver: (code: RefusalCode) => void
  readonly tellTrouble: (kind: TroubleKind) => void
}

/** How long each step may take, in milliseconds. */
const patience = {
  /** From taking a seat until media flows. */
  toConnect: 8000,
  /** Until a path is found after it was looked for anew. */
  toRestart: 4000,
  /** Until the server answers, before its socket counts as dead. */
  toAnswer: 3000,
  /** Until a server that said that it stops is gone. */
  toStop: 4000,
}
/** So often a new path is looked for before the seat is taken anew. */
const mostRestarts = 4
/** Refusals that no second try will turn. */
const final: readonly RefusalCode[] = ['notFound', 'signInNeeded', 'sessions.over', 'sessions.notPlanned', 'call.full']

/** Brings a call back by itself: looks for the worst that is wrong, mends it, and looks again until all is well. */
export class Recovery {
  readonly #options: Options
  readonly #stopWatching: () => void
  #wrong = { socket: false, seat: false, path: false }
  #isStopping = false
  #isAtWork = false
  #restarts = 0
  #failures = 0
  readonly #sleepers = new Set<() => void>()
  #closed = false

  constructor(options: Options) {
    this.#options = options
    this.#stopWatching = options.connection.watch(() => this.#look())
    globalThis.addEventListener?.('online', this.#networkChanged)
    network()?.addEventListener('change', this.#networkChanged)
  }

  /** A seat was taken: its media should flow soon. */
  began(): void {
    void this.#rest(patience.toConnect, () => this.#options.link()?.health === 'up').then(() => {
      if (this.#closed || this.#options.link()?.health === 'up') return
      this.#options.tellTrouble('connectionFailed')
      this.#wrong.path = true
      this.#look()
    })
  }

  mediaChanged(): void {
    this.#wake()
    if (this.#options.link()?.health === 'down') this.#look()
  }

  /** The engine or the server has lost the seat. A server that stops is waited for. */
  seatLost(isStopping = false): void {
    this.#wrong.seat = true
    this.#isStopping = isStopping
    this.#look()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#stopWatching()
    globalThis.removeEventListener?.('online', this.#networkChanged)
    network()?.removeEventListener('change', this.#networkChanged)
    this.#wake()
  }

  readonly #networkChanged = () => {
    this.#wrong.path = true
    this.#look()
  }

  #look(): void {
    if (this.#closed) return
    if (!this.#options.connection.isOpen()) this.#wrong.socket = true
    this.#wake()
    if (this.#isAtWork || !this.#isWrong()) return
    this.#isAtWork = true
    void this.#work()
  }

  #isWrong(): boolean {
    const { socket, seat, path } = this.#wrong
    return socket || seat || path || this.#options.link()?.health === 'down'
  }

  async #work(): Promise<void> {
    this.#options.onTurn(true)
    if (this.#options.link()?.health === 'down') this.#options.tellTrouble('connectionLost')
    while (!this.#closed && (this.#isWrong() || this.#options.link()?.health !== 'up')) await this.#step()
    this.#isAtWork = false
    this.#restarts = 0
    this.#failures = 0
    if (!this.#closed) this.#options.onTurn(false)
  }

  /** The worst first: without a socket nothing can be said, without a seat there is no path. */
  #step(): Promise<void> {
    if (!this.#options.connection.isOpen()) return this.#rest(60_000, () => this.#options.connection.isOpen())
    if (this.#isStopping) return this.#outwait()
    if (this.#wrong.seat) return this.#tryTo(this.#options.enter)
    if (this.#wrong.socket) return this.#tryTo(this.#options.retake)
    if (this.#wrong.path || this.#options.link()?.health === 'down') return this.#restart()
    return this.#await()
  }

  async #outwait(): Promise<void> {
    await this.#rest(patience.toStop, () => !this.#options.connection.isOpen())
    this.#isStopping = false
  }

  async #tryTo(act: () => Promise<void>): Promise<void> {
    const isEntering = act === this.#options.enter
    try {
      await act()
      this.#failures = 0
      this.#wrong = { socket: false, seat: false, path: this.#wrong.path && !isEntering }
    } catch (caught) {
      const code = codeOf(caught)
      if (final.includes(code)) return this.#options.onOver(code)
      if (code === 'call.notSeated') this.#wrong.seat = true
      else await this.#rest(Math.min(1000, 100 * ++this.#failures), () => !this.#options.connection.isOpen())
    }
  }

  async #restart(): Promise<void> {
    this.#wrong.path = false
    if (this.#restarts >= mostRestarts) {
      this.#restarts = 0
      this.#wrong.seat = true
      return
    }
    this.#restarts += 1
    let isAnswered = false
    const answered = () => {
      isAnswered = true
      this.#wake()
    }
    this.#options.link()?.restartIce().then(answered, answered)
    await this.#rest(patience.toAnswer, () => isAnswered)
    if (!isAnswered) this.#options.connection.renew()
    else await this.#await()
  }

  /** Media is on its way: nothing to do but to give it time. */
  async #await(): Promise<void> {
    const link = this.#options.link()
    await this.#rest(
      patience.toRestart,
      () => link !== this.#options.link() || link?.health === 'up' || this.#isWorse(),
    )
    if (link === this.#options.link() && link?.health !== 'up') this.#wrong.path = true
  }

  #isWorse(): boolean {
    return this.#wrong.seat || this.#wrong.socket
  }

  /** Waits until it is so, at most that long. Every change is looked at. */
  async #rest(milliseconds: number, isSo: () => boolean): Promise<void> {
    const until = performance.now() + milliseconds
    while (!this.#closed && !isSo() && performance.now() < until) {
      await new Promise<void>((resolve) => {
        const rise = () => {
          clearTimeout(timer)
          this.#sleepers.delete(rise)
          resolve()
        }
        const timer = setTimeout(rise, until - performance.now())
        this.#sleepers.add(rise)
      })
    }
  }

  #wake(): void {
    for (const rise of this.#sleepers) rise()
  }
}

/** What the browser tells of the network, where it tells it. */
function network(): EventTarget | undefined {
  return (globalThis.navigator as { connection?: EventTarget } | undefined)?.connection
}
