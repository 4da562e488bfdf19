import { randomUUID } from 'node:crypto'
import { accounts, InvitationId, programs } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { TestPerson, TestProgram } from '../../../test/people.ts'

let house: TestHouse
let program: TestProgram
let ada: TestPerson
let bo: TestPerson
let cleo: TestPerson
let stranger: TestPerson

beforeEach(async () => {
  house = await aHouse()
  program = await house.program({ mentor: 'ada', mentee: 'bo', coordinator: 'cleo', minors: ['bo'] })
  ;({ ada, bo, cleo } = program.people as { ada: TestPerson; bo: TestPerson; cleo: TestPerson })
  stranger = await house.person('stranger')
})

const newcomer = { name: 'Dia', password: 'ten thousand steps', locale: 'es', zone: 'America/Lima' } as const
const linkInvalid = { status: 410, refused: 'accounts.linkInvalid' }

describe('a program', () => {
  test('is shown to its people with what binds them to it, and to nobody else', async () => {
    const params = { programId: program.programId }
    for (const [who, tie] of [
      [ada, 'mentor'],
      [bo, 'mentee'],
      [cleo, 'coordinator'],
    ] as const) {
      const { ok } = await house.ask(who, programs.get, { params })
      expect(ok).toEqual({ id: program.programId, name: 'Bridges', organization: 'Harbor School', tie, demo: false })
    }
    expect(await house.ask(stranger, programs.get, { params })).toMatchObject({ refused: 'notFound' })
    expect(await house.ask(cleo, programs.get, { params: { programId: aProgramId() } })).toMatchObject({
      refused: 'notFound',
    })
  })

  test('shows its people to its coordinator alone, and keeps who looked', async () => {
    const params = { programId: program.programId }
    const { ok } = await house.ask(cleo, programs.people, { params })
    expect(ok.members.map(({ name, tie, minor, email }) => ({ name, tie, minor, email }))).toEqual([
      { name: 'ada', tie: 'mentor', minor: false, email: ada.email },
      { name: 'bo', tie: 'mentee', minor: true, email: bo.email },
      { name: 'cleo', tie: 'coordinator', minor: false, email: cleo.email },
    ])
    for (const who of [ada, bo, stranger])
      expect(await house.ask(who, programs.people, { params })).toMatchObject({ refused: 'notFound' })
    const looked = await house.db.transaction((tx) =>
      tx.select().from(tables.audit).where(eq(tables.audit.action, 'programs.people')),
    )
    expect(looked).toMatchObject([{ actorId: cleo.id, subjectId: program.programId }])
  })
})

describe('an invitation', () => {
  test('is mailed with a secret link, and is listed until it is answered', async () => {
    const { id, secret } = await invite('dia@school.example')
    expect(house.mails).toMatchObject([{ to: 'dia@school.example', subject: 'You are invited to Ithaca' }])
    expect(house.mails[0]?.text).toContain(`http://127.0.0.1:3000/invitation#${secret}`)
    expect(house.mails[0]?.text).toContain('cleo invites you into the program “Bridges” of Harbor School, as a mentor')
    expect(await openInvitations()).toEqual([id])
    expect(await house.ask(null, programs.acceptInvitation, { body: { secret, newcomer } })).toMatchObject({
      status: 200,
    })
    expect(await openInvitations()).toEqual([])
  })

  test('is given by the coordinator alone', async () => {
    const body = { id: anId(), email: 'dia@school.example', tie: 'mentor', minor: false } as const
    for (const who of [ada, bo, stranger]) {
      expect(await house.ask(who, programs.invite, { params: { programId: program.programId }, body })).toMatchObject({
        refused: 'notFound',
      })
    }
    const other = await house.program({ coordinator: 'eve' })
    expect(await house.ask(cleo, programs.invite, { params: { programId: other.programId }, body })).toMatchObject({
      refused: 'notFound',
    })
    await house.settled()
    expect(house.mails).toEqual([])
  })

  test('asked for again is the same one and is mailed once; its id is nobody else’s to use', async () => {
    const { id } = await invite('dia@school.example')
    expect((await ask(id, 'dia@school.example')).status).toBe(200)
    expect(await ask(id, 'other@school.example')).toMatchObject({ refused: 'notFound' })
    const other = await house.program({ coordinator: 'eve' })
    const { eve } = other.people as { eve: TestPerson }
    const body = { id, email: 'dia@school.example', tie: 'mentor', minor: false } as const
    expect(await house.ask(eve, programs.invite, { params: { programId: other.programId }, body })).toMatchObject({
      refused: 'notFound',
    })
    await house.settled()
    expect(house.mails).toHaveLength(1)
  })

  test('to the same address takes the place of the open one', async () => {
    const first = await invite('dia@school.example')
    const second = await invite('DIA@school.example ')
    expect(await openInvitations()).toEqual([second.id])
    expect(await house.ask(null, programs.openInvitation, { body: { secret: first.secret } })).toMatchObject(
      linkInvalid,
    )
    expect(await house.ask(null, programs.openInvitation, { body: { secret: second.secret } })).toMatchObject({
      status: 200,
    })
  })

  test('is refused for an address that is already in', async () => {
    expect(await ask(anId(), ada.email)).toMatchObject({ refused: 'programs.alreadyIn' })
    await house.settled()
    expect(house.mails).toEqual([])
  })

  test('is withdrawn by the coordinator alone, twice does no harm, and opens nothing after', async () => {
    const { id: invitationId, secret } = await invite('dia@school.example')
    const params = { programId: program.programId, invitationId }
    for (const who of [ada, stranger])
      expect(await house.ask(who, programs.withdrawInvitation, { params })).toMatchObject({ refused: 'notFound' })
    expect(await house.ask(null, programs.openInvitation, { body: { secret } })).toMatchObject({ status: 200 })
    for (const _twice of [1, 2])
      expect(await house.ask(cleo, programs.withdrawInvitation, { params })).toMatchObject({ status: 200 })
    expect(await house.ask(null, programs.openInvitation, { body: { secret } })).toMatchObject(linkInvalid)
    expect(await house.ask(null, programs.acceptInvitation, { body: { secret, newcomer } })).toMatchObject(linkInvalid)
    expect(
      await house.ask(cleo, programs.withdrawInvitation, { params: { ...params, invitationId: anId() } }),
    ).toMatchObject({ refused: 'notFound' })
  })

  test('is good for two weeks', async () => {
    const { secret } = await invite('dia@school.example')
    house.clock.pass(14 * 24 * 3_600_000 - 1)
    expect(await house.ask(null, programs.openInvitation, { body: { secret } })).toMatchObject({
      ok: {
        program: 'Bridges',
        organization: 'Harbor School',
        tie: 'mentor',
        email: 'dia@school.example',
        known: false,
      },
    })
    house.clock.pass(1)
    expect(await house.ask(null, programs.openInvitation, { body: { secret } })).toMatchObject(linkInvalid)
    expect(await openInvitations()).toEqual([])
  })
})

describe('accepting', () => {
  test('makes a newcomer’s account, adds the tie and signs in, once', async () => {
    const { secret } = await invite('dia@school.example', { minor: true })
    expect(await house.ask(null, programs.acceptInvitation, { body: { secret } })).toMatchObject({
      refused: 'input.invalid',
    })
    const { ok } = await house.ask(null, programs.acceptInvitation, { body: { secret, newcomer } })
    expect(ok).toMatchObject({
      name: 'Dia',
      email: 'dia@school.example',
      locale: 'es',
      zone: 'America/Lima',
      minor: true,
      programs: [{ id: program.programId, name: 'Bridges', tie: 'mentor' }],
    })
    expect(await house.ask(null, programs.acceptInvitation, { body: { secret, newcomer } })).toMatchObject(linkInvalid)
    const body = { email: 'dia@school.example', password: newcomer.password }
    expect(await house.ask(null, accounts.signIn, { body })).toMatchObject({ ok: { id: ok.id } })
  })

  test('of two at once makes one account', async () => {
    const { secret } = await invite('dia@school.example')
    const both = await Promise.all(
      [1, 2].map(() => house.ask(null, programs.acceptInvitation, { body: { secret, newcomer } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  test('binds a known account and leaves its password and name alone', async () => {
    const { secret } = await invite(stranger.email)
    expect(await house.ask(null, programs.openInvitation, { body: { secret } })).toMatchObject({ ok: { known: true } })
    expect(await house.ask(null, programs.acceptInvitation, { body: { secret, newcomer } })).toMatchObject({
      refused: 'accounts.emailTaken',
    })
    const { ok } = await house.ask(null, programs.acceptInvitation, { body: { secret } })
    expect(ok).toMatchObject({ id: stranger.id, name: 'stranger', programs: [{ id: program.programId }] })
    const body = { email: stranger.email, password: newcomer.password }
    expect(await house.ask(null, accounts.signIn, { body })).toMatchObject({ refused: 'accounts.wrongPassword' })
  })

  test('as a minor protects a known account, and no invitation ends that', async () => {
    const { secret } = await invite(stranger.email, { minor: true })
    const first = await house.ask(null, programs.acceptInvitation, { body: { secret } })
    expect(first.ok.minor).toBe(true)
    const other = await house.program({ coordinator: 'eve' })
    const again = await invite(stranger.email, { by: other.people['eve'], into: other })
    const second = await house.ask(null, programs.acceptInvitation, { body: { secret: again.secret } })
    expect(second.ok).toMatchObject({ minor: true, programs: [{ tie: 'mentor' }, { tie: 'mentor' }] })
  })
})

function anId(): InvitationId {
  return InvitationId.parse(randomUUID())
}

function aProgramId() {
  return randomUUID() as TestProgram['programId']
}

type Invite = { minor?: boolean; by?: TestPerson | undefined; into?: TestProgram }

function ask(id: InvitationId, email: string, { minor = false, by = cleo, into = program }: Invite = {}) {
  const body = { id, email, tie: 'mentor', minor } as const
  return house.ask(by, programs.invite, { params: { programId: into.programId }, body })
}

async function invite(email: string, options: Invite = {}): Promise<{ id: InvitationId; secret: string }> {
  const id = anId()
  expect(await ask(id, email, options)).toMatchObject({ status: 200, ok: { id, email: email.trim().toLowerCase() } })
  await house.settled()
  return { id, secret: /#([\w-]{43})\n/.exec(house.mails.at(-1)?.text ?? '')?.[1] ?? 'no secret was mailed' }
}

async function openInvitations(): Promise<InvitationId[]> {
  const { ok } = await house.ask(cleo, programs.people, { params: { programId: program.programId } })
  return ok.invitations.map(({ id }) => id)
}
