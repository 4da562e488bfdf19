import type { Db } from '@ithaca/db'
import type { WhoIs } from '../../platform/actor.ts'

/** placeholder, accounts helper writes */
export function whoIs(_db: Db, _now: () => Date): WhoIs {
  return async () => null
}
