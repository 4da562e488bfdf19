import type { Session } from '@ithaca/contract'
import { accounts } from '@ithaca/contract/accounts'
import { sessions } from '@ithaca/contract/sessions'
import { openAfterMs } from '@ithaca/domain/sessions'
import { beforeEach, describe, expect, test } from 'vitest'
import { asking, queryClient } from '../../platform/query.ts'
import { accountOf, ada, aSession, bo, cy, matchId, otherMatchId, programId } from '../../test/people.ts'
import { applySession, keepSession, type Looking, type View } from './live.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const known = [
  aSession(1, '2026-11-24T10:00:00.000Z'),
  aSession(2, '2026-11-24T11:20:00.000Z'),
  aSession(3, '2026-11-25T09:00:00.000Z'),
  aSession(4, '2026-11-25T09:00:00.000Z', { matchId: otherMatchId, people: [{ ...bo, answer: 'waiting' }] }),
  aSession(5, '2026-11-20T09:00:00.000Z'),
  aSession(6, '2026-12-01T09:00:00.000Z'),
]

/** What the server would answer: the same words as its own list, over all sessions there are. */
function fetched(all: readonly Session[], { view, readerId }: Looking, limit: number) {
  const { when, matchId, programId } = view
  const turn = when === 'coming' ? 1 : -1
  const items = all
    .filter((session) => Date.parse(session.endsAt) > now - openAfterMs === (when === 'coming'))
    .filter((session) => !matchId || session.matchId === matchId)
    .filter((session) => !programId || session.programId === programId)
    .filter((session) => matchId || programId || session.people.some(({ id }) => id === readerId))
    .toSorted((one, other) => turn * `${one.startsAt}${one.id}`.localeCompare(`${other.startsAt}${other.id}`))
  return { items: items.slice(0, limit), next: items.length > limit ? 'more' : null }
}

const news: [string, Session][] = [
  ['a new one soon', aSession(7, '2026-11-24T15:00:00.000Z')],
  ['a new one last', aSession(7, '2027-01-24T15:00:00.000Z')],
  [
    'a new one of others',
    aSession(7, '2026-11-24T15:00:00.000Z', { people: [{ ...cy, tie: 'mentor', answer: 'accepted' }] }),
  ],
  ['one of another match', aSession(7, '2026-11-25T09:00:00.000Z', { matchId: otherMatchId })],
  ['one moved behind all', aSession(3, '2026-12-24T09:00:00.000Z')],
  ['one moved before all', aSession(6, '2026-11-24T14:00:00.000Z')],
  ['one cancelled', aSession(3, '2026-11-25T09:00:00.000Z', { state: 'cancelled' })],
  ['an answer to a running one', aSession(2, '2026-11-24T11:20:00.000Z', { topic: 'Another' })],
  ['an answer to a past one', aSession(5, '2026-11-20T09:00:00.000Z', { topic: 'Another' })],
]
const views: View[] = (['coming', 'past'] as const).flatMap((when) => [
  { when },
  { when, matchId },
  { when, programId },
  { when, matchId: otherMatchId },
])

describe.each(views)('a list %j', (view) => {
  const looking = { view, readerId: ada.id, now }

  test.each(news)('after %s is what would be fetched', (_, session) => {
    const after = [...known.filter(({ id }) => id !== session.id), session]
    expect(applySession([fetched(known, looking, 20)], session, looking)).toEqual([fetched(after, looking, 20)])
  })

  test.each(news)('cut after one, %s changes nothing that it does not know', (_, session) => {
    const after = [...known.filter(({ id }) => id !== session.id), session]
    const [page] = applySession([fetched(known, looking, 1)], session, looking)
    const wanted = fetched(after, looking, 20).items
    // What is shown is right as far as it goes; how it goes on is asked again.
    if (page?.next) expect(wanted.slice(0, page.items.length)).toEqual(page.items)
    else expect(page?.items).toEqual(wanted)
  })
})

test('pages stay as they were cut', () => {
  const looking = { view: { when: 'coming' } as const, readerId: ada.id, now }
  const all = fetched(known, looking, 20).items
  const pages = [
    { items: all.slice(0, 2), next: 'second' },
    { items: all.slice(2), next: null },
  ]
  const applied = applySession(pages, aSession(8, '2026-11-26T09:00:00.000Z'), looking)
  expect(applied.map(({ items, next }) => [items.length, next])).toEqual([
    [2, 'second'],
    [all.length - 1, null],
  ])
})

describe('in the cache', () => {
  beforeEach(() => {
    queryClient.clear()
    queryClient.setQueryData(asking(accounts.me).queryKey, accountOf(ada, 'mentor'))
  })

  test('a session changes on its page and in the list of the soonest', () => {
    const session = aSession(9, '2099-01-01T09:00:00.000Z')
    const list = asking(sessions.list, { query: { when: 'coming', limit: 20 } }).queryKey
    const one = asking(sessions.get, { params: { sessionId: session.id } }).queryKey
    queryClient.setQueryData(list, { items: [session], next: null })
    queryClient.setQueryData(one, session)

    keepSession({ ...session, topic: 'Changed' })

    expect(queryClient.getQueryData(one)?.topic).toBe('Changed')
    expect(queryClient.getQueryData(list)?.items.map(({ topic }) => topic)).toEqual(['Changed'])
  })

  test('a list that goes on is asked again when something came into it', () => {
    const session = aSession(9, '2099-01-01T09:00:00.000Z')
    const list = asking(sessions.list, { query: { when: 'coming', limit: 1 } }).queryKey
    queryClient.setQueryData(list, { items: [session], next: 'more' })
    keepSession(aSession(10, '2098-01-01T09:00:00.000Z'))
    expect(queryClient.getQueryState(list)?.isInvalidated).toBe(true)
  })
})
