import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createWorker } from 'mediasoup'
import type {
  Consumer,
  DtlsRole,
  Producer,
  Router,
  RouterRtpCodecCapability,
  WebRtcTransport,
  Worker,
} from 'mediasoup/types'
import { bindingRequest, isStun } from './stun.ts'

/** One transport inside the worker, and the socket of ours that plays its network. */
type End = { transport: WebRtcTransport; socket: Socket }
type Line = { router: Router; caller: End; callee: End }
type Check = { step: string }

const here = '127.0.0.1'
const patienceMs = 15_000
const payloadType = 111
const opus = { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 } as const
const codec: RouterRtpCodecCapability = { ...opus, preferredPayloadType: payloadType }

/**
 * Makes a real call through this worker, and rejects with one sentence when it doesn't come about.
 *
 * Two WebRTC transports of one worker are joined by two plain UDP sockets of ours, so the worker makes a full DTLS
 * handshake with itself, in both roles, and then sends an encrypted packet across. That runs all that our headers
 * touch and needs no other library and no other program. Starting a worker and creating a router shows none of it.
 */
export async function verifyMediaWorker(workerBin: string): Promise<void> {
  const check: Check = { step: 'starting' }
  const worker = await createWorker({ workerBin, logLevel: 'none' }).catch((error: unknown) => {
    throw failure(workerBin, check, error)
  })
  const died = new Promise<never>((_, reject) => worker.once('died', reject))
  const late = once(AbortSignal.timeout(patienceMs), 'abort').then(() => {
    throw new Error(`nothing came of it in ${patienceMs / 1000} seconds`)
  })
  try {
    await Promise.race([died, call(worker, check), late])
  } catch (error) {
    throw failure(workerBin, check, error)
  } finally {
    worker.close()
  }
}

function failure(workerBin: string, check: Check, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error)
  return new Error(`The media worker ${workerBin} failed at ${check.step}: ${reason}`, { cause: error })
}

async function call(worker: Worker, check: Check): Promise<void> {
  const router = await worker.createRouter({ mediaCodecs: [codec] })
  const caller = await openEnd(router)
  const callee = await openEnd(router)
  try {
    join(caller, callee)
    check.step = 'the first contact (ICE)'
    await Promise.all([contact(caller), contact(callee)])
    check.step = 'the DTLS handshake'
    await Promise.all([shakeHands(callee, caller, 'client'), shakeHands(caller, callee, 'server')])
    check.step = 'sending an encrypted packet (SRTP)'
    await say({ router, caller, callee })
  } finally {
    caller.socket.close()
    callee.socket.close()
  }
}

async function openEnd(router: Router): Promise<End> {
  const transport = await router.createWebRtcTransport({ listenInfos: [{ protocol: 'udp', ip: here }] })
  const socket = createSocket('udp4').bind(0, here)
  await once(socket, 'listening')
  return { transport, socket }
}

/** What one transport sends, the other receives; their answers to our STUN requests stay with us. */
function join(one: End, other: End): void {
  one.socket.on('message', (packet) => isStun(packet) || send(other, packet))
  other.socket.on('message', (packet) => isStun(packet) || send(one, packet))
}

function send({ transport, socket }: End, packet: Uint8Array): void {
  socket.send(packet, transport.iceCandidates[0]?.port, here)
}

async function contact(end: End): Promise<void> {
  const { transport } = end
  const { usernameFragment, password } = transport.iceParameters
  const reached = new Promise<void>((resolve) => {
    transport.on('icestatechange', (state) => state === 'completed' && resolve())
  })
  send(end, bindingRequest({ usernameFragment, password }))
  await reached
}

async function shakeHands({ transport }: End, peer: End, peerRole: DtlsRole): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    transport.on('dtlsstatechange', (state) => {
      if (state === 'connected') resolve()
      if (state === 'failed' || state === 'closed') reject(new Error(`the state became ${state}`))
    })
  })
  const { fingerprints } = peer.transport.dtlsParameters
  await Promise.all([transport.connect({ dtlsParameters: { role: peerRole, fingerprints } }), done])
}

async function say(line: Line): Promise<void> {
  const { mouth, ear } = await openVoice(line)
  const words = Buffer.from('can you hear me')
  const heard = new Promise<void>((resolve) => {
    ear.on('rtp', (packet) => packet.subarray(-words.length).equals(words) && resolve())
  })
  let sequence = 0
  const speaking = setInterval(() => mouth.send(rtpPacket(sequence++, words)), 20)
  await heard.finally(() => clearInterval(speaking))
}

/** A packet given to the mouth goes to the caller's transport, out over our sockets, and in by the callee's to the ear. */
async function openVoice({ router, caller, callee }: Line): Promise<{ mouth: Producer; ear: Consumer }> {
  const { rtpCapabilities } = router
  const inside = await router.createDirectTransport()
  const { kind, ...wire } = opus
  const mouth = await inside.produce({
    kind,
    rtpParameters: { codecs: [{ ...wire, payloadType }], encodings: [{ ssrc: 1 }] },
  })
  const outgoing = await caller.transport.consume({ producerId: mouth.id, rtpCapabilities })
  const incoming = await callee.transport.produce({ kind, rtpParameters: outgoing.rtpParameters })
  const ear = await inside.consume({ producerId: incoming.id, rtpCapabilities })
  return { mouth, ear }
}

function rtpPacket(sequence: number, payload: Buffer): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt8(0x80, 0)
  header.writeUInt8(payloadType, 1)
  header.writeUInt16BE(sequence, 2)
  header.writeUInt32BE(sequence * 960, 4)
  header.writeUInt32BE(1, 8)
  return Buffer.concat([header, payload])
}

if (import.meta.main) {
  const [workerBin = ''] = process.argv.slice(2)
  try {
    await verifyMediaWorker(workerBin)
    process.stdout.write(`media worker: ${workerBin} made a DTLS call\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
