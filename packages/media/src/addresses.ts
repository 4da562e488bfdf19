import { networkInterfaces } from 'node:os'

/** Where the engine listens, and as what others know that place, when it is another. */
export type Address = { readonly ip: string; readonly announced?: string }

/**
 * Where browsers can find this machine: on itself, and in its networks. A house behind a translated address says what
 * it is called outside, and then listens everywhere.
 */
export function localAddresses(announced?: string): Address[] {
  if (announced) return [{ ip: '0.0.0.0', announced }]
  const found = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const outer = found.filter(({ family, internal }) => family === 'IPv4' && !internal)
  return [...new Set(['127.0.0.1', ...outer.map(({ address }) => address)])].map((ip) => ({ ip }))
}
