import type { chat, Conversation, MatchId, MatchPerson, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { receiptsOn, typingOn } from '@ithaca/domain/chat'
import type { Parts } from '../../parts.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { minorsAmong } from '../accounts/access.ts'
import { accessMatch, matchesOf } from '../matches/access.ts'
import { accessConversation } from './access.ts'
import { findSummaries, type Summary } from './store.ts'

/** What an overview needs of a match the actor may read in. */
type Place = { readonly matchId: MatchId; readonly people: readonly MatchPerson[] }

/** My conversations, the one with the latest message first. */
export async function conversations({ db }: Parts, { actor }: Asked<typeof chat.conversations>) {
  return db.transaction(async (tx) => {
    const matches = await matchesOf(tx, actor, 'chat.read')
    return show(
      tx,
      actor,
      matches.map(({ id, people }) => ({ matchId: id, people })),
    )
  })
}

/** One conversation, by its id. */
export async function conversation({ db }: Parts, { actor, params }: Asked<typeof chat.conversation>) {
  return db.transaction(async (tx) => {
    const { matchId } = await accessConversation(tx, actor, params.conversationId, 'chat.read')
    return showMatch(tx, actor, matchId)
  })
}

/** One conversation, by its match. */
export async function ofMatch({ db }: Parts, { actor, params }: Asked<typeof chat.ofMatch>) {
  return db.transaction((tx) => showMatch(tx, actor, params.matchId))
}

async function showMatch(tx: Tx, actor: Actor, matchId: MatchId): Promise<Conversation> {
  const { people } = await accessMatch(tx, actor, matchId, 'chat.read')
  const [one] = await show(tx, actor, [{ matchId, people }])
  if (!one) throw new Refusal('notFound')
  return one
}

async function show(tx: Tx, actor: Actor, places: readonly Place[]): Promise<Conversation[]> {
  const summaries = await findSummaries(
    tx,
    places.map(({ matchId }) => matchId),
  )
  const minors = await minorsAmong(
    tx,
    places.flatMap(({ people }) => people.map(({ id }) => id)),
  )
  const people = new Map(places.map((place) => [place.matchId, place.people]))
  return summaries.map((summary) => toConversation(summary, people.get(summary.matchId) ?? [], { actor, minors }))
}

type Eyes = { actor: Actor; minors: ReadonlySet<UserId> }

function toConversation(summary: Summary, people: readonly MatchPerson[], { actor, minors }: Eyes): Conversation {
  const ages = people.map(({ id }) => ({ minor: minors.has(id) }))
  const receipts = receiptsOn(ages)
  const { id, matchId, last, lastSeq, readers } = summary
  const readSeq = readers.find(({ userId }) => userId === actor.id)?.readSeq ?? 0
  return {
    id,
    matchId,
    people: [...people],
    last,
    lastSeq,
    readSeq,
    // Places have no gap, and one's own words move one's own mark: what lies beyond it are words of others.
    unread: lastSeq - readSeq,
    // Only those who are still in the match: a mark of somebody who left tells nobody anything.
    readers: readers
      .filter(({ userId }) => people.some((person) => person.id === userId))
      .map((reader) => (receipts || reader.userId === actor.id ? reader : { ...reader, readSeq: null })),
    typing: typingOn(ages),
  }
}
