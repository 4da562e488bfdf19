import { accounts, chat } from '@ithaca/contract'
import { pino } from 'pino'
import { io } from 'socket.io-client'
import { describe, expect, test } from 'vitest'
import { createHttp } from '../src/platform/http/create.ts'
import { aHouse, type TestHouse } from './house.ts'
import type { TestPerson } from './people.ts'
import { aWorld, password } from './world.ts'

describe('a limit', () => {
  test('of a public route counts by address', async () => {
    const house = await aHouse()
    const ask = (from: string) => house.ask(null, accounts.askLink, { body: { email: 'ada@school.example' }, from })
    const answers: (string | undefined)[] = []
    for (let turn = 0; turn < accounts.askLink.limit + 1; turn++) answers.push((await ask('10.0.0.1')).refused)
    expect(answers).toEqual([...Array(accounts.askLink.limit).fill(undefined), 'tooOften'])
    expect(await ask('10.0.0.1')).toMatchObject({ status: 429 })
    expect(await ask('10.0.0.2')).toMatchObject({ status: 200 })
  })

  test('of a signed-in route counts by person, from wherever they ask', async () => {
    const house = await aHouse()
    const [ada, bo] = [await house.person('ada'), await house.person('bo')]
    const ask = (who: TestPerson, from: string) => house.ask(who, accounts.update, { body: {}, from })
    for (let turn = 0; turn < accounts.update.limit; turn++)
      expect(await ask(ada, `10.0.0.${turn}`)).toMatchObject({ status: 200 })
    expect(await ask(ada, '10.0.1.1')).toMatchObject({ refused: 'tooOften' })
    expect(await ask(bo, '10.0.1.1')).toMatchObject({ status: 200 })
    expect(await house.ask(ada, accounts.me)).toMatchObject({ status: 200 })
  })

  test('counts every address of one network of IPv6 as one', async () => {
    const house = await aHouse()
    const ask = (from: string) => house.ask(null, accounts.askLink, { body: { email: 'ada@school.example' }, from })
    for (let turn = 0; turn < accounts.askLink.limit; turn++) await ask(`2001:db8::${turn + 1}`)
    expect(await ask('2001:db8::ffff')).toMatchObject({ refused: 'tooOften' })
    expect(await ask('2001:db8:0:1::1')).toMatchObject({ status: 200 })
  })

  test('believes a proxy about the address it saw, and nobody about another', async () => {
    const http = await createHttp({
      log: pino({ level: 'silent' }),
      whoIs: async () => null,
      secureCookies: false,
      trustProxy: true,
      origins: [],
    })
    http.get('/from', async ({ ip }) => ip)
    const from = async (header: string) => {
      const headers = { 'x-forwarded-for': header }
      return (await http.inject({ url: '/from', headers, remoteAddress: '10.0.0.1' })).body
    }
    expect(await from('198.51.100.7')).toBe('198.51.100.7')
    expect(await from('203.0.113.1, 198.51.100.7')).toBe('198.51.100.7')
  })

  test('of a command counts by person, and a new connection wipes nothing out', async () => {
    const house = await aHouse()
    const { people, conversationId } = await house.program({ mentor: 'ada', mentee: 'bo' })
    const [first, second] = [
      await house.connect(people['ada'] as TestPerson),
      await house.connect(people['bo'] as TestPerson),
    ]
    for (let turn = 0; turn < chat.typing.limit; turn++)
      expect(await first.ask(chat.typing, { conversationId })).toHaveProperty('ok')
    expect(await first.ask(chat.typing, { conversationId })).toEqual({ refused: 'tooOften' })
    first.close()
    const again = await house.connect(people['ada'] as TestPerson)
    expect(await again.ask(chat.typing, { conversationId })).toEqual({ refused: 'tooOften' })
    expect(await second.ask(chat.typing, { conversationId })).toHaveProperty('ok')
  })

  test('of a body is 64 kB, and says so', async () => {
    const { house } = await aHouse()
    const send = (length: number) =>
      house.http.inject({ method: 'POST', url: '/api/sign-ins', payload: { email: 'x'.repeat(length), password: 'x' } })
    expect((await send(70_000)).json()).toEqual({ refused: 'input.tooLarge' })
    expect((await send(70_000)).statusCode).toBe(413)
    expect((await send(60_000)).json()).toMatchObject({ refused: 'input.invalid' })
  })
})

describe('a foreign page', () => {
  test('writes nothing with somebody’s cookie', async () => {
    const { house, people } = await aWorld(await aHouse())
    const write = async (headers: Record<string, string>) => {
      const cookie = people.mentor.cookie
      const asked = { method: 'DELETE', url: '/api/sign-ins', headers: { cookie, ...headers } } as const
      const response = await house.house.http.inject(asked)
      return { status: response.statusCode, refused: response.json().refused }
    }
    const foreign = { status: 403, refused: 'origin.foreign' }
    expect(await write({ origin: 'https://evil.example' })).toEqual(foreign)
    expect(await write({ origin: 'null' })).toEqual(foreign)
    expect(await write({ origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' })).toEqual(foreign)
    expect(await house.ask(people.mentor, accounts.me)).toMatchObject({ status: 200 })
    expect(await write({ origin: 'http://house.example:8080', host: 'house.example:8080' })).toMatchObject({
      status: 200,
    })
    expect(await house.ask(people.mentor, accounts.me)).toMatchObject({ status: 401 })
  })

  test('opens no socket', async () => {
    const house = await aHouse()
    const ada = await house.person('ada')
    expect(await connects(house, ada, 'https://evil.example')).toBe(false)
    expect(await connects(house, ada, await house.address())).toBe(true)
  })
})

describe('the cookie', () => {
  test('is for this house’s pages alone, out of reach of scripts, and secure behind TLS', async () => {
    for (const secureCookies of [false, true]) {
      const { house, people } = await aWorld(await aHouse(undefined, { settings: { secureCookies } }))
      const payload = { email: people.mentor.email, password }
      const signedIn = await house.house.http.inject({ method: 'POST', url: '/api/sign-ins', payload })
      const [cookie] = signedIn.cookies
      expect(signedIn.cookies).toHaveLength(1)
      expect(cookie).toMatchObject({ name: 'ithaca_sign_in', httpOnly: true, sameSite: 'Lax', path: '/' })
      expect(cookie?.secure ?? false).toBe(secureCookies)
      expect(cookie).not.toHaveProperty('domain')
      const headers = { cookie: `ithaca_sign_in=${cookie?.value}` }
      const left = await house.house.http.inject({ method: 'DELETE', url: '/api/sign-ins/current', headers })
      expect(left.cookies).toMatchObject([{ name: 'ithaca_sign_in', value: '', path: '/', maxAge: 0 }])
    }
  })
})

test('every answer carries the headers that keep foreign code and frames out', async () => {
  const { house } = await aHouse(undefined, { settings: { secureCookies: true } })
  for (const url of ['/api/account', '/api/no-such-thing', '/healthz', '/no/such/page']) {
    const { headers } = await house.http.inject({ url })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/)
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

async function connects(house: TestHouse, who: TestPerson, origin: string): Promise<boolean> {
  const socket = io(await house.address(), {
    transports: ['websocket'],
    extraHeaders: { cookie: who.cookie, origin },
    forceNew: true,
    reconnection: false,
  })
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('connect_error', () => resolve(false))
  })
  socket.disconnect()
  return connected
}
