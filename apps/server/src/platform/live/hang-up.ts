import { createHash } from 'node:crypto'
import type { UserId } from '@ithaca/contract'
import { type LiveServer, personRoom } from './tell.ts'

/** Whose connections end: all of a person, or those that one sign-in opened. */
export type Whose = { person: UserId } | { signIn: string }

/** Ends connections whose sign-in has ended, after what was told to them has gone out. */
export type HangUp = (whose: Whose) => void

/** The room of all connections opened by one sign-in; the token itself is kept nowhere. */
export function signInRoom(token: string): string {
  return `sign-in:${createHash('sha256').update(token).digest('base64url')}`
}

/** A `HangUp` over a socket server. */
export function hangUpOver(io: LiveServer): HangUp {
  return (whose) => {
    io.in('person' in whose ? personRoom(whose.person) : signInRoom(whose.signIn)).disconnectSockets(true)
  }
}
