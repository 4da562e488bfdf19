import { createHash, randomBytes } from 'node:crypto'

/** Makes a secret nobody can guess, in letters that a link and a cookie can carry. */
export function mintSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** All that is kept of a secret. It was random to begin with, so a fast hash hides it well. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
