import { MessageId } from '@ithaca/contract'
import { match, type Where, type Who } from './cast.ts'
import { between, idOf } from './ids.ts'
import { talks } from './talk/all.ts'
import type { Sitting } from './talk/sitting.ts'
import { slot } from './weeks.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

export type Said = { id: MessageId; seq: number; author: Who; body: string; at: Date }
export type Mark = { who: Who; deliveredSeq: number; readSeq: number }
export type Conversation = { said: Said[]; marks: Mark[] }

/** Where the last words have not been read yet, so that the demo shows what waits. */
const unreadIn: readonly Where[] = ['zofia', 'wanjiru', 'taras', 'samuel']

/** What people of a match have said to each other, and how far each has read. */
export function conversation(where: Where, now: number): Conversation {
  const said: Said[] = []
  for (const sitting of talks[where]) {
    let at = Math.max(begin(where, sitting, now), lastAt(said) + 20 * minuteMs)
    for (const [author, body] of sitting.lines) {
      const seq = said.length + 1
      const id = MessageId.parse(idOf(`message ${where} ${seq}`))
      said.push({ id, seq, author, body, at: new Date(at) })
      at += between(25_000, 4 * minuteMs, id)
    }
  }
  return { said, marks: marks(where, said) }
}

/** When a sitting began. What is said after the newest session was said long enough ago to be over by now. */
function begin(where: Where, { when }: Sitting, now: number): number {
  if ('minutesAgo' in when) return now - when.minutesAgo * minuteMs
  const { startsAt } = slot(where, when.week, now)
  return Math.min(startsAt + when.hours * hourMs, now - 2 * hourMs)
}

function lastAt(said: readonly Said[]): number {
  return said.at(-1)?.at.getTime() ?? 0
}

function marks(where: Where, said: readonly Said[]): Mark[] {
  const lastSeq = said.length
  const lastAuthor = said.at(-1)?.author
  const seenSeq = said.findLast(({ author }) => author !== lastAuthor)?.seq ?? 0
  return match(where).people.map((who) => {
    const waits = unreadIn.includes(where) && who !== lastAuthor
    return { who, deliveredSeq: lastSeq, readSeq: waits ? seenSeq : lastSeq }
  })
}
