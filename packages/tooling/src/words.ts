import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './house.ts'

/** Where a word of the product has its place. */
export type Floor = 'contract' | 'tables' | 'server' | 'web'

/** Every word of the product, with the floors on which it is found. */
export type Words = ReadonlyMap<string, ReadonlySet<Floor>>

const places = [
  { floor: 'contract', folder: 'packages/contract/src' },
  { floor: 'tables', folder: 'packages/db/src/schema' },
  { floor: 'server', folder: 'apps/server/src/features' },
  { floor: 'web', folder: 'apps/web/src/features' },
] as const

/** Reads off the tree which word stands where: a file of the contract and of the tables, a folder of server and web. */
export async function wordsOfTheHouse(): Promise<Words> {
  const words = new Map<string, Set<Floor>>()
  for (const { floor, folder } of places) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const word = entry.isDirectory() ? entry.name : /^([a-z-]+)\.ts$/.exec(entry.name)?.[1]
      if (word) words.set(word, (words.get(word) ?? new Set()).add(floor))
    }
  }
  return words
}

/** The words that miss a floor, written as `word: no floor`, save for those that are allowed to. */
export function missing(words: Words, allowed: Readonly<Record<string, readonly Floor[]>>): string[] {
  return [...words].flatMap(([word, floors]) =>
    places
      .filter(({ floor }) => !floors.has(floor) && !allowed[word]?.includes(floor))
      .map(({ floor }) => `${word}: no ${floor}`),
  )
}
