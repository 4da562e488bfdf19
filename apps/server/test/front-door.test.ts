import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { createServer as createTls, request as requestTls } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { generate } from 'selfsigned'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { FrontDoor } from '../src/media/front-door.ts'
import { createLocalMedia, sharesWebPort } from '../src/media/local.ts'
import { RtpLeg, stream } from './rtp-peer.ts'

type Answer = { statusCode: number | undefined; body: string }

const greet = createServer((asked, reply) => {
  let body = ''
  asked.on('data', (part) => (body += part)).on('end', () => reply.end(`heard ${body}`))
})

/** A door before a web server and, where given, a media worker. */
async function aDoor(web = greet, mediaPort: () => number | undefined = () => undefined): Promise<number> {
  const door = new FrontDoor({ web, mediaPort })
  onTestFinished(() => door.close())
  return door.listen(0, '127.0.0.1')
}

function post(port: number, body: string, ask: typeof request = request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = ask({ port, host: '127.0.0.1', method: 'POST', rejectUnauthorized: false } as object, (reply) => {
      let text = ''
      reply.on('data', (part) => (text += part))
      reply.on('end', () => resolve({ statusCode: reply.statusCode, body: text }))
    })
    asked.on('error', reject).end(body)
  })
}

test('a plain request and a long one reach the web', async () => {
  const port = await aDoor()
  expect(await post(port, 'good morning')).toEqual({ statusCode: 200, body: 'heard good morning' })
  const long = 'x'.repeat(300_000)
  expect((await post(port, long)).body).toHaveLength('heard '.length + long.length)
})

test('a request over TLS reaches the web', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }])
  const web = createTls({ key, cert }, (_, reply) => reply.end('safely'))
  expect(await post(await aDoor(web), '', requestTls)).toEqual({ statusCode: 200, body: 'safely' })
})

test('a websocket is upgraded', async () => {
  const web = createServer()
  const sockets = new Server(web, { transports: ['websocket'] })
  onTestFinished(() => void sockets.close())
  sockets.on('connection', (socket) => socket.on('ask', (acknowledge) => acknowledge('answer')))
  const port = await aDoor(web)
  const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'] })
  onTestFinished(() => void socket.close())
  expect(await socket.timeout(2000).emitWithAck('ask')).toBe('answer')
})

test('a request that never comes to its end is cut off', async () => {
  const web = createServer({ connectionsCheckingInterval: 20, headersTimeout: 100, requestTimeout: 200 })
  const socket = connect(await aDoor(web), '127.0.0.1')
  const answer = once(socket, 'data')
  socket.write('GET / HTTP/1.1\r\nHost: house\r\n')
  expect(String(await answer)).toMatch(/^HTTP\/1.1 408 /)
})

test('media over TCP gets through the port of the web, and a worker that was started again is found', async () => {
  const webPort = await freePort()
  expect(sharesWebPort({ webPort })).toBe(true)
  const media = await createLocalMedia({ webPort, workers: 1, onBug: () => {} })
  onTestFinished(() => media.close())
  const door = new FrontDoor({ web: greet, mediaPort: () => media.tcpPort })
  onTestFinished(() => door.close())
  await door.listen(webPort, '127.0.0.1')
  expect(await overTcp()).toBeGreaterThan(5)
  const gone = new Promise((resolve) => media.on((news) => news.type === 'roomGone' && resolve(news)))
  for (const pid of media.pids) process.kill(pid, 'SIGKILL')
  await gone
  expect(await overTcp()).toBeGreaterThan(5)
  expect(await post(webPort, 'too')).toMatchObject({ body: 'heard too' })

  async function overTcp(): Promise<number> {
    const capabilities = await media.capabilities()
    const who = { roomId: 'room', peerId: 'ada' }
    const { send } = await media.join({ ...who, capabilities, canProduce: ['microphone'] })
    const ports = send.iceCandidates.map(({ protocol, port }) => ({ protocol, port }))
    expect(new Set(ports.map((one) => JSON.stringify(one)))).toHaveLength(2)
    expect(ports.every(({ port }) => port === webPort)).toBe(true)
    const bo = await media.join({ roomId: 'room', peerId: 'bo', capabilities, canProduce: [] })
    const consumed = new Promise<string>((resolve) => {
      media.on((news) => news.type === 'consumable' && resolve(news.consumer.id))
    })
    const sends = await RtpLeg.connect(media, { ...who, direction: 'send', options: send }, { protocol: 'tcp' })
    await media.produce({ ...who, ...stream('microphone') })
    sends.send(stream('microphone'))
    const hears = await RtpLeg.connect(
      media,
      { roomId: 'room', peerId: 'bo', direction: 'receive', options: bo.receive },
      { protocol: 'tcp' },
    )
    await media.resumeConsumer({ roomId: 'room', peerId: 'bo', consumerId: await consumed })
    await expect.poll(() => hears.received.length).toBeGreaterThan(5)
    await Promise.all([sends.close(), hears.close()])
    return hears.received.length
  }
})

test('media is turned away while no worker runs, and the web goes on', async () => {
  const port = await aDoor()
  const socket = connect(port, '127.0.0.1')
  socket.write(Buffer.from([0, 4, 0, 1, 0, 0]))
  await once(socket, 'close')
  expect(await post(port, 'still')).toMatchObject({ statusCode: 200 })
})

test('a port that is taken is told', async () => {
  const port = await aDoor()
  const second = new FrontDoor({ web: greet, mediaPort: () => undefined })
  await expect(second.listen(port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await second.close()
})

test('a port that another media worker holds is told in a sentence with the remedy', async () => {
  const webPort = await freePort()
  const first = await createLocalMedia({ webPort, workers: 1, onBug: () => {} })
  onTestFinished(() => first.close())
  const second = createLocalMedia({ webPort, workers: 1, onBug: () => {} })
  await expect(second).rejects.toThrow(`Port ${webPort} is taken`)
})

test('a closed door hangs up on whoever still stands in it', async () => {
  const door = new FrontDoor({ web: greet, mediaPort: () => undefined })
  const port = await door.listen(0, '127.0.0.1')
  const silent = connect(port, '127.0.0.1')
  await once(silent, 'connect')
  const closed = once(silent, 'close')
  silent.resume()
  await door.close()
  await door.close()
  await closed
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
