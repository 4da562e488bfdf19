import type { MediaNews, RtpParameters, Source } from '@ithaca/contract'
import { MediaNews as News, media } from '@ithaca/contract'
import { Device } from 'mediasoup-client'
import * as fake from 'mediasoup-client/fakeParameters'
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createEngine, type Engine } from './engine.ts'
import type { EngineOptions } from './options.ts'

const here: EngineOptions = {
  workers: 1,
  listen: { addresses: [{ ip: '127.0.0.1' }], udpPort: 0, tcpPort: 0 },
  onBug: () => {},
}
const everything: Source[] = ['camera', 'microphone', 'screen', 'screenSound']
const camera = (ssrc: number): RtpParameters => ({
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: [
    { ssrc, maxBitrate: 200_000 },
    { ssrc: ssrc + 1, maxBitrate: 500_000 },
  ],
})

let engine: Engine
beforeAll(async () => {
  engine = await createEngine(here)
})
afterAll(() => engine.close())

async function another(options: Partial<EngineOptions>): Promise<Engine> {
  const made = await createEngine({ ...here, ...options })
  onTestFinished(() => made.close())
  return made
}

async function join(roomId: string, peerId: string, to = engine) {
  return to.join({ roomId, peerId, capabilities: await to.capabilities(), canProduce: everything })
}

function hear(from: Engine): MediaNews[] {
  const news: MediaNews[] = []
  onTestFinished(from.on((one) => void news.push(one)))
  return news
}

test('what the engine answers and tells is what the contract promises, to the letter', async () => {
  const news = hear(engine)
  const capabilities = await engine.capabilities()
  expect(media.capabilities.reply.parse(capabilities)).toEqual(capabilities)
  await join('promise', 'ada')
  await engine.produce({
    roomId: 'promise',
    peerId: 'ada',
    kind: 'video',
    source: 'camera',
    rtpParameters: camera(1),
    paused: false,
  })
  const joined = await join('promise', 'bo')
  expect(joined.consumers).toHaveLength(1)
  expect(media.join.reply.parse(joined)).toStrictEqual(joined)
  await engine.leave({ roomId: 'promise', peerId: 'ada' })
  await expect.poll(() => news).toHaveLength(1)
  for (const one of news) expect(News.parse(one)).toStrictEqual(one)
})

test('a browser library loads these capabilities and makes both transports of a join', async () => {
  const device = await Device.factory({ handlerFactory: FakeHandler.createFactory(fake) })
  await device.load({ routerRtpCapabilities: await engine.capabilities() })
  const capabilities = media.join.input.shape.capabilities.parse(device.recvRtpCapabilities)
  const joined = await engine.join({ roomId: 'device', peerId: 'ada', capabilities, canProduce: everything })
  const receive = device.createRecvTransport(joined.receive)
  receive.on('connect', (_, done) => done())
  const consumer = await receive.consume(joined.warmUp)
  expect(consumer.kind).toBe('audio')
  expect(device.createSendTransport(joined.send).id).toBe(joined.send.id)
})

test('each source has one stream: a second camera takes the place of the first', async () => {
  const news = hear(engine)
  const who = { roomId: 'source', peerId: 'ada' }
  await join('source', 'ada')
  await join('source', 'bo')
  const first = await engine.produce({
    ...who,
    kind: 'video',
    source: 'camera',
    rtpParameters: camera(10),
    paused: false,
  })
  const second = await engine.produce({
    ...who,
    kind: 'video',
    source: 'camera',
    rtpParameters: camera(10),
    paused: true,
  })
  expect(second.producerId).not.toBe(first.producerId)
  const { consumers } = await join('source', 'cy')
  expect(consumers).toMatchObject([{ producerId: second.producerId, producerPaused: true }])
  await expect.poll(() => news.map(({ type }) => type)).toContain('consumerClosed')
})

test('simulcast reaches the receiver as one stream whose layers can be chosen', async () => {
  await join('layers', 'ada')
  await engine.produce({
    roomId: 'layers',
    peerId: 'ada',
    kind: 'video',
    source: 'camera',
    rtpParameters: camera(20),
    paused: false,
  })
  const { consumers } = await join('layers', 'bo')
  expect(consumers[0]?.rtpParameters.encodings).toMatchObject([{ scalabilityMode: 'L2T1' }])
  const about = { roomId: 'layers', peerId: 'bo', consumerId: consumers[0]?.id ?? '' }
  await expect(engine.setPreferredLayers({ ...about, spatial: 0, temporal: 0 })).resolves.toBeUndefined()
})

test('an empty room closes, and the next to come opens it anew', async () => {
  await join('empty', 'ada')
  await engine.leave({ roomId: 'empty', peerId: 'ada' })
  const gone = engine.restartIce({ roomId: 'empty', peerId: 'ada', direction: 'send' })
  await expect(gone).rejects.toMatchObject({ code: 'call.notSeated' })
  await engine.leave({ roomId: 'empty', peerId: 'ada' })
  await engine.closeRoom({ roomId: 'empty' })
  expect((await join('empty', 'ada')).consumers).toEqual([])
})

test.each(['before', 'after'])('a peer that comes in just %s the last one leaves has a room', async (order) => {
  const capabilities = await engine.capabilities()
  const roomId = `swap ${order}`
  await join(roomId, 'ada')
  const leave = () => engine.leave({ roomId, peerId: 'ada' })
  const enter = () => engine.join({ roomId, peerId: 'bo', capabilities, canProduce: [] })
  await Promise.all(order === 'before' ? [enter(), leave()] : [leave(), enter()])
  await expect(engine.restartIce({ roomId, peerId: 'bo', direction: 'send' })).resolves.toBeDefined()
})

test('many who come and go at once leave one room with those who stayed', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `peer ${index}`)
  await Promise.all(
    names.map(async (name, index) => {
      await join('busy', name)
      if (index % 2) await engine.leave({ roomId: 'busy', peerId: name })
    }),
  )
  await engine.produce({
    roomId: 'busy',
    peerId: 'peer 0',
    kind: 'video',
    source: 'camera',
    rtpParameters: camera(30),
    paused: false,
  })
  expect((await join('busy', 'late')).consumers).toHaveLength(1)
  await engine.closeRoom({ roomId: 'busy' })
})

test('capabilities that are none are refused, and nobody is left sitting', async () => {
  const empty = engine.join({ roomId: 'deaf', peerId: 'ada', capabilities: { codecs: [] }, canProduce: [] })
  await expect(empty).rejects.toMatchObject({ code: 'input.invalid' })
  const stray = engine.restartIce({ roomId: 'deaf', peerId: 'ada', direction: 'send' })
  await expect(stray).rejects.toMatchObject({ code: 'call.notSeated' })
})

test('a worker takes only its own rooms with it', async () => {
  const bugs: unknown[] = []
  const two = await another({ workers: 2, onBug: (error) => bugs.push(error) })
  const news = hear(two)
  await Promise.all(['one', 'two', 'three', 'four'].map((room) => join(room, 'ada', two)))
  const [first = 0, second = 0] = two.pids
  process.kill(first, 'SIGKILL')
  await expect.poll(() => news).toHaveLength(2)
  expect(news.map((one) => one.type === 'roomGone' && one.roomId).toSorted()).toEqual(['one', 'three'])
  expect(bugs).toHaveLength(1)
  await expect(two.restartIce({ roomId: 'two', peerId: 'ada', direction: 'send' })).resolves.toBeDefined()
  const left = two.restartIce({ roomId: 'one', peerId: 'ada', direction: 'send' })
  await expect(left).rejects.toMatchObject({ code: 'call.notSeated' })
  await expect.poll(() => two.pids).toHaveLength(2)
  expect(two.pids).toContain(second)
  await Promise.all(['one', 'three'].map((room) => join(room, 'ada', two)))
})

test('those who were joining while the worker died are refused or come in, and nobody hangs', async () => {
  const frail = await another({})
  await join('room', 'ada', frail)
  const comings = Array.from({ length: 6 }, (_, index) => join('room', `peer ${index}`, frail))
  for (const pid of frail.pids) process.kill(pid, 'SIGKILL')
  const settled = await Promise.allSettled(comings)
  for (const one of settled) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'call.mediaGone' })
  await expect.poll(() => join('room', 'late', frail).then(Boolean, () => false)).toBe(true)
})

test('a closed engine ends its workers and refuses to open rooms', async () => {
  const brief = await createEngine(here)
  const [pid = 0] = brief.pids
  await join('room', 'ada', brief)
  await brief.close()
  await brief.close()
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  await expect(join('room', 'bo', brief)).rejects.toMatchObject({ code: 'call.mediaGone' })
})

test('a worker that does not start, or one front door for two, is told at once', async () => {
  await expect(createEngine({ ...here, workerBin: '/nowhere/worker' })).rejects.toThrow('ENOENT')
  const doors = { ...here, workers: 2, listen: { ...here.listen, announcedTcpPort: 3000 } }
  await expect(createEngine(doors)).rejects.toThrow('One front door')
})

test('behind a front door every address is announced with its TCP port, and with no other', async () => {
  const addresses = [{ ip: '127.0.0.1' }, { ip: '127.0.0.1', announced: 'media.example' }]
  const shared = await another({
    listen: { addresses: addresses.slice(0, 1), udpPort: 0, tcpPort: 0, announcedTcpPort: 3000 },
  })
  const { send } = await join('door', 'ada', shared)
  const tcp = send.iceCandidates.filter(({ protocol }) => protocol === 'tcp')
  expect(tcp).toMatchObject([{ address: '127.0.0.1', port: 3000, tcpType: 'passive' }])
  expect(shared.tcpPort).not.toBe(3000)
  const outside = await another({
    listen: { addresses: addresses.slice(1), udpPort: 0, tcpPort: 0, announcedTcpPort: 443 },
  })
  const { receive } = await join('door', 'ada', outside)
  expect(receive.iceCandidates.map(({ address }) => address)).toEqual(['media.example', 'media.example'])
})
