import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { type ConsumerOptions, type MediaNews, mediaLink, type Source } from '@ithaca/contract'
import type { MediaPort } from '@ithaca/media'
import { Server } from 'socket.io'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createRemoteMedia } from '../src/media/remote.ts'
import { type Home, localHome, remoteHome, secret, startNode } from './media-homes.ts'
import { RtpLeg, stream } from './rtp-peer.ts'

const everything: Source[] = ['camera', 'microphone', 'screen', 'screenSound']
const homes = { local: localHome, remote: remoteHome }

describe.each(['local', 'remote'] as const)('the media port, %s', (kind) => {
  let home: Home
  let room = 0
  const legs = new Set<RtpLeg>()
  const news: MediaNews[] = []

  beforeAll(async () => {
    home = await homes[kind]()
    home.port.on((one) => void news.push(one))
  })
  afterEach(async () => {
    await Promise.all([...legs].map((leg) => leg.close()))
    legs.clear()
    await home.port.closeRoom({ roomId: roomId() })
    news.length = 0
    room += 1
  })
  afterAll(() => home.close())

  const roomId = () => `room ${room}`
  const who = (peerId: string) => ({ roomId: roomId(), peerId })
  const told = <T extends MediaNews['type']>(type: T) =>
    news.filter((one): one is Extract<MediaNews, { type: T }> => one.type === type)

  async function join(peerId: string) {
    const capabilities = await home.port.capabilities()
    return home.port.join({ ...who(peerId), capabilities, canProduce: everything })
  }

  async function plug(peerId: string, joined: Awaited<ReturnType<typeof join>>, direction: 'send' | 'receive') {
    const leg = await RtpLeg.connect(home.port, { ...who(peerId), direction, options: joined[direction] })
    legs.add(leg)
    return leg
  }

  /** Ada sends her voice; Bo is offered it and has his receiving side connected. */
  async function adaSpeaksToBo() {
    const ada = await join('ada')
    const bo = await join('bo')
    const adaSends = await plug('ada', ada, 'send')
    const { producerId } = await home.port.produce({ ...who('ada'), ...stream('microphone') })
    adaSends.send(stream('microphone'))
    await expect.poll(() => told('consumable')).toHaveLength(1)
    const consumer = told('consumable')[0]?.consumer as ConsumerOptions
    const boHears = await plug('bo', bo, 'receive')
    return { producerId, consumer, boHears, adaSends }
  }

  test('a browser can load its device before it joins', async () => {
    const { codecs = [] } = await home.port.capabilities()
    expect(codecs.map(({ mimeType }) => mimeType)).toEqual(['audio/opus', 'video/VP8', 'video/rtx'])
    expect(codecs[0]?.parameters).toEqual({ useinbandfec: 1, usedtx: 1 })
  })

  test('what one peer sends, the other receives, from the moment it resumes and not before', async () => {
    const { consumer, boHears, adaSends } = await adaSpeaksToBo()
    expect(consumer).toMatchObject({ peerId: 'ada', kind: 'audio', source: 'microphone', producerPaused: false })
    await tenMore(adaSends)
    expect(boHears.received).toHaveLength(0)
    await home.port.resumeConsumer({ ...who('bo'), consumerId: consumer.id })
    await expect.poll(() => boHears.received.length).toBeGreaterThan(5)
    expect(boHears.received[0]?.header.ssrc).toBe(consumer.rtpParameters.encodings?.[0]?.ssrc)
    await home.port.pauseConsumer({ ...who('bo'), consumerId: consumer.id })
    const heard = boHears.received.length
    await tenMore(adaSends)
    expect(boHears.received.length).toBeLessThanOrEqual(heard + 1)
  })

  test('a peer that mutes, unmutes and ends its stream is told to those who hear it', async () => {
    const { producerId, consumer } = await adaSpeaksToBo()
    const about = { ...who('bo'), consumerId: consumer.id }
    await home.port.setProducerPaused({ ...who('ada'), producerId, paused: true })
    await expect.poll(() => told('consumerPaused')).toEqual([{ type: 'consumerPaused', ...about }])
    await home.port.setProducerPaused({ ...who('ada'), producerId, paused: false })
    await expect.poll(() => told('consumerResumed')).toEqual([{ type: 'consumerResumed', ...about }])
    await home.port.closeProducer({ ...who('ada'), producerId })
    await expect.poll(() => told('consumerClosed')).toEqual([{ type: 'consumerClosed', ...about }])
  })

  test('a newcomer is offered what is sent already, in the answer to its joining', async () => {
    const { producerId } = await adaSpeaksToBo()
    const { consumers, warmUp } = await join('cy')
    expect(consumers).toMatchObject([{ peerId: 'ada', producerId, source: 'microphone', producerPaused: false }])
    expect(warmUp).toMatchObject({ kind: 'audio' })
    expect(told('consumable')).toHaveLength(1)
  })

  test('a peer is alive from the confirmation of its media to its leaving, and told once', async () => {
    const started = Date.now()
    const bo = await join('bo')
    expect(await home.port.alive()).toEqual([])
    await plug('bo', bo, 'receive')
    await expect.poll(() => told('peerConnected')).toMatchObject([{ ...who('bo'), direction: 'receive' }])
    expect(told('peerConnected')[0]?.at).toBeGreaterThanOrEqual(started)
    expect(await home.port.alive()).toEqual([who('bo')])
    await plug('bo', bo, 'send')
    expect(await home.port.alive()).toEqual([who('bo')])
    await home.port.leave(who('bo'))
    expect(await home.port.alive()).toEqual([])
    expect(told('peerConnected')).toHaveLength(1)
    expect(told('peerGone')).toEqual([])
  })

  test('a peer whose connection breaks is told as lost, and not closed: that is for the server to decide', async () => {
    const { receive: options } = await join('bo')
    // The worker sees at once that a TCP connection broke, where on UDP it would wait for ten seconds of silence.
    const leg = await RtpLeg.connect(home.port, { ...who('bo'), direction: 'receive', options }, { protocol: 'tcp' })
    await expect.poll(() => told('peerConnected')).toHaveLength(1)
    await leg.close()
    await expect.poll(() => told('peerLost')).toMatchObject([who('bo')])
    expect(await home.port.alive()).toEqual([])
    const fresh = home.port.restartIce({ ...who('bo'), direction: 'receive' })
    await expect(fresh).resolves.toHaveProperty('password')
  })

  test('the same peer joining again takes its own place', async () => {
    const { consumer } = await adaSpeaksToBo()
    const again = await join('ada')
    await expect
      .poll(() => told('consumerClosed'))
      .toEqual([{ type: 'consumerClosed', ...who('bo'), consumerId: consumer.id }])
    await plug('ada', again, 'send')
    await home.port.produce({ ...who('ada'), ...stream('microphone') })
    await expect.poll(() => told('consumable')).toHaveLength(2)
    expect(await home.port.alive()).toEqual(expect.arrayContaining([who('ada'), who('bo')]))
    expect(told('peerGone')).toEqual([])
  })

  test('two that open a room at once are in one room', async () => {
    const [ada] = await Promise.all([join('ada'), join('bo')])
    await plug('ada', ada, 'send')
    await home.port.produce({ ...who('ada'), ...stream('camera') })
    await expect.poll(() => told('consumable')).toMatchObject([{ peerId: 'bo', consumer: { source: 'camera' } }])
  })

  test('a changed network gets new credentials for the same transport', async () => {
    const { send } = await join('ada')
    const fresh = await home.port.restartIce({ ...who('ada'), direction: 'send' })
    expect(fresh.usernameFragment).not.toBe(send.iceParameters.usernameFragment)
  })

  test('what may not or cannot be is refused with a code', async () => {
    const { producerId, consumer } = await adaSpeaksToBo()
    const { port } = home
    const paused = { producerId, paused: true }
    await expect(port.setProducerPaused({ ...who('bo'), ...paused })).rejects.toMatchObject({ code: 'notFound' })
    const resume = port.resumeConsumer({ ...who('ada'), consumerId: consumer.id })
    await expect(resume).rejects.toMatchObject({ code: 'notFound' })
    const stranger = port.restartIce({ ...who('nobody'), direction: 'send' })
    await expect(stranger).rejects.toMatchObject({ code: 'call.notSeated' })
    const camera = { ...stream('camera'), kind: 'audio' as const }
    await expect(port.produce({ ...who('bo'), ...camera })).rejects.toMatchObject({ code: 'input.invalid' })
    const empty = { ...stream('camera'), rtpParameters: { codecs: [], encodings: [] } }
    await expect(port.produce({ ...who('bo'), ...empty })).rejects.toMatchObject({ code: 'input.invalid' })
    await port.join({ ...who('cy'), capabilities: await port.capabilities(), canProduce: ['microphone'] })
    await expect(port.produce({ ...who('cy'), ...stream('screen') })).rejects.toMatchObject({ code: 'notFound' })
    await port.leave(who('nobody'))
  })

  test('a killed worker is told once for each of its rooms, and the rooms open again at once', async () => {
    await adaSpeaksToBo()
    home.killWorkers()
    await expect.poll(() => told('roomGone')).toEqual([{ type: 'roomGone', roomId: roomId(), reason: 'workerDied' }])
    expect(await home.port.alive()).toEqual([])
    const again = await adaSpeaksToBoAgain()
    await expect.poll(() => again.received.length).toBeGreaterThan(5)
    expect(told('roomGone')).toHaveLength(1)
  })

  async function adaSpeaksToBoAgain(): Promise<RtpLeg> {
    news.splice(0, news.length, ...told('roomGone'))
    const { consumer, boHears } = await adaSpeaksToBo()
    await home.port.resumeConsumer({ ...who('bo'), consumerId: consumer.id })
    return boHears
  }

  test('a peer that never connects its media is closed in time, and one that does stays', async () => {
    const hasty = await homes[kind]({ toConnect: 700 })
    onTestFinished(() => hasty.close())
    const gone: MediaNews[] = []
    hasty.port.on((one) => one.type === 'peerGone' && gone.push(one))
    const capabilities = await hasty.port.capabilities()
    const enter = (peerId: string) => hasty.port.join({ roomId: 'r', peerId, capabilities, canProduce: [] })
    const bo = await enter('bo')
    const leg = await RtpLeg.connect(hasty.port, {
      roomId: 'r',
      peerId: 'bo',
      direction: 'receive',
      options: bo.receive,
    })
    legs.add(leg)
    await enter('ada')
    await expect
      .poll(() => gone, { timeout: 3000 })
      .toEqual([{ type: 'peerGone', roomId: 'r', peerId: 'ada', reason: 'neverConnected' }])
    expect(await hasty.port.alive()).toEqual([{ roomId: 'r', peerId: 'bo' }])
  })
})

describe('the link to a media node', () => {
  test('a node that was started again has lost its rooms, and takes new ones without being told anew', async () => {
    const first = await startNode({})
    const port = createRemoteMedia({ url: first.url, secret, onBug: () => {} })
    onTestFinished(() => port.close())
    const gone = heard(port, 'roomGone')
    await enter(port, 'kept', 'ada')
    await enter(port, 'left', 'bo')
    await port.leave({ roomId: 'left', peerId: 'bo' })
    await first.stop('SIGKILL')
    const second = await startNode({}, first.privatePort)
    onTestFinished(() => second.stop('SIGTERM'))
    await expect
      .poll(() => gone, { timeout: 5000 })
      .toEqual([{ type: 'roomGone', roomId: 'kept', reason: 'nodeRestarted' }])
    await expect(enter(port, 'kept', 'ada')).resolves.toHaveProperty('warmUp')
  })

  test('news of a moment without a link is told afterwards, and once', async () => {
    const node = await startNode({ toConnect: 600 })
    onTestFinished(() => node.stop('SIGTERM'))
    const wire = await cuttable(node.privatePort)
    const port = createRemoteMedia({ url: `http://127.0.0.1:${wire.port}`, secret, onBug: () => {} })
    onTestFinished(() => port.close())
    const witness = createRemoteMedia({ url: node.url, secret, onBug: () => {} })
    onTestFinished(() => witness.close())
    await witness.capabilities()
    const gone = heard(port, 'peerGone')
    const witnessed = heard(witness, 'peerGone')
    await enter(port, 'room', 'ada')
    wire.cut()
    await expect.poll(() => witnessed, { timeout: 5000 }).toHaveLength(1)
    expect(gone).toEqual([])
    wire.mend()
    await expect.poll(() => gone, { timeout: 5000 }).toEqual(witnessed)
    wire.cut()
    wire.mend()
    // What was asked just as the wire was cut is refused, and may be asked again.
    const inside = () => enter(port, 'room', 'bo').then(Boolean, () => false)
    await expect.poll(inside, { timeout: 5000 }).toBe(true)
    expect(gone).toHaveLength(1)
  })

  test('a server that does not know the secret is not served', async () => {
    const node = await startNode({})
    onTestFinished(() => node.stop('SIGTERM'))
    const stranger = createRemoteMedia({ url: node.url, secret: 'another secret of that length', onBug: () => {} })
    onTestFinished(() => stranger.close())
    await expect(stranger.capabilities()).rejects.toMatchObject({ code: 'call.mediaGone' })
  })

  test('a node that does not know the secret is neither asked nor believed', async () => {
    const asked: string[] = []
    const impostor = new Server(0, { transports: ['websocket'] })
    onTestFinished(() => void impostor.close())
    impostor.on('connection', (socket) => {
      socket.onAny((name: string) => asked.push(name))
      const news = { type: 'roomGone', roomId: 'room', reason: 'workerDied' }
      socket.emit(mediaLink.told.name, { number: 1, news })
      socket.on(mediaLink.hello.name, (_, acknowledge) => acknowledge({ bootId: 'boot', proof: '0'.repeat(64) }))
      socket.emit(mediaLink.challenge.name, { challenge: '0'.repeat(64) })
    })
    const { port: number } = impostor.httpServer.address() as AddressInfo
    const port = createRemoteMedia({ url: `http://127.0.0.1:${number}`, secret, onBug: () => {} })
    onTestFinished(() => port.close())
    const gone = heard(port, 'roomGone')
    await expect(port.capabilities()).rejects.toMatchObject({ code: 'call.mediaGone' })
    expect(gone).toEqual([])
    expect(asked).toEqual([mediaLink.hello.name])
  })
})

/** Waits until so much was sent that some of it would have arrived. */
async function tenMore(leg: RtpLeg): Promise<void> {
  const before = leg.sent
  await expect.poll(() => leg.sent).toBeGreaterThan(before + 10)
}

function enter(port: MediaPort, roomId: string, peerId: string) {
  return port.capabilities().then((capabilities) => port.join({ roomId, peerId, capabilities, canProduce: [] }))
}

function heard(port: MediaPort, type: MediaNews['type']): MediaNews[] {
  const list: MediaNews[] = []
  port.on((one) => one.type === type && list.push(one))
  return list
}

/** A wire that can be cut: it passes bytes on to a port of this machine, or hangs up. */
async function cuttable(target: number) {
  const ends = new Set<Socket>()
  let whole = true
  const server = createServer((near) => {
    if (!whole) return void near.destroy()
    const far = connect(target, '127.0.0.1')
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      ends.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: () => {
      whole = false
      for (const end of ends) end.destroy()
      ends.clear()
    },
    mend: () => {
      whole = true
    },
  }
}
