import { isDeepStrictEqual } from 'node:util'
import { attendance, PersonVerdict, type SessionId, type Verdict } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { judge } from '@ithaca/domain/attendance'
import { factsFrom } from '@ithaca/domain/attendance-wire'
import { type SessionFacts, sessionFacts } from '../sessions/access.ts'
import { type FoundInterval, findIntervals } from './interval-store.ts'
import { findOpen, insertRow, type LedgerRow, lockRow, updateRow } from './ledger-store.ts'
import { findAttempts, findCorrections, findVerdict, insertVerdict, updateVerdict } from './store.ts'
import { toWire } from './wire.ts'

type Fresh = Omit<Verdict, 'version' | 'decidedAt'>

/**
 * Judges a session anew from its facts, keeps what is new of the verdict, and brings the coordinator's row up to date.
 * May be asked at any time and any number of times: the same facts change nothing.
 */
export async function refresh(tx: Tx, sessionId: SessionId, now: Date): Promise<Verdict | undefined> {
  const before = await holdRow(tx, sessionId)
  // Read again behind the lock, so that whoever comes last has seen everything.
  const session = (await sessionFacts(tx, [sessionId])).get(sessionId)
  if (!before || !session) return undefined
  const verdict = await keepVerdict(tx, session, now)
  const row = await rowOf(tx, session, verdict)
  if (!isDeepStrictEqual(row, before)) await updateRow(tx, row)
  return verdict
}

/** The sessions whose time has begun and whose verdict time alone may still change. */
export function undecided(tx: Tx, now: Date): Promise<SessionId[]> {
  return findOpen(tx, now)
}

/** The row of a session, made where there is none, held until the transaction ends. */
async function holdRow(tx: Tx, sessionId: SessionId): Promise<LedgerRow | undefined> {
  const found = await lockRow(tx, sessionId)
  if (found) return found
  const session = (await sessionFacts(tx, [sessionId])).get(sessionId)
  if (!session) return undefined
  await insertRow(tx, await rowOf(tx, session, undefined))
  return lockRow(tx, sessionId)
}

async function keepVerdict(tx: Tx, session: SessionFacts, now: Date): Promise<Verdict | undefined> {
  const newest = await findVerdict(tx, session.id)
  if (session.state === 'planned' && now < session.startsAt) return newest
  const intervals = await findIntervals(tx, session.id)
  const fresh = judged(session, { intervals, attempts: await findAttempts(tx, session.id), now })
  if (newest && isDeepStrictEqual(fresh, numbersAndWords(newest))) return newest
  const inside = intervals.some(({ endedAt }) => endedAt === null)
  // While people are inside, every beat moves numbers; what is said of them makes the versions.
  const movesOn = newest && !newest.final && inside && isDeepStrictEqual(words(fresh), words(newest))
  const version = movesOn ? newest.version : (newest?.version ?? 0) + 1
  const verdict = { ...fresh, version, decidedAt: now.toISOString() }
  await (movesOn ? updateVerdict(tx, session.id, verdict) : insertVerdict(tx, session.id, verdict))
  tx.publish(attendance.judged, { sessionId: session.id, programId: session.programId, verdict }, session.audience)
  return verdict
}

type Seen = { intervals: FoundInterval[]; attempts: Awaited<ReturnType<typeof findAttempts>>; now: Date }

function judged(session: SessionFacts, { intervals, attempts, now }: Seen): Fresh {
  const { startsAt, endsAt, state, cancelled, people, rule } = session
  const facts = factsFrom({
    session: {
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      state,
      cancelled: cancelled && { ...cancelled, at: cancelled.at.toISOString() },
      people,
    },
    rule,
    intervals: intervals.map(toWire),
    attempts,
    // What a coordinator excused is a correction: it stands beside the measured outcome.
    excused: false,
    now: now.getTime(),
  })
  const { finalAt: _, ...verdict } = judge(facts)
  return { ...verdict, people: verdict.people.map((person) => PersonVerdict.parse(person)) }
}

/** A verdict without its place and its time. */
function numbersAndWords({ version: _version, decidedAt: _decidedAt, ...fresh }: Verdict): Fresh {
  return fresh
}

/** What a verdict says apart from numbers that move with every beat while people are inside. */
function words({ ruleVersion, outcome, final, people }: Fresh) {
  const said = people.map(({ userId, tie, outcome: word, late, leftEarly }) => [userId, tie, word, late, leftEarly])
  return { ruleVersion, outcome, final, said }
}

async function rowOf(tx: Tx, session: SessionFacts, verdict: Verdict | undefined): Promise<LedgerRow> {
  const { id: sessionId, programId, matchId, topic, startsAt, endsAt, people } = session
  const corrected = (await findCorrections(tx, sessionId)).at(-1)
  const names = (tie: 'mentor' | 'mentee') => people.filter((person) => person.tie === tie).map(({ name }) => name)
  return {
    sessionId,
    programId,
    matchId,
    topic,
    startsAt,
    endsAt,
    mentors: names('mentor'),
    mentees: names('mentee'),
    outcome: corrected?.outcome ?? verdict?.outcome ?? 'upcoming',
    final: verdict?.final ?? false,
    corrected: corrected !== undefined,
    dyadMs: verdict?.dyadMs ?? 0,
  }
}
