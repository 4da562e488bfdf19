import { connect } from 'node:net'
import { type AnyCommand, type AnyRoute, call, contract, RefusalBody, routes, type UserId } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { commandExamples, goLive, type LiveWorld } from './command-examples.ts'
import { examples } from './examples.ts'
import { aHouse, type Device, type Sent, type TestHouse } from './house.ts'
import { type Mutation, mutate, mutation } from './mutations.ts'
import { makePerson, type TestPerson } from './people.ts'
import { aWorld, fingerprint } from './world.ts'

let house: TestHouse
let world: LiveWorld
let before: Record<string, string>
/** Mentors of the match: limits count by person, so that many have to ask. */
let askers: TestPerson[]
let devices: Device[]
const right = new Map<string, { route: AnyRoute; sent: Sent<AnyRoute> }>()
const bugs: string[] = []
const log = pino({ level: 'error' }, { write: (line) => void bugs.push(line) })

beforeAll(async () => {
  const closing: (() => Promise<void>)[] = []
  house = await aHouse((close) => closing.push(close), { log })
  world = await goLive(await aWorld(house))
  askers = await manyMentors(16)
  devices = await Promise.all(askers.map((person) => house.connect(person)))
  for (const { name, route, example } of swept())
    right.set(name, { route, sent: await example.sent(world, example.may[0] ?? 'nobody') })
  before = await fingerprint(house)
  return () => Promise.all(closing.map((close) => close()))
})

afterEach(async () => {
  expect(bugs).toEqual([])
  expect(await fingerprint(house)).toEqual(before)
})

test('6,500 malformed requests are refused with a code, and write nothing', { timeout: 60_000 }, async () => {
  const asked = fc.record({ name: fc.constantFrom(...right.keys()), place: fc.constantFrom(...places), mutation })
  const turns = createTurns()
  await fc.assert(
    fc.asyncProperty(asked, async ({ name, place, mutation }) => {
      const request = malformed(name, place, mutation)
      fc.pre(request !== null)
      const asker = askers[turns(name) % askers.length]
      const response = await house.house.http.inject({
        method: right.get(name)?.route.method,
        remoteAddress: anAddress(),
        ...request,
        headers: { ...(isPublic(name) ? {} : { cookie: asker?.cookie }), ...request?.headers },
      } as never)
      expect([400, 401, 404, 413, 414]).toContain(response.statusCode)
      expect(RefusalBody.safeParse(response.json()).success).toBe(true)
    }),
    { numRuns: 6500 },
  )
})

test('3,000 malformed frames are refused as invalid', { timeout: 60_000 }, async () => {
  const given = new Map(
    Object.entries(commandExamples).flatMap(([feature, own]) =>
      Object.entries(own).map(([key, example]) => {
        const promise = (contract as unknown as Record<string, Record<string, AnyCommand>>)[feature]?.[key]
        return [`${feature}.${key}`, { promise: promise as AnyCommand, input: example.input(world) as object }]
      }),
    ),
  )
  const turns = createTurns()
  await fc.assert(
    fc.asyncProperty(fc.record({ name: fc.constantFrom(...given.keys()), mutation }), async ({ name, mutation }) => {
      const command = given.get(name)
      if (!command) return
      const input = throughJson(mutate(command.input, mutation))
      fc.pre(!command.promise.input.safeParse(input).success)
      const device = devices[turns(name) % devices.length]
      expect(await device?.ask(command.promise, input as never)).toEqual({ refused: 'input.invalid' })
    }),
    { numRuns: 3000 },
  )
})

test('400 broken packets end at most the connection they came over', { timeout: 60_000 }, async () => {
  const heads = fc.constantFrom(
    '',
    '2',
    '2["call.join"',
    '51-["x",{"_placeholder":true,"num":7}]',
    '59999999-[]',
    '3',
    '4{}',
    '0',
    '1',
    '9',
  )
  const packet = fc.tuple(heads, fc.string({ unit: 'binary', maxLength: 60 })).map(([head, tail]) => head + tail)
  let device = await house.connect(world.people.mentor)
  await fc.assert(
    fc.asyncProperty(packet, async (data) => {
      if (!device.socket.connected) device = await house.connect(world.people.mentor)
      device.socket.io.engine.write(data)
    }),
    { numRuns: 400 },
  )
  device = await house.connect(world.people.mentor)
  expect(await device.ask(call.prepare, { sessionId: world.sessionId })).toHaveProperty('ok')
})

test('a frame too large ends its connection and nothing else', async () => {
  const device = await house.connect(world.people.mentor)
  const gone = new Promise((resolve) => device.socket.once('disconnect', resolve))
  device.socket.emit(call.prepare.name, { sessionId: 'x'.repeat(200_000) })
  await gone
  const [other] = devices
  expect(await other?.ask(call.prepare, { sessionId: world.sessionId })).toHaveProperty('ok')
})

test('100 requests that are hardly HTTP are cut off', { timeout: 60_000 }, async () => {
  const { hostname, port } = new URL(await house.address())
  const lines = fc.constantFrom(
    'GET / HTTP/9.9\r\n\r\n',
    'GET /api/account HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
    'POST /api/sign-ins HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a=b;'.repeat(9000)}\r\n\r\n`,
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'GET /socket.io/?EIO=99&transport=telepathy HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'POST /api/sign-ins HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n{"a',
  )
  const bytes = fc.oneof(
    lines,
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `${text}\r\n\r\n`),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (data) => {
      const answer = await overTcp(hostname, Number(port), data)
      expect(answer).not.toMatch(/^HTTP\/1\.1 5/)
    }),
    { numRuns: 100 },
  )
})

/** What is right in shape may still be extreme; it may be done, but it may not be a bug. */
test('1,000 extreme but right requests meet no bug', { timeout: 60_000 }, async () => {
  for (const device of [...devices, ...Object.values(world.devices)]) device.close()
  const instants = ['1900-01-01', '2199-12-31', '1900-01-01T00:00:00Z', '2199-12-31T23:59:59.999999999Z']
  const numbers = [0, 1, 15, 180, 200, 2_147_483_647]
  const texts = ['', '0', 'Z', 'Etc/GMT+12', '\u{1F468}\u200D\u{1F469}'.repeat(200), '\u202e\u0001\u007f']
  const long = [140, 200, 300, 500, 1000, 2000, 4000].map((length) => '\u{1F9ED}'.repeat(length / 2))
  const extremes = fc.constantFrom(...instants, ...numbers, ...texts, ...long, true, false, null, [])
  const where = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 2 })
  const asked = fc.record({
    name: fc.constantFrom(...right.keys()),
    place: fc.constantFrom('query', 'body'),
    where,
    extremes,
  })
  const turns = createTurns()
  await fc.assert(
    fc.asyncProperty(asked, async ({ name, place, where, extremes }) => {
      const { route, sent } = exampleOf(name)
      const fields = place === 'body' ? (sent.body ?? {}) : optionalQuery(route, sent.query ?? {})
      const changed = throughJson(mutate(fields, { where, how: { kind: 'replace', value: extremes } }))
      fc.pre(route[place].safeParse(changed).success)
      const who = isPublic(name) ? null : (askers[turns(name) % askers.length] ?? null)
      const back = await house.ask(who, route, { ...sent, [place]: changed, from: anAddress() } as never)
      expect(back.status).toBeLessThan(500)
    }),
    { numRuns: 1000 },
  )
  expect(bugs).toEqual([])
  before = await fingerprint(house)
})

const places = ['params', 'query', 'body', 'body', 'body', 'text', 'type', 'cookie'] as const
const otherTypes = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
  'json',
]

type Request = { url: string; payload?: string; headers?: Record<string, string> }

/** A request spoilt in one place, or null where it came out right after all or the place is not there. */
function malformed(name: string, place: (typeof places)[number], change: Mutation): Request | null {
  const { route, sent } = exampleOf(name)
  const changed = words(place === 'params' ? mutate(sent.params ?? {}, change) : sent.params)
  const params = Object.fromEntries(Object.keys(route.params.shape).map((key) => [key, changed[key] ?? '']))
  const query = words(place === 'query' ? mutate(sent.query ?? {}, change) : sent.query)
  if (place === 'params' && (!route.path.includes(':') || route.params.safeParse(params).success)) return null
  if (place === 'query' && route.query.safeParse(query).success) return null
  const path = route.path.replace(/:(\w+)/g, (_token, name: string) => encodeURIComponent(params[name] ?? ''))
  const url = `/api${path}?${new URLSearchParams(query)}`
  const rightBody = JSON.stringify(sent.body ?? {})
  const json = { 'content-type': 'application/json' }
  if (place === 'cookie') {
    const cookie = `ithaca_sign_in=${JSON.stringify(mutate('A', change))}`
    return route.access === 'public' ? null : { url, headers: { ...json, cookie }, payload: rightBody }
  }
  if (route.method === 'GET' || route.method === 'DELETE')
    return place === 'params' || place === 'query' ? { url } : null
  if (place === 'text') return { url, headers: json, payload: broken(rightBody, change) }
  if (place === 'type') {
    const type = otherTypes[(change.where[0] ?? 0) % otherTypes.length] ?? ''
    return { url, headers: { 'content-type': type }, payload: rightBody }
  }
  if (place !== 'body') return { url, headers: json, payload: rightBody }
  const payload = JSON.stringify(mutate(sent.body ?? {}, change)) ?? 'null'
  return route.body.safeParse(JSON.parse(payload)).success ? null : { url, headers: json, payload }
}

/** Text that begins like JSON and is none. */
function broken(text: string, { where }: Mutation): string {
  const [cut = 0, ...rest] = where
  return `${text.slice(0, (cut * 7) % text.length)}${['', '}', ',,', '\u0000', '{"a":', 'NaN'][rest.length % 6]}#`
}

/** What stands in a URL is words, whatever it was before. */
function words(value: unknown): Record<string, string> {
  const entries = Object.entries(Object(value ?? {}))
  return Object.fromEntries(entries.map(([key, inner]) => [key.toWellFormed(), plain(inner).toWellFormed()]))
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2000) : (JSON.stringify(value) ?? '').slice(0, 2000)
}

function optionalQuery(route: AnyRoute, query: object): object {
  return { ...Object.fromEntries(Object.keys(route.query.shape).map((key) => [key, undefined])), ...query }
}

function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null')
}

/** Every route with its example, but those that end the very sign-in that asks. */
function swept() {
  const all = Object.entries(examples).flatMap(([feature, own]) =>
    Object.entries(own).map(([key, example]) => {
      const promise = (contract as unknown as Record<string, Record<string, AnyRoute>>)[feature]?.[key]
      return {
        name: `${feature}.${key}`,
        route: promise as AnyRoute,
        example: example as (typeof examples)['accounts']['me'],
      }
    }),
  )
  expect(all.map(({ route }) => route)).toEqual(routes)
  return all
}

function exampleOf(name: string) {
  const found = right.get(name)
  if (!found) throw new Error(`No example of ${name}.`)
  return found
}

function isPublic(name: string): boolean {
  return exampleOf(name).route.access === 'public'
}

/** Counts how often each thing had its turn. */
function createTurns(): (thing: unknown) => number {
  const counts = new Map<unknown, number>()
  return (thing) => {
    const turn = counts.get(thing) ?? 0
    counts.set(thing, turn + 1)
    return turn
  }
}

function manyMentors(count: number): Promise<TestPerson[]> {
  const { programId, matchId, conversationId } = world
  const since = new Date('2026-01-01T00:00:00.000Z')
  return house.db.transaction(async (tx) => {
    const made: TestPerson[] = []
    for (let number = 0; number < count; number++) {
      const person = await makePerson(tx, `mentor${number}`)
      const accountId: UserId = person.id
      await tx.insert(tables.ties).values({ programId, accountId, tie: 'mentor', since })
      await tx.insert(tables.matchPeople).values({ matchId, accountId, tie: 'mentor' })
      await tx.insert(tables.readers).values({ conversationId, accountId })
      made.push(person)
    }
    return made
  })
}

function anAddress(): string {
  return `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`
}

/** Sends bytes as they are and reads until the other side has answered or closed. */
function overTcp(host: string, port: number, data: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port }, () => socket.end(data))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      socket.destroy()
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(answer))
  })
}
