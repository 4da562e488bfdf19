import { afterEach, describe, expect, test, vi } from 'vitest'
import type { CallEngine } from './engine.ts'
import { bo, consumable, FakeServer, type FakeTrack, sessionId } from './engine.fakes.ts'

const engines: CallEngine[] = []
afterEach(() => {
  for (const engine of engines.splice(0)) engine.close()
})

async function lobby(server = new FakeServer()) {
  const engine = server.engine()
  engines.push(engine)
  await engine.prepare()
  return { server, engine, state: () => engine.snapshot() }
}

async function inCall(server = new FakeServer()) {
  const scene = await lobby(server)
  await scene.engine.join()
  server.paths('connected')
  await vi.waitFor(() => expect(server.inputs('call.produce')).toHaveLength(scene.state().camera.isOn ? 2 : 1))
  return { ...scene, person: (name: string) => scene.state().people.find((one) => one.name === name) }
}

describe('the lobby', () => {
  test('prepares all that joining needs, and shows the person to themselves', async () => {
    const { server, state } = await lobby()
    expect(server.names()).toEqual(['call.prepare'])
    expect(state()).toMatchObject({ phase: 'lobby', isReady: true, camera: { isOn: true }, microphone: { isOn: true } })
  })

  test.each([
    { name: 'NotAllowedError', trouble: 'blocked', told: 'deviceBlocked' },
    { name: 'NotFoundError', trouble: 'missing', told: 'deviceMissing' },
    { name: 'NotReadableError', trouble: 'busy', told: 'deviceBusy' },
  ])('a camera that fails by $name is $trouble, and the microphone works', async ({ name, trouble, told }) => {
    const server = new FakeServer()
    server.media.broken.set('video', name)
    const { state } = await lobby(server)
    expect(state().camera).toMatchObject({ isOn: false, isChanging: false, trouble })
    expect(state().microphone).toMatchObject({ isOn: true, trouble: null })
    expect(server.troubles).toEqual([told])
  })

  test('switched off, a camera is let go and not opened the next time', async () => {
    const { server, engine, state } = await lobby()
    const track = state().camera.track
    await engine.setCamera(false)
    expect(track?.readyState).toBe('ended')
    const again = await lobby(Object.assign(new FakeServer(), { memory: server.memory }))
    expect(again.state().camera.isOn).toBe(false)
    expect(again.state().microphone.isOn).toBe(true)
  })

  test('says why the call cannot be joined, and joins when it can', async () => {
    const { server, engine, state } = await lobby()
    server.refusals.set('call.join', ['sessions.notOpenYet'])
    await engine.join()
    expect(state()).toMatchObject({ phase: 'lobby', refusal: 'sessions.notOpenYet' })
    await engine.join()
    expect(state()).toMatchObject({ phase: 'in', refusal: null })
  })
})

describe('joining', () => {
  test('is one round trip, and nothing that follows waits for another', async () => {
    const server = new FakeServer()
    server.consumers = [consumable('microphone'), consumable('camera')]
    for (const name of ['call.connect', 'call.produce'] as const) server.silent.add(name)
    const { engine, state } = await lobby(server)
    await engine.join()
    await vi.waitFor(() =>
      expect(server.inputs('call.produce').map(({ source }) => source)).toEqual(['camera', 'microphone']),
    )
    await vi.waitFor(() =>
      expect(state().people[0]).toMatchObject({ name: 'Bo', camera: { isOn: true }, isMuted: false }),
    )
    expect(server.names().slice(0, 2)).toEqual(['call.prepare', 'call.join'])
    expect(server.inputs('call.connect').map(({ direction }) => direction)).toEqual(
      expect.arrayContaining(['receive', 'send']),
    )
  })

  test('with no device at all still connects, so that the person counts as there', async () => {
    const server = new FakeServer()
    server.media.broken.set('video', 'NotFoundError').set('audio', 'NotFoundError')
    const { engine, state } = await lobby(server)
    await engine.join()
    await vi.waitFor(() => expect(server.inputs('call.connect')).toMatchObject([{ direction: 'receive' }]))
    expect(state().phase).toBe('in')
    expect(server.inputs('call.produce')).toEqual([])
  })

  test('sends a camera of 640 × 360 in two sizes, the larger whole', async () => {
    const { server } = await inCall()
    const camera = server.inputs('call.produce').find(({ source }) => source === 'camera')
    expect(camera?.rtpParameters).toMatchObject({
      encodings: [{ scaleResolutionDownBy: 2 }, { scaleResolutionDownBy: 1 }],
    })
  })

  test('news that comes before the answer is not lost', async () => {
    const { server, engine, state } = await lobby()
    const early = { sessionId, consumer: consumable('camera') }
    server.onAsked = (name) => name === 'call.join' && server.tell('call.consumable', early)
    await engine.join()
    await vi.waitFor(() => expect(state().people[0]?.camera).not.toBeNull())
  })
})

describe('what comes in', () => {
  test('flows when its element is ready, and rests while it cannot be seen', async () => {
    const server = new FakeServer()
    const camera = consumable('camera')
    server.consumers = [camera]
    const { engine, person } = await inCall(server)
    await vi.waitFor(() => expect(person('Bo')?.camera).not.toBeNull())
    expect(server.inputs('call.pauseConsumer')).toEqual([])
    engine.show(camera.id, { isVisible: true, lines: 300 })
    engine.show(camera.id, { isVisible: true, lines: 500 })
    engine.show(camera.id, { isVisible: false, lines: 500 })
    expect(server.inputs('call.pauseConsumer')).toMatchObject([{ paused: false }, { paused: true }])
  })

  test('is asked for in the size of its tile', async () => {
    const server = new FakeServer()
    const camera = consumable('camera')
    camera.rtpParameters = { ...camera.rtpParameters, encodings: [{ ssrc: 1, scalabilityMode: 'L2T2' }] }
    server.consumers = [camera]
    const { engine, person } = await inCall(server)
    await vi.waitFor(() => expect(person('Bo')?.camera).not.toBeNull())
    engine.show(camera.id, { isVisible: true, lines: 600 })
    engine.show(camera.id, { isVisible: true, lines: 120 })
    engine.show(camera.id, { isVisible: true, lines: 600 })
    expect(server.inputs('call.preferLayers')).toMatchObject([{ spatial: 0 }, { spatial: 1 }])
  })

  test('tells who is muted, who raised a hand, who speaks, who left', async () => {
    const server = new FakeServer()
    const microphone = consumable('microphone')
    server.consumers = [microphone]
    const { person, state } = await inCall(server)
    await vi.waitFor(() => expect(person('Bo')?.isMuted).toBe(false))
    server.tell('call.consumerPaused', { sessionId, consumerId: microphone.id, paused: true })
    expect(person('Bo')?.isMuted).toBe(true)
    expect(state().news).toMatchObject({ kind: 'muted', name: 'Bo' })
    server.tell('call.handChanged', { sessionId, seatId: bo.id, handRaisedAt: '2026-11-24T18:00:00.000Z' })
    server.tell('call.spoke', { sessionId, seatId: bo.id })
    server.tell('call.qualityChanged', { sessionId, seatId: bo.id, quality: 'fair' })
    expect(person('Bo')).toMatchObject({ hasHandRaised: true, isSpeaking: true, quality: 'fair' })
    server.tell('call.left', { sessionId, seatId: bo.id, userId: bo.userId })
    expect(person('Bo')).toBeUndefined()
    expect(state().news).toMatchObject({ kind: 'left', name: 'Bo' })
  })
})

describe('what goes out', () => {
  test('muting silences the track and tells the others; unmuting is at once', async () => {
    const { server, engine, state } = await inCall()
    const track = state().microphone.track
    await engine.setMicrophone(false)
    expect(track).toMatchObject({ enabled: false, readyState: 'live' })
    expect(state().microphone.isOn).toBe(false)
    await engine.setMicrophone(true)
    expect(track?.enabled).toBe(true)
    await vi.waitFor(() =>
      expect(server.inputs('call.pauseProducer')).toMatchObject([
        { producerId: 'server-microphone', paused: true },
        { producerId: 'server-microphone', paused: false },
      ]),
    )
  })

  test('a camera that is turned off goes dark, and comes back in the same stream', async () => {
    const { server, engine, state } = await inCall()
    const track = state().camera.track
    await engine.setCamera(false)
    expect(track?.readyState).toBe('ended')
    await vi.waitFor(() => expect(server.inputs('call.pauseProducer')).toMatchObject([{ paused: true }]))
    await engine.setCamera(true)
    await vi.waitFor(() => expect(server.inputs('call.pauseProducer')).toHaveLength(2))
    expect(server.inputs('call.produce')).toHaveLength(2)
  })

  test('a camera that sends in another number of sizes is a new stream', async () => {
    const { server, engine, state } = await inCall()
    await engine.setCamera(false)
    const open = server.media.getUserMedia.bind(server.media)
    server.media.getUserMedia = async (wish) => {
      const stream = await open(wish)
      for (const track of stream.getVideoTracks()) track.settings = { width: 1280, height: 720 }
      return stream
    }
    await engine.setCamera(true)
    await vi.waitFor(() => expect(server.inputs('call.closeProducer')).toMatchObject([{ producerId: 'server-camera' }]))
    expect(state().camera.isOn).toBe(true)
    expect(server.inputs('call.produce')).toHaveLength(3)
  })

  test("a shared screen ends by the browser's own button too", async () => {
    const { server, engine, state } = await inCall()
    await engine.share()
    await vi.waitFor(() => expect(server.inputs('call.produce')).toHaveLength(4))
    expect(state().screen.isOn).toBe(true)
    ;(state().screen.track as unknown as FakeTrack).end()
    expect(state().screen.isOn).toBe(false)
    await vi.waitFor(() =>
      expect(server.inputs('call.closeProducer').map(({ producerId }) => producerId)).toEqual(
        expect.arrayContaining(['server-screen', 'server-screenSound']),
      ),
    )
  })

  test('an unplugged microphone is replaced by another, where there is one', async () => {
    const { server, state } = await inCall()
    const first = state().microphone.track
    ;(first as unknown as FakeTrack).end()
    await vi.waitFor(() => expect(state().microphone).toMatchObject({ isOn: true, isChanging: false }))
    expect(state().microphone.track).not.toBe(first)
    expect(server.inputs('call.produce')).toHaveLength(2)
  })

  test('whoever leaves while joining is not left behind in the call', async () => {
    const { server, engine, state } = await lobby()
    const joining = engine.join()
    engine.leave()
    await joining
    expect(state().phase).toBe('left')
    await vi.waitFor(() => expect(server.names().slice(1)).toEqual(['call.join', 'call.leave']))
    await engine.comeBack()
    await engine.join()
    expect(state().phase).toBe('in')
  })

  test('leaving lets go of everything', async () => {
    const { server, engine, state } = await inCall()
    engine.leave()
    expect(state()).toMatchObject({ phase: 'left', people: [] })
    expect(server.names()).toContain('call.leave')
    expect(server.media.opened.every(({ readyState }) => readyState === 'ended')).toBe(true)
  })
})
