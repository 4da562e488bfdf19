import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { usualTimes } from './options.ts'
import { Presence, type Watched } from './presence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Two transports whose state a test sets by hand. */
function aPeer() {
  const looks: (() => void)[] = []
  const state = { send: false, receive: false }
  const leg = (direction: 'send' | 'receive'): Watched => ({
    direction,
    get up() {
      return state[direction]
    },
    onChange: (look) => void looks.push(look),
  })
  const told: string[] = []
  const presence = new Presence([leg('receive'), leg('send')], usualTimes, {
    connected: (direction) => told.push(`connected ${direction}`),
    lost: () => told.push('lost'),
    end: (reason) => told.push(`end ${reason}`),
  })
  const set = (next: Partial<typeof state>) => {
    Object.assign(state, next)
    for (const look of looks) look()
  }
  return { presence, told, set }
}

test('the first transport to connect makes a peer present, the second adds nothing', () => {
  const { presence, told, set } = aPeer()
  set({ send: true })
  set({ receive: true })
  expect(told).toEqual(['connected send'])
  expect(presence.up).toBe(true)
})

test('a peer is lost with its last transport, and may come back', () => {
  const { presence, told, set } = aPeer()
  set({ send: true, receive: true })
  set({ send: false })
  expect(presence.up).toBe(true)
  set({ receive: false })
  expect(presence.up).toBe(false)
  vi.advanceTimersByTime(usualTimes.lost - 1)
  set({ receive: true })
  vi.advanceTimersByTime(usualTimes.lost)
  expect(told).toEqual(['connected receive', 'lost', 'connected receive'])
})

test('a peer that never connects ends in ten seconds', () => {
  const { told } = aPeer()
  vi.advanceTimersByTime(9_999)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['end neverConnected'])
})

test('a peer that stays lost ends, for nothing may leak', () => {
  const { told, set } = aPeer()
  set({ send: true })
  set({ send: false })
  vi.advanceTimersByTime(usualTimes.lost)
  expect(told).toEqual(['connected send', 'lost', 'end lost'])
})

test('nothing is told of a closed peer, and it may be closed twice', () => {
  const { presence, told, set } = aPeer()
  presence.close()
  presence.close()
  set({ send: true })
  vi.advanceTimersByTime(usualTimes.lost)
  expect(told).toEqual([])
  expect(presence.up).toBe(false)
})
