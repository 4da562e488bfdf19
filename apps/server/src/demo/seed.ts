import type { Db, Tx } from '@ithaca/db'
import * as tables from '@ithaca/db/schema/index'
import { defaultRule } from '@ithaca/domain/attendance-facts'
import { wallTime } from '@ithaca/domain/clock'
import { inArray, sql } from 'drizzle-orm'
import { hashPassword } from '../features/accounts/passwords.ts'
import { demoMatch, everywhere, match, person, program, signIns, type Where, type Who } from './cast.ts'
import { history } from './history.ts'
import { idOf } from './ids.ts'
import {
  accountRows,
  beginning,
  conversationRows,
  correctionRows,
  factRows,
  goalRows,
  ledgerRow,
  matchPeopleRows,
  matchRow,
  sessionPeopleRows,
  sessionRow,
  tieRows,
  verdictRow,
} from './rows.ts'
import { conversation } from './speech.ts'
import { goalsOf } from './told.ts'
import { comingSlot, slot } from './weeks.ts'

/*
 * The demo is no feature: it stands beside them and writes the tables directly, in sets, because ten weeks of history
 * cannot be made through doors that only know the present. It is the one place apart from the stores that may.
 */

/** Any number will do, as long as every server of the house takes the same lock. */
const lockKey = 4_861_701

/** Who has not answered their next session yet. */
const waiting: readonly Who[] = ['samuel', 'emre', 'noah', 'maryam']

type Needs = { db: Db; now: () => Date; password: string }

/**
 * Fills an empty database with the demo program. Where the demo stands already only the password of its sign-ins is set
 * anew, so that the printed one is right; where any other program stands, nothing is touched. True where it was seeded.
 */
export async function seedDemo({ db, now, password }: Needs): Promise<boolean> {
  const passwordHash = await hashPassword(password)
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)
    const [any] = await tx.select({ id: tables.programs.id }).from(tables.programs).limit(1)
    if (any) {
      const ids = signIns.map((who) => person(who).id)
      await tx.update(tables.accounts).set({ passwordHash }).where(inArray(tables.accounts.id, ids))
      return false
    }
    const at = now().getTime()
    await seedProgram(tx, passwordHash, at)
    await seedMatches(tx, at)
    await seedPast(tx, at)
    await seedComing(tx, at)
    await seedTalk(tx, at)
    await seedGoals(tx, at)
    tx.audit(null, 'demo.seed', program.id)
    return true
  })
}

async function seedProgram(tx: Tx, passwordHash: string, now: number): Promise<void> {
  const { id, name, organization } = program
  const organizationId = idOf('organization')
  await tx.insert(tables.organizations).values({ id: organizationId, name: organization })
  const row = { id, name, organizationId, demo: true, rule: defaultRule, createdAt: beginning(now) }
  await tx.insert(tables.programs).values(row)
  await tx.insert(tables.accounts).values(accountRows(passwordHash, now))
  await tx.insert(tables.ties).values(tieRows(now))
}

async function seedMatches(tx: Tx, now: number): Promise<void> {
  const firstDay = (where: Where) => wallTime(slot(where, 1, now).startsAt, person(match(where).mentor).zone).date
  await tx.insert(tables.matches).values(everywhere.map((where) => matchRow(where, firstDay(where))))
  await tx.insert(tables.matchPeople).values(everywhere.flatMap(matchPeopleRows))
}

async function seedPast(tx: Tx, now: number): Promise<void> {
  const past = everywhere.flatMap((where) => history(where, now))
  const facts = past.map(factRows)
  await tx.insert(tables.sessions).values(past.map(({ slot: planned, cancelled }) => sessionRow(planned, cancelled)))
  await tx.insert(tables.sessionPeople).values(past.flatMap(({ slot: planned }) => sessionPeopleRows(planned)))
  await tx.insert(tables.seats).values(facts.flatMap(({ seats }) => seats))
  await tx.insert(tables.intervals).values(facts.flatMap(({ intervals }) => intervals))
  await tx.insert(tables.attempts).values(facts.flatMap(({ attempts }) => attempts))
  await tx.insert(tables.verdicts).values(past.map(verdictRow))
  await tx.insert(tables.corrections).values(past.flatMap(correctionRows))
  await tx.insert(tables.ledger).values(past.map((one) => ledgerRow(one.slot, one)))
}

/** The next session of every match; those of the match that signs in are seen to at every start. */
async function seedComing(tx: Tx, now: number): Promise<void> {
  const coming = everywhere.filter((where) => where !== demoMatch).map((where) => comingSlot(where, now))
  await tx.insert(tables.sessions).values(coming.map((planned) => sessionRow(planned)))
  await tx.insert(tables.sessionPeople).values(coming.flatMap((planned) => sessionPeopleRows(planned, waiting)))
  await tx.insert(tables.ledger).values(coming.map((planned) => ledgerRow(planned)))
}

async function seedTalk(tx: Tx, now: number): Promise<void> {
  const talk = everywhere.map((where) => conversationRows(where, match(where).id, conversation(where, now)))
  await tx.insert(tables.conversations).values(talk.map((one) => one.conversation))
  await tx.insert(tables.messages).values(talk.flatMap(({ messages }) => messages))
  await tx.insert(tables.readers).values(talk.flatMap(({ readers }) => readers))
}

async function seedGoals(tx: Tx, now: number): Promise<void> {
  const told = everywhere.flatMap((where) => goalsOf(where, now)).map(goalRows)
  await tx.insert(tables.goals).values(told.map(({ goal }) => goal))
  await tx.insert(tables.steps).values(told.flatMap(({ steps }) => steps))
  await tx.insert(tables.notes).values(told.flatMap(({ notes }) => notes))
  await tx.insert(tables.changes).values(told.flatMap(({ changes }) => changes))
}
