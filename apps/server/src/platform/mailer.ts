/** One mail, in plain text: nothing in it is fetched, nothing in it tracks. */
export type Mail = { to: string; subject: string; text: string }

/** Takes a mail on its way: to the configured server, or to the local outbox. */
export type Mailer = { send(mail: Mail): Promise<void> }
