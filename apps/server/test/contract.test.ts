import { randomUUID } from 'node:crypto'
import { type AnyCommand, type AnyRoute, commands, contract, routes } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { gt, max } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CommandExample, commandExamples, goLive, type LiveWorld } from './command-examples.ts'
import { type Example, examples } from './examples.ts'
import { aHouse, type Sent, type TestHouse } from './house.ts'
import { type Named, spoil } from './spoil.ts'
import { aWorld, fingerprint, type Kind, kinds, type World } from './world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await aHouse((close) => closing.push(close))
  return () => Promise.all(closing.map((close) => close()))
})
const closing: (() => Promise<void>)[] = []

const promised = named<Example, AnyRoute>(examples, 'route')
const commanded = named<CommandExample, AnyCommand>(commandExamples, 'command')

test('every promise of the contract has an example here', () => {
  expect(promised.map(({ promise }) => promise)).toEqual(routes)
  expect(commanded.map(({ promise }) => promise)).toEqual(commands)
})

describe.each(promised)('$name', ({ name, promise: route, example }) => {
  const public_ = route.access === 'public'
  const writes = route.method !== 'GET' && !example.reads
  const first: Kind = public_ ? 'nobody' : (example.may[0] ?? 'mentor')

  test('is served, and its path names exactly its parameters', () => {
    const tokens = [...route.path.matchAll(/:(\w+)/g)].map(([, token]) => token)
    expect(tokens).toEqual(Object.keys(route.params.shape))
    expect(house.house.http.hasRoute({ method: route.method, url: `/api${route.path}` })).toBe(true)
  })

  test('finds nothing for whoever may not, and writes nothing', async () => {
    const world = await aWorld(house)
    const askers = kinds.filter((kind) => !example.may.includes(kind))
    const asked = await Promise.all(askers.map(async (kind) => ({ kind, sent: await example.sent(world, kind) })))
    const before = await fingerprint(house)
    for (const { kind, sent } of asked) {
      const { refused } = await house.ask(personOf(world, kind), route, sent)
      expect({ kind, refused }).toEqual({ kind, refused: kind === 'nobody' ? 'signInNeeded' : 'notFound' })
    }
    expect(await fingerprint(house)).toEqual(before)
  })

  test.each(example.may)('answers %s, and keeps a note of a write', async (kind) => {
    const world = await aWorld(house)
    const sent = await example.sent(world, kind)
    const since = await lastNote(house)
    const { refused } = await house.ask(personOf(world, kind), route, { from: anAddress(), ...sent })
    expect(refused).toBeUndefined()
    await house.settled()
    if (writes) expect(await notesSince(house, since)).toEqual([name])
  })

  test('refuses what is malformed, and writes nothing', async () => {
    const wrong = malformed(route, await example.sent(await aWorld(house), first))
    // Limits count by person where one is signed in, so that every few requests somebody else asks.
    const each = public_ ? wrong.length : route.limit - 5
    for (let from = 0; from < wrong.length; from += each) {
      const who = personOf(await aWorld(house), first)
      const before = await fingerprint(house)
      for (const { what, sent } of wrong.slice(from, from + each)) {
        const { refused } = await house.ask(who, route, { ...sent, from: anAddress() } as never)
        expect({ what, refused }).toEqual({ what, refused: 'input.invalid' })
      }
      expect(await fingerprint(house)).toEqual(before)
    }
  })

  if (route.path.includes(':'))
    test.each(example.may)('finds nothing for %s under an id that nobody gave out', async (kind) => {
      const world = await aWorld(house)
      const sent = await example.sent(world, kind)
      for (const key of Object.keys(sent.params ?? {})) {
        const params = { ...sent.params, [key]: randomUUID() }
        const { refused } = await house.ask(personOf(world, kind), route, { ...sent, params } as never)
        expect({ key, refused }).toEqual({ key, refused: 'notFound' })
      }
    })
})

describe('over the socket', () => {
  let world: LiveWorld
  beforeAll(async () => {
    world = await goLive(await aWorld(house))
  })

  test.each(commanded)('$name answers each kind of asker as it should', async ({ promise, example }) => {
    for (const [kind, device] of Object.entries(world.devices)) {
      const { refused } = await device.ask(promise, example.input(world))
      const expected = example.may.some((one) => one === kind) ? undefined : example.otherwise
      expect({ kind, refused }).toEqual({ kind, refused: expected })
    }
  })

  test.each(commanded)('$name refuses what is malformed', async ({ promise, example }) => {
    const right = example.input(world)
    const wrong = spoil(right, promise.input).filter(({ value }) => !promise.input.safeParse(value).success)
    expect(wrong.length).toBeGreaterThan(5)
    for (const { what, value } of wrong) {
      const { refused } = await world.devices.mentor.ask(promise, value as never)
      expect({ what, refused }).toEqual({ what, refused: 'input.invalid' })
    }
  })

  test('nobody connects without a sign-in', async () => {
    const nobody = { ...world.people.mentor, cookie: '' }
    await expect(house.connect(nobody)).rejects.toThrow('signInNeeded')
    const guesser = { ...nobody, cookie: `ithaca_sign_in=${'A'.repeat(43)}` }
    await expect(house.connect(guesser)).rejects.toThrow('signInNeeded')
  })

  test('a name nobody promised, and a command without a way to answer, do no harm', async () => {
    const { mentor } = world.devices
    for (const name of ['no.such', '', '__proto__', 'constructor', 'chat.sent', 'call.prepare '])
      mentor.socket.emit(name, { sessionId: world.sessionId })
    for (const { name } of commands) {
      mentor.socket.emit(name)
      mentor.socket.emit(name, { sessionId: world.sessionId }, 'no way to answer')
      mentor.socket.emit(name, Buffer.from([1, 2, 3]))
    }
    const answer = await mentor.ask(contract.call.prepare, { sessionId: world.sessionId })
    expect(answer).toHaveProperty('ok')
  })
})

type Place = 'params' | 'query' | 'body'
type Sweep<E, P> = { name: string; promise: P; example: E }

/** The examples of all features in one list, each with its promise. */
function named<E, P>(byFeature: object, kind: 'route' | 'command'): Sweep<E, P>[] {
  return Object.entries(contract).flatMap(([feature, promises]) => {
    const own = (byFeature as Record<string, Record<string, E>>)[feature] ?? {}
    return Object.entries(promises).flatMap(([key, promise]) => {
      const example = own[key]
      return promise.kind === kind && example ? [{ name: `${feature}.${key}`, promise: promise as P, example }] : []
    })
  })
}

/** All the ways to spoil a request that the promise does not allow. */
function malformed(route: AnyRoute, sent: Sent<AnyRoute>): { what: string; sent: object }[] {
  const places = [
    'params',
    'query',
    ...(route.method === 'GET' || route.method === 'DELETE' ? [] : ['body']),
  ] as Place[]
  return places.flatMap((place) => {
    const right = sent[place] ?? {}
    const ways: Named[] = place === 'body' ? spoil(right, route.body) : spoilWords(right, place)
    return ways
      .filter(({ value }) => !route[place].safeParse(value).success)
      .map(({ what, value }) => ({ what: `${place}: ${what}`, sent: { ...sent, [place]: value } }))
  })
}

/** What stands in a URL is always words. */
function spoilWords(right: object, place: Place): Named[] {
  const fields = Object.keys(right).flatMap((key) =>
    ['1', 'null', 'x'.repeat(90), "' or 1=1 --", '\u0000', '../..'].map((value) => ({
      what: `${key} is ${JSON.stringify(value)}`,
      value: { ...right, [key]: value },
    })),
  )
  return place === 'query'
    ? [...fields, { what: 'a field nobody promised', value: { ...right, surprise: '1' } }]
    : fields
}

function personOf({ people }: World, kind: Kind) {
  return kind === 'nobody' ? null : people[kind]
}

/** Limits count by address where nobody is signed in; they have a test of their own. */
function anAddress(): string {
  return `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`
}

async function lastNote({ db }: TestHouse): Promise<number> {
  const [found] = await db.transaction((tx) => tx.select({ last: max(tables.audit.id) }).from(tables.audit))
  return found?.last ?? 0
}

/** What was noted since, leaving out what a newcomer's account notes by itself. */
async function notesSince({ db }: TestHouse, since: number): Promise<string[]> {
  const notes = await db.transaction((tx) =>
    tx.select({ action: tables.audit.action }).from(tables.audit).where(gt(tables.audit.id, since)),
  )
  return notes.map(({ action }) => action).filter((action) => action !== 'accounts.make')
}
