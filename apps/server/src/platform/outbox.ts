import { countTry, type Db, deleteNews, type News, takeNews } from '@ithaca/db'
import type { Logger } from 'pino'

/** News younger than this belongs to the process that wrote it. */
const leftBehindMs = 5_000
const sweepEveryMs = 5_000
const sweepLimit = 200

/** How news is told: to screens over the socket, and to features. Must bear hearing the same news twice. */
export type Telling = {
  toScreens(news: News): void
  toFeatures(news: News): Promise<void>
}

type Needs = { db: () => Db; telling: Telling; log: Logger; now: () => Date }

/**
 * Tells committed news straight away and takes it out of the outbox; sweeps up what a crash left behind.
 * One owner, and `close()` waits until everything under way is told.
 */
export class Dispatcher {
  readonly #needs: Needs
  readonly #underWay = new Set<Promise<void>>()
  #told: string[] = []
  #forgetting: Promise<void> | undefined
  #sweeping = false
  readonly #timer: NodeJS.Timeout

  constructor(needs: Needs) {
    this.#needs = needs
    this.#timer = setInterval(() => this.#sweepInTurn(), sweepEveryMs)
    this.#timer.unref()
  }

  /** Tells news that has just been committed. */
  tell(news: News[]): void {
    for (const piece of news) this.#needs.telling.toScreens(piece)
    this.#track(this.#finish(news))
  }

  /** Tells what was committed long enough ago that its writer must have died. */
  async sweep(before = new Date(this.#needs.now().getTime() - leftBehindMs)): Promise<void> {
    const { db, telling } = this.#needs
    await db().transaction(async (tx) => {
      const found = await takeNews(tx, before, sweepLimit)
      const told: string[] = []
      for (const piece of found) {
        telling.toScreens(piece)
        if (await this.#tellFeatures(piece)) told.push(piece.id)
        else await countTry(tx, piece.id)
      }
      if (told.length > 0) await deleteNews(tx, told)
    })
  }

  /** Waits until all news under way, and the news it caused, is told. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.settled()
  }

  /** One sweep at a time: each holds a connection while features ask for others, and slow ones would take them all. */
  #sweepInTurn(): void {
    if (this.#sweeping) return
    this.#sweeping = true
    this.#track(this.sweep().finally(() => (this.#sweeping = false)))
  }

  async #finish(news: News[]): Promise<void> {
    for (const piece of news) if (await this.#tellFeatures(piece)) this.#told.push(piece.id)
    // What was told just as a forgetting ended has to begin another.
    while (this.#told.length > 0) {
      this.#forgetting ??= this.#forget().finally(() => (this.#forgetting = undefined))
      await this.#forgetting
    }
  }

  /** Takes told news out of the outbox, one statement at a time; what is told meanwhile goes with the next. */
  async #forget(): Promise<void> {
    for (let ids = this.#told; ids.length > 0; ids = this.#told) {
      this.#told = []
      await this.#needs.db().once((sql) => deleteNews(sql, ids))
    }
  }

  async #tellFeatures(piece: News): Promise<boolean> {
    try {
      await this.#needs.telling.toFeatures(piece)
      return true
    } catch (error) {
      this.#needs.log.error({ err: error, news: piece.name }, 'news was not taken by a feature and stays in the outbox')
      return false
    }
  }

  #track(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => this.#needs.log.error({ err: error }, 'the outbox could not be worked off'))
      .finally(() => this.#underWay.delete(done))
    this.#underWay.add(done)
  }
}
