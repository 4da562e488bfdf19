import type { MatchId, ProgramId, Session, UserId } from '@ithaca/contract'
import { accounts } from '@ithaca/contract/accounts'
import { sessions } from '@ithaca/contract/sessions'
import { overAt } from '@ithaca/domain/sessions'
import type { InfiniteData } from '@tanstack/react-query'
import { listen } from '../../platform/live.ts'
import { asking, keyOf, put, queryClient } from '../../platform/query.ts'
import { presentMs } from '../../platform/time.ts'
import { plannedOf } from './stand.ts'

type Page = { items: Session[]; next: string | null }
/** Which sessions a list shows; without a match or a program, the reader's own. */
export type View = { when: 'coming' | 'past'; matchId?: MatchId; programId?: ProgramId; limit?: number }
/** What a list was asked for, by whom and when: all that decides whether a session stands in it. */
export type Looking = { view: View; readerId: UserId; now: number }

/** Hears what is planned and what changes, for every list and page that shows it. */
export function hearSessions(): () => void {
  const deaf = [listen('sessions.planned', keepSession), listen('sessions.changed', keepSession)]
  return () => {
    for (const stop of deaf) stop()
  }
}

/** Puts a session as it stands now onto every screen that shows it, or should. */
export function keepSession(session: Session): void {
  put(sessions.get, [{ params: { sessionId: session.id } }], () => session)
  const readerId = queryClient.getQueryData(asking(accounts.me).queryKey)?.id
  if (!readerId) return
  const lists = queryClient.getQueriesData<Page | InfiniteData<Page>>({ queryKey: keyOf(sessions.list) })
  for (const [key, data] of lists) {
    if (!data) continue
    const looking = { view: key[3] as View, readerId, now: presentMs() }
    const before = 'pages' in data ? data.pages : [data]
    const after = applySession(before, session, looking)
    queryClient.setQueryData(key, 'pages' in data ? { ...data, pages: after } : after[0])
    // Where a list goes on, what came in or left moves the end of what is shown: only the server knows who is next.
    if (countOf(before) !== countOf(after) && after.at(-1)?.next) {
      void queryClient.invalidateQueries({ queryKey: key, exact: true })
    }
  }
}

function countOf(pages: readonly Page[]): number {
  return pages.reduce((sum, { items }) => sum + items.length, 0)
}

/**
 * The pages of a list after news of a session: taken out where it no longer belongs, put into its place where it does.
 * A place behind the last page that was asked for stays empty until that page is asked for.
 */
export function applySession(pages: readonly Page[], session: Session, looking: Looking): Page[] {
  const without = pages.map(({ items, next }) => ({ items: items.filter(({ id }) => id !== session.id), next }))
  if (!belongs(session, looking)) return without
  const order = inOrder(looking.view)
  const place = without.findIndex(({ items, next }) => next === null || items.some((item) => order(session, item) < 0))
  return without.map((page, at) => (at === place ? { ...page, items: [...page.items, session].sort(order) } : page))
}

function belongs(session: Session, { view, readerId, now }: Looking): boolean {
  const { when, matchId, programId } = view
  if (matchId && matchId !== session.matchId) return false
  if (programId && programId !== session.programId) return false
  // Without a match or a program, a list shows the reader's own.
  if (!matchId && !programId && !session.people.some(({ id }) => id === readerId)) return false
  return overAt(plannedOf(session)) > now === (when === 'coming')
}

function inOrder({ when }: View): (one: Session, other: Session) => number {
  const turn = when === 'coming' ? 1 : -1
  return (one, other) => {
    const apart = Date.parse(one.startsAt) - Date.parse(other.startsAt)
    return turn * (apart || (one.id < other.id ? -1 : Number(one.id > other.id)))
  }
}
