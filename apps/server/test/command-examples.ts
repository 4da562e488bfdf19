import { randomUUID } from 'node:crypto'
import { type AnyCommand, call, type contract, type RefusalCode, SeatId } from '@ithaca/contract'
import type { z } from 'zod'
import type { Device } from './house.ts'
import type { Kind, World } from './world.ts'

type Contract = typeof contract
type CommandOf<Promise> = Extract<Promise, AnyCommand>
type Asker = Exclude<Kind, 'nobody'>

/** A world where everybody has a device on the socket and the mentor is seated in the call. */
export type LiveWorld = World & { devices: Record<Asker, Device>; seatId: SeatId }

/** One command that is right in itself, who may give it, and what all others are told. */
export type CommandExample<C extends AnyCommand = AnyCommand> = {
  may: readonly Asker[]
  otherwise: RefusalCode
  input(world: LiveWorld): z.input<C['input']>
}

/** One example for each command of the contract: a new command without one does not compile. */
type CommandExamples = {
  [F in keyof Contract]: {
    [K in keyof Contract[F] as Contract[F][K] extends AnyCommand ? K : never]: CommandExample<CommandOf<Contract[F][K]>>
  }
}

const ofMatch = ['mentor', 'mentee', 'coordinator'] as const
const everybody = ['stranger', 'neighbor', 'mentor', 'mentee', 'coordinator'] as const
/** Only whoever sits there; a seat is nobody else's, not even in the same match. */
const seated = { may: ['mentor'], otherwise: 'call.notSeated' } as const

const ofSeat = ({ seatId }: LiveWorld) => ({ seatId })
const capabilities = { codecs: [], headerExtensions: [] }
const rtpParameters = {
  codecs: [
    { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } },
  ],
  encodings: [{ ssrc: 1111 }],
  rtcp: { cname: 'ada' },
}
const fingerprint = { algorithm: 'sha-256', value: Array(32).fill('AB').join(':') } as const

export const commandExamples: CommandExamples = {
  accounts: {},
  programs: {},
  matches: {},
  sessions: {},
  call: {
    prepare: { may: ofMatch, otherwise: 'notFound', input: ({ sessionId }) => ({ sessionId }) },
    join: {
      may: ofMatch,
      otherwise: 'notFound',
      input: ({ sessionId }) => ({ sessionId, seatId: SeatId.parse(randomUUID()), capabilities }),
    },
    retake: { ...seated, input: ({ sessionId, seatId }) => ({ sessionId, seatId }) },
    connect: {
      ...seated,
      input: (world) => ({
        ...ofSeat(world),
        direction: 'send',
        dtlsParameters: { role: 'client', fingerprints: [fingerprint] },
      }),
    },
    restartIce: { ...seated, input: (world) => ({ ...ofSeat(world), direction: 'receive' }) },
    produce: {
      ...seated,
      input: (world) => ({ ...ofSeat(world), kind: 'audio', source: 'microphone', rtpParameters, paused: false }),
    },
    pauseProducer: { ...seated, input: (world) => ({ ...ofSeat(world), producerId: 'one', paused: true }) },
    closeProducer: { ...seated, input: (world) => ({ ...ofSeat(world), producerId: 'one' }) },
    pauseConsumer: { ...seated, input: (world) => ({ ...ofSeat(world), consumerId: 'one', paused: false }) },
    preferLayers: {
      ...seated,
      input: (world) => ({ ...ofSeat(world), consumerId: 'one', spatial: 2, temporal: 1 }),
    },
    raiseHand: { ...seated, input: (world) => ({ ...ofSeat(world), raised: true }) },
    // Leaving a seat that is not one's own is answered, and changes nothing.
    leave: { may: everybody, otherwise: 'notFound', input: () => ({ seatId: SeatId.parse(randomUUID()) }) },
  },
  attendance: {},
  chat: {
    typing: { may: ['mentor', 'mentee'], otherwise: 'notFound', input: ({ conversationId }) => ({ conversationId }) },
  },
  goals: {},
  mail: {},
}

/** Connects a device of everybody and seats the mentor's. */
export async function goLive(world: World): Promise<LiveWorld> {
  const { house, people, sessionId } = world
  const connected = Object.entries(people).map(async ([kind, person]) => [kind, await house.connect(person)] as const)
  const devices = Object.fromEntries(await Promise.all(connected)) as Record<Asker, Device>
  const seatId = SeatId.parse(randomUUID())
  const answer = await devices.mentor.ask(call.join, { sessionId, seatId, capabilities })
  if (answer.refused) throw new Error(`The mentor was refused a seat: ${answer.refused}.`)
  return { ...world, devices, seatId }
}
