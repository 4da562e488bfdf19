import { type CancelReason, CorrectionId, type Outcome, SeatId, TroubleId, type UserId } from '@ithaca/contract'
import { judge, type Verdict } from '@ithaca/domain/attendance'
import { defaultRule, type Facts } from '@ithaca/domain/attendance-facts'
import { coordinator, match, person, type Where, type Who } from './cast.ts'
import { between, idOf } from './ids.ts'
import { play, type Scene } from './scenes.ts'
import { pastWeeks, type Slot, slot } from './weeks.ts'

const hourMs = 3_600_000

export type Presence = { id: string; seatId: SeatId; who: Who; from: Date; to: Date }
export type Try = { id: TroubleId; seatId: SeatId; who: Who; kind: 'join' | TroubleWord; at: Date }
type TroubleWord = Exclude<Scene['troubles'][number]['kind'], 'join'>
export type Cancellation = { at: Date; by: Who; reason: CancelReason; words: string }
export type Correction = { id: CorrectionId; outcome: Outcome; reason: string; by: Who; at: Date }

/** A session that is behind us: what was planned, what was seen, and what the rule makes of it. */
export type Past = {
  slot: Slot
  presences: Presence[]
  tries: Try[]
  cancelled: Cancellation | null
  verdict: Verdict<UserId>
  correction: Correction | null
}

type Cancel = { by: Who; hours: number; reason: CancelReason; words: string }

/** Who cancelled what, so many hours before the start. */
const cancels: Partial<Record<Where, Cancel>> = {
  wanjiru: { by: 'amina', hours: 29, reason: 'clash', words: 'Exam week.' },
  valentina: { by: 'valentina', hours: 19.8, reason: 'clash', words: 'Me cambiaron el parcial para esa hora.' },
  taras: { by: 'taras', hours: 52, reason: 'travel', words: 'Moving my boxes that day.' },
  lucia: { by: 'javier', hours: 1.9, reason: 'ill', words: 'Lucía tiene fiebre.' },
  zihan: { by: 'siobhan', hours: 1.4, reason: 'clash', words: 'The news desk called me in. I am sorry!' },
}

const corrected: { where: Where; week: number } & Pick<Correction, 'outcome' | 'reason'> = {
  where: 'emre',
  week: 5,
  outcome: 'excused',
  reason: 'Emre was in hospital with his brother. His mentor told us the same week; reason accepted.',
}

/** Ten weeks of a match. Verdicts come from the rule itself, as they would have been made at the time. */
export function history(where: Where, now: number): Past[] {
  return pastWeeks(where).map(({ week, scene }) => {
    const planned = slot(where, week, now)
    const { people, mentees } = match(where)
    const seconds = (planned.endsAt - planned.startsAt) / 1000
    const seen = play(scene, { seconds, mentees: mentees.length }, planned.id)
    const cancelled = scene === 'c' || scene === 'x' ? cancellation(planned) : null
    const facts = { presences: presences(planned, seen, people), tries: tries(planned, seen, people) }
    const verdict = judge({ ...factsOf(planned, facts, cancelled), now })
    return { slot: planned, ...facts, cancelled, verdict, correction: correction(planned) }
  })
}

type Seen = Pick<Past, 'presences' | 'tries'>

function factsOf(slot: Slot, { presences, tries }: Seen, cancelled: Cancellation | null): Omit<Facts<UserId>, 'now'> {
  const { people, mentor } = match(slot.where)
  return {
    planned: {
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      state: cancelled ? 'cancelled' : 'planned',
      cancelledAt: cancelled?.at.getTime() ?? null,
      excused: false,
    },
    rule: defaultRule,
    people: people.map((who) => ({
      userId: person(who).id,
      tie: who === mentor ? 'mentor' : 'mentee',
      intervals: presences
        .filter((stay) => stay.who === who)
        .map(({ seatId, from, to }) => ({ seatId, start: from.getTime(), end: to.getTime() })),
      attempts: tries.filter((one) => one.who === who).map(({ at }) => ({ at: at.getTime() })),
    })),
  }
}

/** The seat of a device: a second stay of the same person is another device, or a page opened anew. */
function seatOf(slot: Slot, words: string): SeatId {
  return SeatId.parse(idOf(`seat ${slot.id} ${words}`))
}

function presences(slot: Slot, { stays }: Scene, people: readonly Who[]): Presence[] {
  return stays.flatMap(({ who: index, from, to }) => {
    const who = people[index]
    const words = `${index} ${from}`
    const inMs = between(0, 999, `in ${slot.id} ${words}`)
    const outMs = between(0, 999, `out ${slot.id} ${words}`)
    if (!who) return []
    const at = { from: new Date(slot.startsAt + from * 1000 + inMs), to: new Date(slot.startsAt + to * 1000 + outMs) }
    return [{ id: idOf(`interval ${slot.id} ${words}`), seatId: seatOf(slot, words), who, ...at }]
  })
}

function tries(slot: Slot, scene: Scene, people: readonly Who[]): Try[] {
  const joins = scene.stays.map(({ who, from }) => ({
    who,
    at: from - 2,
    words: `${who} ${from}`,
    kind: 'join' as const,
  }))
  const troubles = scene.troubles.flatMap(({ who, at, kind }) => {
    const words = `${who} trouble ${at}`
    if (kind === 'join') return []
    const told = { who, at, words, kind }
    // A connection that is lost was made by a stay; every other trouble ended a try of its own.
    return kind === 'connectionLost' ? [told] : [{ who, at: at - 8, words, kind: 'join' as const }, told]
  })
  return [...joins, ...troubles].flatMap(({ who: index, at, words, kind }) => {
    const who = people[index]
    const id = TroubleId.parse(idOf(`try ${slot.id} ${words} ${kind}`))
    const ms = between(0, 999, id)
    return who ? [{ id, seatId: seatOf(slot, words), who, kind, at: new Date(slot.startsAt + at * 1000 + ms) }] : []
  })
}

function cancellation({ where, startsAt }: Slot): Cancellation {
  const cancel = cancels[where]
  if (!cancel) throw new Error(`Nobody cancelled anything in ${where}.`)
  const { by, hours, reason, words } = cancel
  return { at: new Date(startsAt - hours * hourMs), by, reason, words }
}

function correction({ where, week, startsAt }: Slot): Correction | null {
  if (where !== corrected.where || week !== corrected.week) return null
  const { outcome, reason } = corrected
  const id = CorrectionId.parse(idOf(`correction ${where} ${week}`))
  return { id, outcome, reason, by: coordinator, at: new Date(startsAt + 46 * hourMs) }
}
