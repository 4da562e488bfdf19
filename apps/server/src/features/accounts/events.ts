import { accounts } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import type { Ears } from '../../platform/news.ts'

export function accountsEars(ears: Ears, { hangUp }: Parts): void {
  ears.when(accounts.signedOut, async ({ userId }) => hangUp({ person: userId }))
}
