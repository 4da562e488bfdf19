import type { InvitationId, ProgramId, Rule, Tie, UserId } from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { bytes, idColumn, instant } from './columns.ts'

export const organizations = pgTable('organizations', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
})

export const programs = pgTable('programs', {
  id: idColumn<ProgramId>('id').primaryKey(),
  organizationId: uuid('organization_id')
    .notNull()
    .references(() => organizations.id),
  name: text('name').notNull(),
  demo: boolean('demo').notNull().default(false),
  /** The attendance rule that new sessions of this program get a copy of. */
  rule: jsonb('rule').$type<Rule>().notNull(),
  createdAt: instant('created_at').notNull(),
})

/** What binds a person to a program. */
export const ties = pgTable(
  'ties',
  {
    programId: idColumn<ProgramId>('program_id')
      .notNull()
      .references(() => programs.id),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id),
    tie: text('tie').$type<Tie>().notNull(),
    since: instant('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.accountId] }),
    index('ties_account').on(table.accountId),
    check('ties_tie', sql`${table.tie} in ('mentor', 'mentee', 'coordinator')`),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: idColumn<InvitationId>('id').primaryKey(),
    programId: idColumn<ProgramId>('program_id')
      .notNull()
      .references(() => programs.id),
    email: text('email').notNull(),
    tie: text('tie').$type<'mentor' | 'mentee'>().notNull(),
    minor: boolean('minor').notNull(),
    secretHash: bytes('secret_hash').notNull().unique(),
    invitedById: idColumn<UserId>('invited_by_id')
      .notNull()
      .references(() => accounts.id),
    invitedAt: instant('invited_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('invitations_program').on(table.programId),
    check('invitations_tie', sql`${table.tie} in ('mentor', 'mentee')`),
    check('invitations_email_lower', sql`${table.email} = lower(${table.email})`),
  ],
)
