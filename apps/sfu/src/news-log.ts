import type { MediaNews } from '@ithaca/contract'

type Told = { readonly number: number; readonly news: MediaNews }

/** More than a node says in the seconds that a link takes to be made again. */
const kept = 2_000

/** Numbers what is told and keeps the last of it, for a server whose link was broken for a moment. */
export class NewsLog {
  #last = 0
  #told: Told[] = []

  add(news: MediaNews): Told {
    this.#last += 1
    const told = { number: this.#last, news }
    this.#told.push(told)
    if (this.#told.length > 2 * kept) this.#told = this.#told.slice(-kept)
    return told
  }

  after(number: number): readonly Told[] {
    return this.#told.filter((told) => told.number > number)
  }
}
