import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CallEngine } from './engine.ts'
import { bo, consumable, FakeServer, sessionId } from './engine.fakes.ts'

let engine: CallEngine
let server: FakeServer

beforeEach(async () => {
  vi.useFakeTimers()
  server = new FakeServer()
  server.consumers = [consumable('camera')]
  engine = server.engine()
  await engine.prepare()
  await engine.join()
  await vi.advanceTimersByTimeAsync(50)
  server.paths('connected')
  server.asked.splice(0)
})
afterEach(() => {
  engine.close()
  vi.useRealTimers()
})

const state = () => engine.snapshot()
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
/** The paths of the link that was made last connect. */
const connect = async () => {
  await pass(50)
  server.paths('connected')
  await pass(10)
}

describe('a lost socket', () => {
  test('keeps the media, takes the seat again and is steady', async () => {
    const { track } = state().camera
    server.turn(false)
    expect(state().link).toBe('mending')
    expect(state().people.find(({ isSelf }) => isSelf)?.quality).toBeNull()
    await pass(5000)
    expect(server.names()).toEqual([])
    server.turn(true)
    await pass(10)
    expect(server.names()).toEqual(['call.retake'])
    expect(state()).toMatchObject({ phase: 'in', link: 'steady', camera: { track } })
  })

  test('whose seat the server has forgotten takes it anew, by the same id and with the same devices', async () => {
    const { track } = state().camera
    server.refusals.set('call.retake', ['call.notSeated'])
    server.turn(false)
    server.turn(true)
    await connect()
    expect(server.names().slice(0, 2)).toEqual(['call.retake', 'call.join'])
    expect(server.inputs('call.join')[0]?.seatId).toBe(server.inputs('call.retake')[0]?.seatId)
    expect(server.inputs('call.produce').map(({ source }) => source)).toEqual(['camera', 'microphone'])
    expect(state()).toMatchObject({ link: 'steady', camera: { track } })
    expect(track?.readyState).toBe('live')
  })

  test('says again what was lost with it', async () => {
    const [camera] = server.consumers
    server.refusals.set('call.pauseConsumer', ['unavailable'])
    engine.show(camera?.id ?? '', { isVisible: true, lines: 360 })
    await pass(10)
    server.turn(false)
    server.turn(true)
    await pass(10)
    expect(server.inputs('call.pauseConsumer')).toMatchObject([{ paused: false }, { paused: false }])
  })
})

describe('a lost path', () => {
  test.each(['disconnected', 'failed'] as const)('that is %s is looked for anew, in both directions', async (word) => {
    server.paths(word)
    await pass(10)
    expect(server.inputs('call.restartIce').map(({ direction }) => direction)).toEqual(['receive', 'send'])
    expect(state().link).toBe('mending')
    expect(state().people.find(({ isSelf }) => isSelf)?.quality).toBe('lost')
    await connect()
    expect(state().link).toBe('steady')
    expect(server.troubles).toEqual(['connectionLost'])
  })

  test('that cannot be found again makes the seat be taken anew', async () => {
    server.paths('failed')
    await pass(30_000)
    expect(server.inputs('call.restartIce').length).toBeGreaterThanOrEqual(8)
    expect(server.names()).toContain('call.join')
    await connect()
    expect(state().link).toBe('steady')
  })

  test('whose server does not answer renews the socket', async () => {
    server.silent.add('call.restartIce')
    server.paths('disconnected')
    await pass(3100)
    expect(server.renewals).toBe(1)
  })

  test('of a changed network is looked for at once, before anything is missed', async () => {
    globalThis.dispatchEvent?.(new Event('online'))
    await pass(10)
    expect(server.inputs('call.restartIce')).toHaveLength(2)
    expect(state().link).toBe('steady')
  })

  test('that was never found is told as what it is', async () => {
    const other = new FakeServer()
    const alone = other.engine()
    await alone.prepare()
    await alone.join()
    await pass(8100)
    expect(other.troubles).toEqual(['connectionFailed'])
    alone.close()
  })
})

describe('an interrupted call', () => {
  test('whose media is gone is taken anew at once', async () => {
    server.tell('call.interrupted', { sessionId, reason: 'mediaGone' })
    await connect()
    expect(server.names()[0]).toBe('call.join')
    expect(state()).toMatchObject({ phase: 'in', link: 'steady' })
  })

  test('that was interrupted while it was joined is taken anew too', async () => {
    const other = new FakeServer()
    const early = other.engine()
    await early.prepare()
    other.onAsked = (name) => {
      if (name === 'call.join') other.tell('call.interrupted', { sessionId, reason: 'mediaGone' })
      other.onAsked = () => {}
    }
    await early.join()
    await pass(100)
    expect(other.inputs('call.join')).toHaveLength(2)
    early.close()
  })

  test('is tried again until the server has a place for it', async () => {
    server.refusals.set('call.join', ['call.mediaGone', 'unavailable'])
    server.tell('call.interrupted', { sessionId, reason: 'mediaGone' })
    await pass(1000)
    await connect()
    expect(server.inputs('call.join')).toHaveLength(3)
    expect(state().link).toBe('steady')
  })

  test('whose server stops waits for the next server', async () => {
    server.tell('call.interrupted', { sessionId, reason: 'serverStops' })
    await pass(500)
    expect(server.names()).toEqual([])
    server.turn(false)
    await pass(2000)
    server.turn(true)
    await connect()
    expect(server.names()[0]).toBe('call.join')
    expect(state().link).toBe('steady')
  })

  test('that is over ends, and says so', async () => {
    server.refusals.set('call.join', ['sessions.over'])
    server.tell('call.interrupted', { sessionId, reason: 'mediaGone' })
    await pass(100)
    expect(state()).toMatchObject({ phase: 'left', refusal: 'sessions.over', people: [] })
    expect(server.media.opened.every(({ readyState }) => readyState === 'ended')).toBe(true)
  })
})

describe('a reload', () => {
  test('comes back into the call, in the same seat', async () => {
    engine.pageHides()
    const [left] = server.inputs('call.leave')
    const next = server.engine()
    await next.prepare()
    expect(next.snapshot().phase).toBe('in')
    expect(server.inputs('call.join')[0]?.seatId).toBe(left?.seatId)
    next.close()
  })

  test('after leaving stays in the lobby', async () => {
    engine.leave()
    const next = server.engine()
    await next.prepare()
    expect(next.snapshot().phase).toBe('lobby')
    next.close()
  })
})

test('somebody whose streams all fall silent is lost, until something comes again', async () => {
  const [camera] = server.consumers
  engine.show(camera?.id ?? '', { isVisible: true, lines: 360 })
  const bos = () => state().people.find(({ userId }) => userId === bo.userId)?.quality
  await pass(2500)
  expect(bos()).toBeNull()
  await pass(2500)
  expect(bos()).toBe('lost')
  server.tell('call.consumerPaused', { sessionId, consumerId: camera?.id ?? '', paused: true })
  await pass(1000)
  expect(bos()).toBeNull()
})
