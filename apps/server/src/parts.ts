import type { Db } from '@ithaca/db'
import type { MediaPort } from '@ithaca/media'
import type { Logger } from 'pino'
import type { Later } from './platform/later.ts'
import type { HangUp } from './platform/live/hang-up.ts'
import type { Tell } from './platform/live/tell.ts'
import type { Mailer } from './platform/mailer.ts'

/** What a feature may reach for. Built once in main.ts, or with fakes in a test. */
export type Parts = {
  readonly db: Db
  readonly media: MediaPort
  readonly mail: Mailer
  readonly log: Logger
  readonly now: () => Date
  /** Tells what is only true now; durable news goes through `tx.publish`. */
  readonly tell: Tell
  /** Ends the connections of a sign-in that has ended. */
  readonly hangUp: HangUp
  /** Work that the answer does not wait for, such as sending a mail after the commit. */
  readonly later: Later
  readonly settings: Settings
}

export type Settings = {
  /** Where browsers reach the house, for links in mails. */
  readonly publicUrl: string
  readonly secureCookies: boolean
  /** Whether mails are kept in the local outbox page. */
  readonly localMail: boolean
  readonly turn: { readonly urls: string[]; readonly secret: string } | null
}
