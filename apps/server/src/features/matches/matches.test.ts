import { randomUUID } from 'node:crypto'
import { chat, MatchId, matches, type ProgramId, type UserId } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { TestPerson, TestProgram } from '../../../test/people.ts'

let house: TestHouse
let program: TestProgram
let ada: TestPerson
let abe: TestPerson
let bo: TestPerson
let cleo: TestPerson

beforeEach(async () => {
  house = await aHouse()
  program = await house.program({ mentor: ['ada', 'abe'], mentee: 'bo', coordinator: 'cleo' })
  ;({ ada, abe, bo, cleo } = program.people as Record<'ada' | 'abe' | 'bo' | 'cleo', TestPerson>)
})

describe('a match', () => {
  test('is shown to its people and its coordinator; to nobody else there is none', async () => {
    const params = { matchId: program.matchId }
    for (const who of [ada, bo, cleo]) {
      const { ok } = await house.ask(who, matches.get, { params })
      expect(ok).toMatchObject({ id: program.matchId, programName: 'Bridges', startedOn: '2026-01-05' })
      expect(ok.people.map(({ name, tie }) => [name, tie])).toEqual([
        ['abe', 'mentor'],
        ['ada', 'mentor'],
        ['bo', 'mentee'],
      ])
      expect(Object.keys(ok).sort()).toEqual(['id', 'people', 'programId', 'programName', 'startedOn'])
    }
    const elsewhere = await house.program({ mentor: 'zoe', coordinator: 'eve' })
    const others = [await house.person('stranger'), elsewhere.people['zoe'], elsewhere.people['eve']] as TestPerson[]
    for (const who of others) expect(await house.ask(who, matches.get, { params })).toMatchObject(notFound)
    expect(await house.ask(ada, matches.get, { params: { matchId: anId() } })).toMatchObject(notFound)
  })

  test('is a stranger’s matter to another mentor of the same program', async () => {
    const made = await make({ mentorIds: [ada.id], menteeIds: [bo.id] })
    const params = { matchId: made.ok.id }
    expect(await house.ask(ada, matches.get, { params })).toMatchObject({ status: 200 })
    expect(await house.ask(abe, matches.get, { params })).toMatchObject(notFound)
  })

  test('is listed to whoever is in it, and all of a program to its coordinator', async () => {
    const made = await make({ mentorIds: [ada.id], menteeIds: [bo.id] })
    const listed = async (who: TestPerson) => (await house.ask(who, matches.mine)).ok.map(({ id }) => id)
    expect(await listed(ada)).toEqual([made.ok.id, program.matchId])
    expect(await listed(abe)).toEqual([program.matchId])
    expect(await listed(cleo)).toEqual([])
    const params = { programId: program.programId }
    const all = await house.ask(cleo, matches.inProgram, { params })
    expect(all.ok.map(({ id }) => id)).toEqual([made.ok.id, program.matchId])
    for (const who of [ada, bo, await house.person('stranger')])
      expect(await house.ask(who, matches.inProgram, { params })).toMatchObject(notFound)
  })
})

describe('making a match', () => {
  test('opens its conversation and tells its people and the coordinator', async () => {
    const [adas, abes, cleos] = [await house.connect(ada), await house.connect(abe), await house.connect(cleo)]
    const { ok } = await make({ mentorIds: [ada.id], menteeIds: [bo.id] })
    expect(ok).toMatchObject({ programName: 'Bridges', startedOn: '2026-03-02' })
    await expect.poll(() => adas.heard('matches.made')).toMatchObject([{ id: ok.id }])
    await expect.poll(() => cleos.heard('matches.made')).toMatchObject([{ id: ok.id }])
    expect(abes.heard('matches.made')).toEqual([])
    const [news] = adas.heard('matches.made')
    const conversation = await house.ask(bo, chat.ofMatch, { params: { matchId: ok.id } })
    expect(conversation.ok).toMatchObject({ id: news?.conversationId, lastSeq: 0, unread: 0 })
    expect(Object.keys(news ?? {}).sort()).toEqual(Object.keys(matches.made.payload.shape).sort())
  })

  test('asked for again is the same match, made and told once', async () => {
    const device = await house.connect(bo)
    const id = anId()
    const wish = { mentorIds: [ada.id], menteeIds: [bo.id] }
    const [first, second] = await Promise.all([make(wish, { id }), make(wish, { id })])
    expect(second).toEqual(first)
    expect(await make({ ...wish, mentorIds: [abe.id] }, { id })).toMatchObject(notFound)
    await house.settled()
    await expect.poll(() => device.heard('matches.made')).toHaveLength(1)
    const kept = await house.db.transaction((tx) => tx.select().from(tables.conversations))
    expect(kept.filter(({ matchId }) => matchId === id)).toHaveLength(1)
  })

  test('of the same people again is refused, at once too', async () => {
    const wish = { mentorIds: [ada.id], menteeIds: [bo.id] }
    const all = await Promise.all(Array.from({ length: 8 }, () => make(wish)))
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
    expect(await make(wish)).toMatchObject({ refused: 'matches.alreadyMade' })
    expect(await make({ mentorIds: [abe.id, ada.id], menteeIds: [bo.id] })).toMatchObject({
      refused: 'matches.alreadyMade',
    })
  })

  test('takes people of this program, each by the tie they have', async () => {
    const refused = { refused: 'matches.notInProgram' }
    const stranger = await house.person('stranger')
    expect(await make({ mentorIds: [ada.id], menteeIds: [stranger.id] })).toMatchObject(refused)
    expect(await make({ mentorIds: [bo.id], menteeIds: [ada.id] })).toMatchObject(refused)
    expect(await make({ mentorIds: [cleo.id], menteeIds: [bo.id] })).toMatchObject(refused)
    expect(await make({ mentorIds: [ada.id], menteeIds: [ada.id] })).toMatchObject(refused)
    expect(await make({ mentorIds: [ada.id, ada.id], menteeIds: [bo.id] })).toMatchObject({ status: 200 })
    const kept = await house.db.transaction((tx) => tx.select().from(tables.matches))
    expect(kept).toHaveLength(2)
  })

  test('is for the coordinator of this program alone, and takes no id of another program', async () => {
    const wish = { mentorIds: [ada.id], menteeIds: [bo.id] }
    const elsewhere = await house.program({ mentor: ['zoe', 'zac'], mentee: 'yan', coordinator: 'eve' })
    const { eve, zoe, yan } = elsewhere.people as Record<'eve' | 'zoe' | 'yan', TestPerson>
    for (const who of [ada, bo, eve]) expect(await make(wish, { who })).toMatchObject(notFound)
    const { ok } = await make(wish)
    const theirs = { mentorIds: [zoe.id], menteeIds: [yan.id] }
    expect(await make(theirs, { who: eve, id: ok.id, into: elsewhere.programId })).toMatchObject(notFound)
    expect(await make(theirs, { who: eve, into: elsewhere.programId })).toMatchObject({ status: 200 })
    expect(await house.ask(ada, matches.get, { params: { matchId: ok.id } })).toMatchObject({ ok })
  })
})

const notFound = { status: 404, refused: 'notFound' }

function anId(): MatchId {
  return MatchId.parse(randomUUID())
}

type Wish = { mentorIds: UserId[]; menteeIds: UserId[] }
type Make = { who?: TestPerson; id?: MatchId; into?: ProgramId }

function make(wish: Wish, { who = cleo, id = anId(), into = program.programId }: Make = {}) {
  return house.ask(who, matches.make, { params: { programId: into }, body: { id, ...wish } })
}
