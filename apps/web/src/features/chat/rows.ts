import type { Reader } from '../../platform/time.ts'
import type { Shown } from './queries.ts'

/** A message in its place: what stands above it, and whether it goes on after the one before. */
export type Row = {
  message: Shown
  /** The instant whose day is told above, where a new day begins. */
  day: string | null
  /** Whether what is unread begins here. */
  isFirstUnread: boolean
  /** Whether the same person said the one before, shortly before: then the name need not stand again. */
  goesOn: boolean
}

type Eyes = {
  readerId: string /** How far the reader had read before this look; null where that is settled. */
  since: number | null
}

const shortly = 5 * 60_000

/** The rows of a conversation. */
export function rowsOf(messages: readonly Shown[], dayOf: (instant: string) => string, eyes: Eyes): Row[] {
  const firstUnread = firstUnreadOf(messages, eyes)
  return messages.map((message, at) => {
    const before = messages[at - 1]
    const isNewDay = !before || dayOf(before.sentAt) !== dayOf(message.sentAt)
    const isFirstUnread = message === firstUnread
    const isNear = before && Date.parse(message.sentAt) - Date.parse(before.sentAt) < shortly
    return {
      message,
      day: isNewDay ? message.sentAt : null,
      isFirstUnread,
      goesOn: !isNewDay && !isFirstUnread && isNear === true && before?.authorId === message.authorId,
    }
  })
}

/** Tells which day an instant is, on the reader's calendar. Remembers, for ten thousand are asked at once. */
export function dayTeller({ locale, zone }: Reader): (instant: string) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'short' })
  const hours = new Map<string, string>()
  return (instant) => {
    // Zones are apart by quarters of an hour, so an instant's day is that of the quarter it lies in.
    const quarter = `${instant.slice(0, 14)}${Math.floor(Number(instant.slice(14, 16)) / 15)}`
    const known = hours.get(quarter)
    if (known !== undefined) return known
    const day = format.format(new Date(instant))
    hours.set(quarter, day)
    return day
  }
}

function firstUnreadOf(messages: readonly Shown[], { readerId, since }: Eyes): Shown | undefined {
  // Only where the last one read is known too: else what is unread begins further up.
  const [first] = messages
  if (since === null || (first?.seq ?? 0) > since + 1) return undefined
  return messages.find(({ seq, authorId }) => seq !== null && seq > since && authorId !== readerId)
}
