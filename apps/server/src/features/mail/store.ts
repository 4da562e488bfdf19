import type { Tx } from '@ithaca/db'
import { mails } from '@ithaca/db/schema/mail'
import { desc, inArray } from 'drizzle-orm'

type Kept = typeof mails.$inferSelect

/** The newest mails of the local outbox, newest first. */
export async function listMails(tx: Tx, limit: number): Promise<Kept[]> {
  return tx.select().from(mails).orderBy(desc(mails.at), mails.id).limit(limit)
}

/** Keeps a mail in the local outbox and lets the oldest go beyond `most`. */
export async function insertMail(tx: Tx, mail: Kept, most: number): Promise<void> {
  await tx.insert(mails).values(mail)
  const old = tx.select({ id: mails.id }).from(mails).orderBy(desc(mails.at), mails.id).offset(most)
  await tx.delete(mails).where(inArray(mails.id, old))
}
