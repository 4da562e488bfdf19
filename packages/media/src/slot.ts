import { MediaRefusal } from './port.ts'
import { MediaWorker } from './worker.ts'

type Options = Parameters<typeof MediaWorker.create>[0] & {
  /** The worker died, and all that lived in it. The next one is already starting. */
  readonly onDied: () => void
  readonly onBug: (error: unknown) => void
}

const firstWait = 100
const longestWait = 5_000

/** A place for one worker that is filled again whenever the worker dies. */
export class WorkerSlot {
  readonly #options: Options
  #worker: Promise<MediaWorker>
  #living: MediaWorker | undefined
  #retry: NodeJS.Timeout | undefined
  #closed = false

  private constructor(options: Options) {
    this.#options = options
    this.#worker = this.#start()
  }

  /** Rejects where even the first worker does not start: that is for a person to mend. */
  static async create(options: Options): Promise<WorkerSlot> {
    const slot = new WorkerSlot(options)
    await slot.#worker
    return slot
  }

  /** The worker, as soon as it runs. */
  async worker(): Promise<MediaWorker> {
    try {
      return await this.#worker
    } catch (error) {
      throw new MediaRefusal('call.mediaGone', { cause: error })
    }
  }

  /** The worker that runs now, if one does. */
  get living(): MediaWorker | undefined {
    return this.#living
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    const [started] = await Promise.allSettled([this.#worker])
    if (started.status === 'fulfilled') await started.value.close()
    this.#living = undefined
  }

  async #start(): Promise<MediaWorker> {
    const worker = await MediaWorker.create(this.#options)
    worker.onDied((error) => {
      this.#living = undefined
      this.#options.onBug(error)
      this.#options.onDied()
      this.#restart(firstWait)
    })
    this.#living = worker
    return worker
  }

  #restart(wait: number): void {
    if (this.#closed) return
    this.#worker = this.#start()
    this.#worker.catch((error: unknown) => {
      this.#options.onBug(error)
      if (!this.#closed) this.#retry = setTimeout(() => this.#restart(Math.min(wait * 2, longestWait)), wait)
    })
  }
}
