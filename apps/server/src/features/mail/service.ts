import type { mail } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { listMails } from './store.ts'

/** As many as a person looks through. */
const shown = 100

/** The mails of a house without a mail server. They open accounts, so nobody but whoever sits at the machine sees them. */
export async function outbox({ db, settings }: Parts, { local }: Asked<typeof mail.outbox>) {
  if (!settings.localMail || !local) throw new Refusal('notFound')
  const found = await db.transaction((tx) => listMails(tx, shown))
  return found.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }))
}
