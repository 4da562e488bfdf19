import type { Match } from '@ithaca/contract'

/** The open goals of a match, at a glance. */
export function GoalsGlance(_: { match: Match }) {
  return null
}
