import type { Attempt, SeatId, Session, UserId } from '@ithaca/contract'
import type { Evidence, Judged } from './evidence.ts'

const minute = 60_000
const margin = 5 * minute

type Stretch = { start: number; end: number }
export type Lane = { seatId: SeatId; device: number; bars: (Stretch & { isOpen: boolean })[] }
export type Row = {
  userId: UserId
  /** Null for a person whose name the session does not tell: a coordinator who looked in. */
  name: string | null
  lanes: Lane[]
  marks: { at: number; kind: Attempt['kind'] }[]
}
/** What the timeline draws, in instants; `from` and `to` are its edges. */
export type Picture = Stretch & { planned: Stretch; together: Stretch[]; rows: Row[] }

/** The evidence of a session as a picture: a row for each person, a lane for each device, marks for what went wrong. */
export function pictureOf(session: Session, { intervals, attempts }: Evidence, { line }: Judged): Picture {
  const planned = { start: Date.parse(session.startsAt), end: Date.parse(session.endsAt) }
  const rows = line.people.map(({ userId }) => {
    const own = intervals.filter((interval) => interval.userId === userId)
    const seats = [...new Set(own.map(({ seatId }) => seatId))]
    return {
      userId,
      name: session.people.find(({ id }) => id === userId)?.name ?? null,
      lanes: seats.map((seatId, place) => ({
        seatId,
        device: place + 1,
        bars: own.filter((interval) => interval.seatId === seatId).map(barOf),
      })),
      marks: attempts
        .filter((attempt) => attempt.userId === userId)
        .map(({ at, kind }) => ({ at: Date.parse(at), kind })),
    }
  })
  const seen = rows.flatMap(({ lanes, marks }) => [
    ...lanes.flatMap(({ bars }) => bars.flatMap(({ start, end }) => [start, end])),
    ...marks.map(({ at }) => at),
  ])
  // The door opens some time before the start and people may stay on; what lies far outside is not drawn.
  const inside = seen.filter((at) => at >= line.window.start && at <= planned.end + 3 * 60 * minute)
  const start = Math.min(planned.start, ...inside) - margin
  const end = Math.max(planned.end, ...inside) + margin
  return { start, end, planned, together: line.together, rows }
}

/** Where an instant stands between the edges, in percent; outside it stands at the edge. */
export function placeOf(at: number, { start, end }: Stretch): number {
  return Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100))
}

function barOf({ startedAt, lastSeenAt, endedAt }: Evidence['intervals'][number]) {
  return { start: Date.parse(startedAt), end: Date.parse(endedAt ?? lastSeenAt), isOpen: endedAt === null }
}
