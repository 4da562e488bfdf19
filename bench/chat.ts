import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createDb } from '@ithaca/db'
import { runHouse } from '@ithaca/testkit/running-house'
import { Pool } from 'pg'
import { io, type Socket } from 'socket.io-client'
import { makeProgram } from '../apps/server/test/people.ts'
import { openDatabase } from './database.ts'
import { type Figure, percentile } from './figure.ts'

/** One writer, one listener, and where the writer's words go. */
type Pair = { url: string; path: string; writer: string; listener: Socket }

const pairs = 60
const oneByOne = 1_000
const atOnce = 32
const burst = 4_000

/** From posting a message to the other person's screen hearing it, and how many a second with each one committed. */
export async function chat(): Promise<Figure[]> {
  const database = await openDatabase()
  const floor = await floorPairs(database.url)
  const floorTimes = await latency(floor.pairs)
  const floorRate = await throughput(floor.pairs)
  await floor.close()
  const product = await productPairs(database.url)
  const times = await latency(product.pairs)
  const rate = await throughput(product.pairs)
  await product.close()
  await database.close()
  return [
    { name: 'chat p50', value: percentile(times, 0.5), unit: 'ms', floor: percentile(floorTimes, 0.5), aim: '≤ 2 ×' },
    { name: 'chat p99', value: percentile(times, 0.99), unit: 'ms', floor: percentile(floorTimes, 0.99) },
    { name: 'chat throughput', value: rate, unit: 'messages/s', floor: floorRate, aim: '≥ 0.5 ×' },
  ]
}

async function floorPairs(databaseUrl: string) {
  const server = fork(join(import.meta.dirname, 'floor/chat-server.ts'), {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const [port] = await once(server, 'message')
  const url = `http://127.0.0.1:${port}`
  const listener = await listen(url, '')
  return {
    pairs: [{ url, path: '/', writer: '', listener }],
    close: async () => {
      listener.disconnect()
      const gone = once(server, 'exit')
      server.disconnect()
      await gone
    },
  }
}

async function productPairs(databaseUrl: string) {
  const pool = new Pool({ connectionString: databaseUrl })
  const db = createDb(pool, () => {})
  const programs = await db.transaction((tx) =>
    Array.from({ length: pairs }).reduce<Promise<Awaited<ReturnType<typeof makeProgram>>[]>>(
      async (made) => [...(await made), await makeProgram(tx, { mentor: 'ada', mentee: 'bo' })],
      Promise.resolve([]),
    ),
  )
  await pool.end()
  const house = await runHouse(databaseUrl)
  const made: Pair[] = []
  for (const { people, conversationId } of programs) {
    const { ada, bo } = people
    if (!ada || !bo) throw new Error('A program of the bench lacks its people.')
    const path = `/api/conversations/${conversationId}/messages`
    made.push({ url: house.url, path, writer: ada.cookie, listener: await listen(house.url, bo.cookie) })
  }
  return {
    pairs: made,
    close: async () => {
      for (const { listener } of made) listener.disconnect()
      await house.stop()
    },
  }
}

async function latency(all: readonly Pair[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  for (let turn = 0; turn < oneByOne + 50; turn += 1) {
    const pair = all[turn % all.length]
    if (!pair) throw new Error('Nobody to write.')
    const id = randomUUID()
    const heard = new Promise<number>((resolve) => {
      const hear = (message: { id: string }) => {
        if (message.id !== id) return
        pair.listener.off('chat.sent', hear)
        resolve(performance.now())
      }
      pair.listener.on('chat.sent', hear)
    })
    const start = performance.now()
    await post(pair, { id, agent })
    // The first ones warm the line, as a conversation that is open would be.
    if (turn >= 50) times.push((await heard) - start)
    else await heard
  }
  agent.destroy()
  return times
}

async function throughput(all: readonly Pair[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  let next = 0
  const start = performance.now()
  const writer = async () => {
    while (next < burst) {
      const pair = all[next % all.length]
      next += 1
      if (pair) await post(pair, { id: randomUUID(), agent })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, writer))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return burst / seconds
}

function post({ url, path, writer }: Pair, { id, agent }: { id: string; agent: Agent }): Promise<void> {
  const body = JSON.stringify({ id, body: 'See you at six' })
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie: writer }
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`refused: ${response.statusCode}`)),
      )
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

async function listen(url: string, cookie: string): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}
