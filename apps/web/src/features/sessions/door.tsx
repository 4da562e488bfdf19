import type { ProgramId } from '@ithaca/contract'

/** The session that comes next, with its countdown and the way in. */
export function NextSession() {
  return null
}

/** The sessions of a program on this day, for its coordinator. */
export function TodaysSessions(_: { programId: ProgramId }) {
  return null
}
