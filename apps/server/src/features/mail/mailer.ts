import { randomUUID } from 'node:crypto'
import type { Db } from '@ithaca/db'
import { createTransport } from 'nodemailer'
import type { Mailer } from '../../platform/mailer.ts'
import { insertMail } from './store.ts'

export type MailerOptions = {
  db: Db
  now: () => Date
  /** `smtp://user:password@host:port`; without it mails stay in the local outbox. */
  smtpUrl: string | undefined
  from: string
}

/** A server that does not answer is given up on; the person can ask for another mail. */
const patienceMs = 15_000
/** Mails kept in the local outbox. */
const mostKept = 500

/** Mails by the configured server, or into the local outbox where there is none. */
export function createMailer({ db, now, smtpUrl, from }: MailerOptions): Mailer {
  return smtpUrl ? smtpMailer(smtpUrl, from) : localMailer(db, now)
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
    // Nothing in a mail may name a file or an address to fetch.
    { from, disableFileAccess: true, disableUrlAccess: true },
  )
  return {
    async send(mail) {
      await transport.sendMail(mail).catch((error: unknown) => {
        throw withoutNames(error)
      })
    },
  }
}

/** A mail server's own words may name the reader; what is thrown here comes into the log. */
function withoutNames(error: unknown): Error {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  return new Error(`The mail server did not take a mail: ${[code, responseCode].filter(Boolean).join(' ')}.`)
}

function localMailer(db: Db, now: () => Date): Mailer {
  return {
    send: (mail) => db.transaction((tx) => insertMail(tx, { ...mail, id: randomUUID(), at: now() }, mostKept)),
  }
}
