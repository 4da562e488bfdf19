import { expect, test } from 'vitest'
import { type Floor, missing, wordsOfTheHouse } from './words.ts'

const everywhere: readonly Floor[] = ['contract', 'tables', 'server', 'web']

/** Words that rightly stand on some floors only, and why. */
const allowed: Record<string, readonly Floor[]> = {
  // The grammar of the contract and of the tables, not words of the product.
  common: everywhere,
  define: everywhere,
  errors: everywhere,
  ids: everywhere,
  index: everywhere,
  columns: everywhere,
  // The floor keeps these for every feature.
  outbox: everywhere,
  audit: everywhere,
  // The wire between server and media nodes; people see it as the call.
  media: everywhere,
  rtp: everywhere,
  // The first screen only shows what other features own.
  home: ['contract', 'tables', 'server'],
}

test('a word of the product stands on every floor: contract, tables, server and web', async () => {
  expect(missing(await wordsOfTheHouse(), allowed)).toEqual([])
})

test('a word that misses a floor is named, and an exception holds for its floors only', () => {
  const words = new Map([['reports', new Set<Floor>(['contract', 'web'])]])
  expect(missing(words, {})).toEqual(['reports: no tables', 'reports: no server'])
  expect(missing(words, { reports: ['tables'] })).toEqual(['reports: no server'])
})
