import type { z } from 'zod'

/**
 * A fresh id, minted where a thing is wished for, so that a wish sent twice makes one thing. From random bytes, for
 * `crypto.randomUUID` is missing where a page came without https.
 */
export function mint<K extends z.ZodType<string>>(kind: K): z.output<K> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return kind.parse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
}
