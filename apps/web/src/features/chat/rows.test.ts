import { ConversationId, MessageId, UserId } from '@ithaca/contract/ids'
import { describe, expect, test } from 'vitest'
import { piecesOf } from './links.ts'
import type { Shown } from './queries.ts'
import { dayTeller, rowsOf } from './rows.ts'

const [ann, bo] = ['1', '2'].map((end) => UserId.parse(`00000000-0000-4000-8000-00000000000${end}`)) as [UserId, UserId]

function said(seq: number, sentAt: string, authorId = ann): Shown {
  const id = MessageId.parse(`00000000-0000-4000-8000-0000000001${String(seq).padStart(2, '0')}`)
  const conversationId = ConversationId.parse('00000000-0000-4000-8000-000000000009')
  return { id, conversationId, seq, authorId, body: 'words', sentAt }
}

describe('the rows of a conversation', () => {
  const messages = [
    said(1, '2026-11-23T20:50:00.000Z'),
    said(2, '2026-11-23T20:52:00.000Z'),
    said(3, '2026-11-23T21:01:00.000Z', bo),
    said(4, '2026-11-23T21:02:00.000Z', bo),
  ]
  const rows = (zone: string, since: number | null = null) =>
    rowsOf(messages, dayTeller({ locale: 'en', zone }), { readerId: ann, since })

  test.each([
    ['UTC', [true, false, false, false]],
    ['Africa/Nairobi', [true, false, true, false]],
    ['Asia/Kathmandu', [true, false, false, false]],
  ])('begin a day where it begins on the reader’s calendar, in %s', (zone, begins) => {
    expect(rows(zone).map(({ day }) => day !== null)).toEqual(begins)
  })

  test('name a person once for what they say in one breath', () => {
    expect(rows('UTC').map(({ goesOn }) => goesOn)).toEqual([false, true, false, true])
  })

  test('mark where the unread begins, unless that is further up than is known', () => {
    expect(rows('UTC', 3).findIndex(({ isFirstUnread }) => isFirstUnread)).toBe(3)
    expect(rows('UTC', 0).findIndex(({ isFirstUnread }) => isFirstUnread)).toBe(2)
    const later = rowsOf(messages.slice(2), dayTeller({ locale: 'en', zone: 'UTC' }), { readerId: ann, since: 1 })
    expect(later.some(({ isFirstUnread }) => isFirstUnread)).toBe(false)
  })
})

describe('the links in a message', () => {
  test.each([
    ['See https://example.org/a.', 'https://example.org/a'],
    ['(https://example.org/wiki/A_(b))', 'https://example.org/wiki/A_(b)'],
    ['انظر https://example.org/ص، شكرا', 'https://example.org/%D8%B5'],
  ])('of “%s” end where the sentence goes on', (text, href) => {
    expect(piecesOf(text).flatMap((piece) => piece.href ?? [])).toEqual([href])
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  test.each(['javascript:alert(1)', 'data:text/html,hi', 'https://', 'file:///etc/passwd', 'http'])(
    'never come of “%s”',
    (text) => expect(piecesOf(text)).toEqual([{ text }]),
  )
})
