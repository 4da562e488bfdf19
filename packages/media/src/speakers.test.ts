import { EventEmitter } from 'node:events'
import type { types } from 'mediasoup'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pause, Speakers } from './speakers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A room whose microphones a test speaks into. */
function aRoom() {
  const levels = new EventEmitter()
  const dominance = new EventEmitter()
  const told: (string | null)[] = []
  // Only their events are used here; that they are told of each microphone is proved with the real worker.
  const observers = { levels, dominance } as unknown as ConstructorParameters<typeof Speakers>[0]
  const speakers = new Speakers(observers, (peerId) => told.push(peerId))
  const producer = (peerId: string) => ({ appData: { peerId } }) as unknown as types.Producer
  return {
    speakers,
    told,
    hear: (...voices: string[]) =>
      levels.emit(
        'volumes',
        voices.map((peerId) => ({ producer: producer(peerId) })),
      ),
    hush: () => levels.emit('silence'),
    leads: (peerId: string) => dominance.emit('dominantspeaker', { producer: producer(peerId) }),
  }
}

test('who speaks is told once, and nobody only after a pause', () => {
  const { told, hear, hush } = aRoom()
  hear('ada')
  hear('ada')
  hush()
  vi.advanceTimersByTime(pause - 1)
  expect(told).toEqual(['ada'])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['ada', null])
})

test('a breath between words is no silence', () => {
  const { told, hear, hush } = aRoom()
  hear('ada')
  hush()
  vi.advanceTimersByTime(pause - 1)
  hear('ada')
  vi.advanceTimersByTime(2 * pause)
  expect(told).toEqual(['ada'])
})

test('the voice that leads is told, not a louder cough; a leader that is silent does not count', () => {
  const { told, hear, leads } = aRoom()
  leads('ada')
  expect(told).toEqual([])
  hear('bo', 'ada')
  hear('bo')
  expect(told).toEqual(['ada', 'bo'])
})

test('a peer that left neither speaks nor leads', () => {
  const { told, hear, leads, speakers } = aRoom()
  leads('ada')
  hear('ada', 'bo')
  speakers.forget('ada')
  hear('bo', 'ada')
  expect(told).toEqual(['ada', null, 'bo'])
})

test('nothing is told after closing', () => {
  const { told, hear, hush, speakers } = aRoom()
  hear('ada')
  hush()
  speakers.close()
  speakers.close()
  vi.advanceTimersByTime(2 * pause)
  expect(told).toEqual(['ada'])
})
