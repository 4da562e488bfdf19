import type { Quality, Seat, SeatId, UserId } from '@ithaca/contract'
import type { Incoming } from './engine-receiver.ts'
import type { Person, Stream } from './engine-state.ts'

/** What is known of a call at one moment. */
export type Scene = {
  readonly ownSeat: SeatId
  readonly seats: readonly Seat[]
  readonly incoming: readonly Incoming[]
  readonly speaking: SeatId | null
  readonly qualities: ReadonlyMap<SeatId, Quality>
  /** Seats of which nothing has come for a while. */
  readonly silent: ReadonlySet<SeatId>
  /** What this device sends. */
  readonly own: {
    readonly camera: MediaStreamTrack | null
    readonly screen: MediaStreamTrack | null
    readonly isMuted: boolean
    readonly isCut: boolean
  }
}

/** One tile a person: a second device of somebody adds to their tile, and their newest camera wins. */
export function peopleOf(scene: Scene): Person[] {
  const seatsOf = new Map<UserId, Seat[]>()
  for (const seat of scene.seats) seatsOf.set(seat.userId, [...(seatsOf.get(seat.userId) ?? []), seat])
  return [...seatsOf.values()].map((seats) => personOf(scene, seats))
}

function personOf(scene: Scene, seats: readonly Seat[]): Person {
  const ids = new Set(seats.map(({ id }) => id))
  const isSelf = ids.has(scene.ownSeat)
  const incoming = scene.incoming.filter(({ about }) => ids.has(about.seatId))
  const camera = newest(incoming, 'camera')
  const screen = newest(incoming, 'screen')
  const microphones = incoming.filter(({ about }) => about.source === 'microphone')
  const isHeard = microphones.some(({ isPaused }) => !isPaused)
  const [first] = seats as [Seat, ...Seat[]]
  return {
    userId: first.userId,
    name: first.name,
    tie: first.tie,
    isSelf,
    camera: (isSelf && ours(scene.own.camera)) || camera,
    screen: (isSelf && ours(scene.own.screen)) || screen,
    // Nobody wants to hear themselves through their second device.
    sounds: isSelf ? [] : incoming.filter(({ about }) => about.kind === 'audio').map(streamOf),
    isMuted: isSelf ? scene.own.isMuted && !isHeard : !isHeard,
    isSpeaking: scene.speaking !== null && ids.has(scene.speaking),
    hasHandRaised: seats.some(({ handRaisedAt }) => handRaisedAt !== null),
    quality: isSelf && scene.own.isCut ? 'lost' : best(seats, scene),
  }
}

function newest(incoming: readonly Incoming[], source: 'camera' | 'screen'): Stream | null {
  const streams = incoming.filter(({ about }) => about.source === source)
  const found = streams.findLast(({ isPaused }) => !isPaused) ?? streams.at(-1)
  return found ? streamOf(found) : null
}

function streamOf({ about, track, isPaused }: Incoming): Stream {
  return { consumerId: about.id, track, isOn: !isPaused }
}

function ours(track: MediaStreamTrack | null): Stream | null {
  return track && { consumerId: null, track, isOn: true }
}

const words = ['good', 'fair', 'poor', 'lost'] as const satisfies readonly Quality[]

/** The word of a person is that of their best device: the others may lie in a drawer. */
function best(seats: readonly Seat[], { qualities, silent }: Scene): Quality | null {
  const known = seats.flatMap(({ id }) => (silent.has(id) ? ['lost' as const] : (qualities.get(id) ?? [])))
  return words.find((word) => known.includes(word)) ?? null
}
