import { createHmac, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What the other side of an ICE connection has told us of itself. */
export type IceSide = { usernameFragment: string; password: string }

const attributes = {
  username: 0x0006,
  integrity: 0x0008,
  priority: 0x0024,
  chosen: 0x0025,
  fingerprint: 0x8028,
  controlling: 0x802a,
}

const headerLength = 20
const integrityLength = 4 + 20
const fingerprintLength = 4 + 4
const fingerprintMask = 0x5354554e

/** A STUN request by which a WebRTC peer proves who it is and chooses the path that the request came by. */
export function bindingRequest(to: IceSide): Buffer {
  const body = [
    attribute(attributes.username, Buffer.from(`${to.usernameFragment}:verify`)),
    attribute(attributes.priority, unsigned(1)),
    attribute(attributes.controlling, randomBytes(8)),
    attribute(attributes.chosen, Buffer.alloc(0)),
  ]
  const id = randomBytes(12)
  // The length in the header counts the attribute that is being signed, so the header is made anew for each.
  const signed = Buffer.concat([header(id, sizeOf(body) + integrityLength), ...body])
  body.push(attribute(attributes.integrity, createHmac('sha1', to.password).update(signed).digest()))
  const checked = Buffer.concat([header(id, sizeOf(body) + fingerprintLength), ...body])
  const fingerprint = attribute(attributes.fingerprint, unsigned((crc32(checked) ^ fingerprintMask) >>> 0))
  return Buffer.concat([checked, fingerprint])
}

/** STUN, DTLS and RTP share one port and differ by their first byte (RFC 7983). */
export function isStun(packet: Uint8Array): boolean {
  return (packet[0] ?? 0) < 4
}

function header(id: Buffer, length: number): Buffer {
  const start = Buffer.alloc(headerLength - id.length)
  start.writeUInt16BE(0x0001, 0)
  start.writeUInt16BE(length, 2)
  start.writeUInt32BE(0x2112a442, 4)
  return Buffer.concat([start, id])
}

function attribute(type: number, value: Buffer): Buffer {
  const start = Buffer.alloc(4)
  start.writeUInt16BE(type, 0)
  start.writeUInt16BE(value.length, 2)
  return Buffer.concat([start, value, Buffer.alloc(-value.length & 3)])
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function sizeOf(parts: Buffer[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}
