import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { aSession } from './a-session.ts'
import { aHouse } from './house.ts'

test('a table refuses what the contract has no word for', async () => {
  const house = await aHouse()
  const { sessionId, mentor, matchId, programId } = await aSession(house)
  const seat = sql`${randomUUID()}, ${sessionId}, ${mentor.id}`
  const wrong = {
    attempts_kind: sql`insert into attempts (id, session_id, account_id, seat_id, kind, at) values (${seat}, ${randomUUID()}, 'dance', now())`,
    seats_tie: sql`insert into seats (id, session_id, account_id, tie, taken_at) values (${seat}, 'guest', now())`,
    ledger_word: sql`update ledger set outcome = 'great' where session_id = ${sessionId}`,
    ledger_match_id_matches_id_fk: sql`update ledger set match_id = ${programId} where match_id = ${matchId}`,
    sessions_cancel_reason: sql`update sessions set cancelled_at = now(), cancelled_by_id = ${mentor.id}, cancel_reason = 'rain', cancel_words = '' where id = ${sessionId}`,
  }
  for (const [constraint, statement] of Object.entries(wrong)) {
    const refused = house.db.transaction((tx) => tx.execute(statement))
    await expect(refused).rejects.toMatchObject({ cause: { constraint } })
  }
})
