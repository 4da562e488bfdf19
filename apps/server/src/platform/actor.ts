import type { UserId } from '@ithaca/contract'

/** The person making a request. */
export type Actor = { readonly id: UserId; readonly name: string }

/** Finds the person behind a sign-in token, or nobody. */
export type WhoIs = (token: string) => Promise<Actor | null>
