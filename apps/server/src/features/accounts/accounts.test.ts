import { accounts, chat } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { eq } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { expect, test } from 'vitest'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { TestPerson } from '../../../test/people.ts'
import { forgetExpired } from './service.ts'

const password = 'a boat to somewhere far'

test('signing in by password gives a cookie that opens the account, and only the hash of it is kept', async () => {
  const { house, ada } = await aMember()
  const entered = await enter(house, ada.email, password)
  expect(entered).toMatchObject({ status: 200, cookie: { httpOnly: true, sameSite: 'Lax', path: '/' } })
  expect(entered.cookie?.secure).toBeUndefined()
  const me = await house.ask(as(ada, entered.token), accounts.me)
  expect(me.ok).toMatchObject({ id: ada.id, name: 'ada', email: ada.email, minor: false, programs: [] })
  const kept = await house.db.transaction((tx) => tx.select().from(tables.signIns))
  expect(kept.some(({ tokenHash }) => tokenHash.toString('base64url') === entered.token)).toBe(false)
})

test('a wrong password, an unknown address and an account without password get the same answer', async () => {
  const { house, ada } = await aMember()
  const bo = await house.person('bo')
  const refused = { status: 401, token: undefined, body: { refused: 'accounts.wrongPassword' } }
  expect(await enter(house, ada.email, 'a boat to nowhere')).toMatchObject(refused)
  expect(await enter(house, 'nobody@ithaca.example', password)).toMatchObject(refused)
  expect(await enter(house, bo.email, password)).toMatchObject(refused)
})

test('an unknown address takes as long as a wrong password', async () => {
  const { house, ada } = await aMember()
  const time = async (email: string) => {
    const start = performance.now()
    await enter(house, email, 'a boat to nowhere')
    return performance.now() - start
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let round = 0; round < 4; round++) {
    known.push(await time(ada.email))
    unknown.push(await time(`nobody${round}@ithaca.example`))
  }
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2)
})

test('ten wrong passwords lock an address for a quarter of an hour, known or not; a right one starts anew', async () => {
  const { house, ada } = await aMember()
  const guess = async (email: string, times: number, from: string) => {
    for (let round = 0; round < times; round++) await enter(house, email, 'a boat to nowhere', from)
  }
  await guess(ada.email, 9, '10.0.0.1')
  expect(await enter(house, ada.email, password, '10.0.0.2')).toMatchObject({ status: 200 })
  await guess(ada.email, 10, '10.0.0.3')
  expect(await enter(house, ada.email, password, '10.0.0.4')).toMatchObject({ body: { refused: 'tooOften' } })
  await guess('nobody@ithaca.example', 10, '10.0.0.5')
  expect(await enter(house, 'nobody@ithaca.example', password, '10.0.0.6')).toMatchObject({ status: 429 })
  house.clock.pass(15 * 60_000)
  expect(await enter(house, ada.email, password, '10.0.0.7')).toMatchObject({ status: 200 })
})

test('a sign-in ends after thirty days without a visit, and a visit makes it last', async () => {
  const { house, ada } = await aMember()
  const first = await enter(house, ada.email, password)
  house.clock.pass(29 * days)
  const visit = await whoAmI(house, first.token)
  expect(visit).toMatchObject({ status: 200, cookie: { value: first.token } })
  house.clock.pass(29 * days)
  expect(await whoAmI(house, first.token)).toMatchObject({ status: 200 })
  expect((await whoAmI(house, first.token)).cookie).toBeUndefined()
  house.clock.pass(30 * days)
  expect(await whoAmI(house, first.token)).toMatchObject({ status: 401 })
  house.clock.pass(2 * days)
  await forgetExpired(house.house.parts)
  const kept = await house.db.transaction((tx) => tx.select().from(tables.signIns))
  expect(kept.map(({ expiresAt }) => expiresAt.getUTCFullYear())).not.toContain(2026)
})

test('signing out ends this browser and its sockets, and no other', async () => {
  const { house, ada } = await aMember()
  const here = as(ada, (await enter(house, ada.email, password)).token)
  const [socket, other] = [await house.connect(here), await house.connect(ada)]
  const gone = new Promise((resolve) => socket.socket.once('disconnect', resolve))
  expect(await house.ask(here, accounts.signOut)).toMatchObject({ status: 200 })
  await gone
  expect(await house.ask(here, accounts.me)).toMatchObject({ refused: 'signInNeeded' })
  await expect(house.connect(here)).rejects.toThrow('signInNeeded')
  expect(await house.ask(ada, accounts.me)).toMatchObject({ status: 200 })
  expect(other.socket.connected).toBe(true)
})

test('signing out everywhere tells and ends all browsers of this person, and nobody else', async () => {
  const { house, ada } = await aMember()
  const bo = await house.person('bo')
  const [first, bos] = [await house.connect(ada), await house.connect(bo)]
  const gone = new Promise((resolve) => first.socket.once('disconnect', resolve))
  expect(await house.ask(ada, accounts.signOutEverywhere)).toMatchObject({ status: 200 })
  await gone
  await house.settled()
  expect(first.heard('accounts.signedOut')).toEqual([{ userId: ada.id }])
  expect(await house.ask(ada, accounts.me)).toMatchObject({ refused: 'signInNeeded' })
  expect(bos.heard('accounts.signedOut')).toEqual([])
  expect(bos.socket.connected).toBe(true)
})

test('a mailed link signs in once, within a quarter of an hour', async () => {
  const house = await aHouse()
  const ada = await house.person('ada')
  const [first, second] = [await mailed(house, ada.email, 'askLink'), await mailed(house, ada.email, 'askLink')]
  expect(house.mails[0]).toMatchObject({ to: ada.email, subject: 'Your sign-in link' })
  expect(house.mails[0]?.text).toContain(`http://127.0.0.1:3000/sign-in/link#${first}`)
  const opened = await post(house, accounts.openLink.path, { secret: first })
  expect(opened).toMatchObject({ status: 200, body: { id: ada.id } })
  expect(await whoAmI(house, opened.token)).toMatchObject({ status: 200 })
  expect(await post(house, accounts.openLink.path, { secret: first })).toMatchObject(linkInvalid)
  expect(await post(house, accounts.reset.path, { secret: second, password })).toMatchObject(linkInvalid)
  house.clock.pass(15 * 60_000)
  expect(await post(house, accounts.openLink.path, { secret: second })).toMatchObject(linkInvalid)
})

test('of two who open a link at once, one comes in', async () => {
  const house = await aHouse()
  const ada = await house.person('ada')
  const secret = await mailed(house, ada.email, 'askLink')
  const both = await Promise.all([1, 2].map(() => post(house, accounts.openLink.path, { secret })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
})

test('asking for a mail answers the same for an unknown address, and fills nobody’s mailbox', async () => {
  const house = await aHouse()
  const ada = await house.person('ada')
  for (const route of [accounts.askLink, accounts.askReset] as const) {
    expect(await post(house, route.path, { email: 'nobody@ithaca.example' })).toMatchObject({ status: 200, body: {} })
    await house.settled()
    expect(house.mails).toEqual([])
  }
  for (let round = 0; round < 5; round++)
    await post(house, accounts.askLink.path, { email: ada.email }, `10.0.1.${round}`)
  await house.settled()
  expect(house.mails.map(({ to }) => to)).toEqual([ada.email, ada.email, ada.email])
})

test('a mail is written in the language of whoever gets it', async () => {
  const house = await aHouse()
  const ada = await house.person('ada')
  for (const [locale, word] of [
    ['es', 'contraseña'],
    ['ar', 'كلمة مرور'],
  ] as const) {
    expect(await house.ask(ada, accounts.update, { body: { locale } })).toMatchObject({ ok: { locale } })
    await mailed(house, ada.email, 'askReset')
    expect(house.mails.at(-1)?.subject).toContain(word)
  }
})

test('a reset sets the password, ends every other sign-in and every other mailed link', async () => {
  const house = await aHouse()
  const ada = await house.person('ada')
  const [link, secret] = [await mailed(house, ada.email, 'askLink'), await mailed(house, ada.email, 'askReset')]
  expect(await post(house, accounts.openLink.path, { secret })).toMatchObject(linkInvalid)
  const done = await post(house, accounts.reset.path, { secret, password })
  expect(done).toMatchObject({ status: 200, body: { id: ada.id } })
  expect(await whoAmI(house, done.token)).toMatchObject({ status: 200 })
  expect(await house.ask(ada, accounts.me)).toMatchObject({ refused: 'signInNeeded' })
  expect(await post(house, accounts.openLink.path, { secret: link })).toMatchObject(linkInvalid)
  expect(await post(house, accounts.reset.path, { secret, password })).toMatchObject(linkInvalid)
  expect(await enter(house, ada.email, password)).toMatchObject({ status: 200 })
})

test('a reset link is good for an hour, and a short password is refused before it is used up', async () => {
  const house = await aHouse()
  const ada = await house.person('ada')
  const secret = await mailed(house, ada.email, 'askReset')
  expect(await post(house, accounts.reset.path, { secret, password: 'short' })).toMatchObject({ status: 400 })
  house.clock.pass(59 * 60_000)
  expect(await post(house, accounts.reset.path, { secret, password })).toMatchObject({ status: 200 })
  const late = await mailed(house, ada.email, 'askReset')
  house.clock.pass(60 * 60_000)
  expect(await post(house, accounts.reset.path, { secret: late, password })).toMatchObject(linkInvalid)
})

test('signing in again in a browser ends the sign-in it had', async () => {
  const { house, ada } = await aMember()
  const { token } = await enter(house, ada.email, password)
  const headers = { cookie: `ithaca_sign_in=${token}` }
  const again = await house.house.http.inject({
    method: 'POST',
    url: '/api/sign-ins',
    headers,
    payload: { email: ada.email, password },
  })
  expect(again.statusCode).toBe(200)
  expect(await whoAmI(house, token)).toMatchObject({ status: 401 })
})

test('a person changes name, language and zone, and nothing else', async () => {
  const house = await aHouse()
  const ada = await house.person('ada')
  const change = { name: '  Ada L.  ', zone: 'Africa/Nairobi' }
  expect(await house.ask(ada, accounts.update, { body: change })).toMatchObject({
    ok: { name: 'Ada L.', zone: 'Africa/Nairobi', locale: 'en', email: ada.email },
  })
  expect(await house.ask(ada, accounts.update, { body: {} })).toMatchObject({ ok: { name: 'Ada L.' } })
  for (const body of [{ zone: 'Middle/Earth' }, { email: 'bo@ithaca.example' }, { name: 'a\0b' }] as object[])
    expect(await house.ask(ada, accounts.update, { body })).toMatchObject({ refused: 'input.invalid' })
})

test('a socket that is signed out cannot be told of anything', async () => {
  const house = await aHouse()
  const { people, conversationId } = await house.program({ mentor: 'ada', mentee: 'bo' })
  const { ada, bo } = people as { ada: TestPerson; bo: TestPerson }
  const device = await house.connect(bo)
  const gone = new Promise((resolve) => device.socket.once('disconnect', resolve))
  await house.ask(bo, accounts.signOut)
  await gone
  const body = { id: crypto.randomUUID() as never, body: 'Are you there?' }
  expect(await house.ask(ada, chat.send, { params: { conversationId }, body })).toMatchObject({ status: 200 })
  await house.settled()
  expect(device.heard('chat.sent')).toEqual([])
})

test('what nobody signed in asked is kept without a name', async () => {
  const house = await aHouse()
  const ada = await house.person('ada')
  await mailed(house, ada.email, 'askReset')
  const notes = await house.db.transaction((tx) =>
    tx.select().from(tables.audit).where(eq(tables.audit.subjectId, ada.id)),
  )
  expect(notes).toMatchObject([{ actorId: null, action: 'accounts.askReset' }])
})

const days = 24 * 3_600_000
const linkInvalid = { status: 410, body: { refused: 'accounts.linkInvalid' }, token: undefined }

/** Ada, who has chosen a password. */
async function aMember(): Promise<{ house: TestHouse; ada: TestPerson }> {
  const house = await aHouse()
  const ada = await house.person('ada')
  const secret = await mailed(house, ada.email, 'askReset')
  const { token } = await post(house, accounts.reset.path, { secret, password })
  return { house, ada: as(ada, token) }
}

function as(person: TestPerson, token: string | undefined): TestPerson {
  return { ...person, cookie: `ithaca_sign_in=${token}` }
}

function enter(house: TestHouse, email: string, tried: string, from?: string) {
  return post(house, accounts.signIn.path, { email, password: tried }, from)
}

function whoAmI(house: TestHouse, token: string | undefined) {
  return back(house.house.http.inject({ url: '/api/account', headers: { cookie: `ithaca_sign_in=${token}` } }))
}

function post(house: TestHouse, path: string, payload: object, remoteAddress = '10.9.9.9') {
  return back(house.house.http.inject({ method: 'POST', url: `/api${path}`, payload, remoteAddress }))
}

async function back(answer: PromiseLike<LightMyRequestResponse>) {
  const response = await answer
  const cookie = response.cookies.find(({ name }) => name === 'ithaca_sign_in')
  return { status: response.statusCode, body: response.json(), cookie, token: cookie?.value }
}

async function mailed(house: TestHouse, email: string, ask: 'askLink' | 'askReset'): Promise<string> {
  await post(house, accounts[ask].path, { email }, `10.8.${house.mails.length}.1`)
  await house.settled()
  return /#([\w-]{43})\n/.exec(house.mails.at(-1)?.text ?? '')?.[1] ?? 'no secret was mailed'
}
