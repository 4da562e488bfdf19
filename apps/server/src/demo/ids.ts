import { createHash } from 'node:crypto'

/** The same id for the same words on every machine, so that demo pages keep their addresses. A UUID of version 8. */
export function idOf(words: string): string {
  const hex = createHash('sha256').update(`ithaca demo ${words}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A whole number between two others, both included; the same for the same words. Life without chance looks made up. */
export function between(low: number, high: number, words: string): number {
  return low + (createHash('sha256').update(words).digest().readUInt32BE(0) % (high - low + 1))
}
