import type { ConversationId, MatchId, MessageId, UserId } from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { idColumn, instant } from './columns.ts'
import { matches } from './matches.ts'

export const conversations = pgTable('conversations', {
  id: idColumn<ConversationId>('id').primaryKey(),
  matchId: idColumn<MatchId>('match_id')
    .notNull()
    .unique()
    .references(() => matches.id),
  /** The place of the newest message. Moving it locks the row, so that places have no gap and commits keep their order. */
  lastSeq: integer('last_seq').notNull().default(0),
})

export const messages = pgTable(
  'messages',
  {
    id: idColumn<MessageId>('id').primaryKey(),
    conversationId: idColumn<ConversationId>('conversation_id')
      .notNull()
      .references(() => conversations.id),
    seq: integer('seq').notNull(),
    authorId: idColumn<UserId>('author_id')
      .notNull()
      .references(() => accounts.id),
    body: text('body').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    uniqueIndex('messages_place').on(table.conversationId, table.seq),
    check('messages_body', sql`length(${table.body}) between 1 and 4000`),
    check('messages_seq', sql`${table.seq} > 0`),
  ],
)

/** How far one person has come in a conversation. Marks only move forward. */
export const readers = pgTable(
  'readers',
  {
    conversationId: idColumn<ConversationId>('conversation_id')
      .notNull()
      .references(() => conversations.id),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id),
    deliveredSeq: integer('delivered_seq').notNull().default(0),
    readSeq: integer('read_seq').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.accountId] }),
    index('readers_account').on(table.accountId),
    check('readers_order', sql`${table.readSeq} <= ${table.deliveredSeq}`),
  ],
)
