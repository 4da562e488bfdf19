import type { EventName, UserId } from '@ithaca/contract'

/** Who may hear a piece of news. Only an `access` function makes one, so that no caller can invent listeners. */
export type Audience = readonly UserId[]

/** One piece of news, as it stands in the outbox. */
export type News = { id: string; name: EventName; payload: unknown; audience: Audience }

/** Who did what with which thing; `actorId` is null for what nobody signed in asked. */
export type AuditNote = { actorId: UserId | null; action: string; subjectId: string | null }

/** Both in one statement, however many there are, so that telling and auditing cost one round trip. */
const text = `
  with noted as (
    insert into audit (actor_id, action, subject_id)
    select * from unnest($1::uuid[], $2::text[], $3::uuid[])
  )
  insert into outbox (id, name, payload, audience)
  select id, name, payload::jsonb, audience::jsonb
  from unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) as news (id, name, payload, audience)`

/** The statement that keeps the news and the audit notes of a transaction. */
export function keeping(news: readonly News[], notes: readonly AuditNote[]) {
  const values = [
    notes.map(({ actorId }) => actorId),
    notes.map(({ action }) => action),
    notes.map(({ subjectId }) => subjectId),
    news.map(({ id }) => id),
    news.map(({ name }) => name),
    news.map(({ payload }) => JSON.stringify(payload)),
    news.map(({ audience }) => JSON.stringify(audience)),
  ]
  return { name: 'db.keep', text, values }
}
