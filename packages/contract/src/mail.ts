import { z } from 'zod'
import { Instant } from './common.ts'
import { route } from './define.ts'

/** A mail kept in the local outbox, where no mail server is configured. */
export const LocalMail = z.object({ id: z.uuid(), to: z.string(), subject: z.string(), text: z.string(), at: Instant })
export type LocalMail = z.infer<typeof LocalMail>

export const mail = {
  outbox: route({
    method: 'GET',
    path: '/dev/mail',
    access: 'public',
    summary: 'The mails that were not sent because no mail server is configured. Answers on loopback only.',
    reply: z.array(LocalMail),
  }),
}
