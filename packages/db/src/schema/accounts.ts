import type { Locale, UserId } from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytes, idColumn, instant } from './columns.ts'

export const accounts = pgTable(
  'accounts',
  {
    id: idColumn<UserId>('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    /** Null until the person has chosen a password; sign-in by mailed link still works. */
    passwordHash: text('password_hash'),
    locale: text('locale').$type<Locale>().notNull(),
    zone: text('zone').notNull(),
    minor: boolean('minor').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('accounts_email').on(table.email),
    check('accounts_email_lower', sql`${table.email} = lower(${table.email})`),
    check('accounts_locale', sql`${table.locale} in ('en', 'es', 'ar')`),
    check('accounts_name', sql`length(${table.name}) between 1 and 80`),
  ],
)

/** A browser's login record. Only the hash of its token is kept, so a stolen table opens nothing. */
export const signIns = pgTable(
  'sign_ins',
  {
    tokenHash: bytes('token_hash').primaryKey(),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sign_ins_account').on(table.accountId)],
)

/** A mailed secret: good once and for a short while. */
export const secrets = pgTable(
  'secrets',
  {
    secretHash: bytes('secret_hash').primaryKey(),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text('purpose').$type<'signIn' | 'reset'>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('secrets_account').on(table.accountId),
    check('secrets_purpose', sql`${table.purpose} in ('signIn', 'reset')`),
  ],
)
