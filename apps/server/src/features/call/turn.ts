import { createHmac } from 'node:crypto'
import type { IceServer, UserId } from '@ithaca/contract'
import type { Settings } from '../../parts.ts'

const validMs = 6 * 3_600_000

/** Time-limited credentials for the TURN server, in the scheme coturn calls `use-auth-secret`. */
export function iceServers(turn: Settings['turn'], userId: UserId, now: Date): IceServer[] {
  if (!turn) return []
  const username = `${Math.floor((now.getTime() + validMs) / 1000)}:${userId}`
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64')
  return [{ urls: turn.urls, username, credential }]
}
