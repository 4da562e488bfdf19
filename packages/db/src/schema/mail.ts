import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** The local outbox: mails of a house without a mail server, read at /dev/mail on loopback. */
export const mails = pgTable('mails', {
  id: uuid('id').primaryKey(),
  to: text('to_address').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  at: instant('at').notNull(),
})
