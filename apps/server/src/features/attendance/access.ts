import type { Tx } from '@ithaca/db'
import { insertAttempt, type NewAttempt } from './store.ts'

export { beat } from './presence.ts'

/**
 * Keeps a try to come into a call, in the transaction of the try and before the engine is asked, so that a try that
 * fails is kept too. The caller has held the session for this person.
 */
export async function noteAttempt(tx: Tx, attempt: NewAttempt): Promise<void> {
  await insertAttempt(tx, attempt)
}
