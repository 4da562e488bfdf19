import { z } from 'zod'
import { Done, Email, Locale, Name, Text, Tie, Zone } from './common.ts'
import { event, route } from './define.ts'
import { ProgramId, UserId } from './ids.ts'

/** A new password: long rather than complicated. */
export const NewPassword = Text.min(10).max(200)
/** A secret of a mailed link: good once, for a short while. */
export const Secret = Text.min(20).max(100)

/** A person as other people of the same match or program see them. */
export const Person = z.object({ id: UserId, name: Name, zone: Zone })
export type Person = z.infer<typeof Person>

/** The person who is asking, with the ties that decide what they may do. */
export const Account = z.object({
  id: UserId,
  name: Name,
  email: Email,
  locale: Locale,
  zone: Zone,
  /** Whether the children's defaults of the program hold for this person. */
  minor: z.boolean(),
  programs: z.array(z.object({ id: ProgramId, name: z.string(), tie: Tie })),
})
export type Account = z.infer<typeof Account>

export const accounts = {
  me: route({
    method: 'GET',
    path: '/account',
    access: 'signedIn',
    summary: 'Who I am and what I am tied to.',
    reply: Account,
  }),
  update: route({
    method: 'PATCH',
    path: '/account',
    access: 'signedIn',
    summary: 'Change my name, language or time zone.',
    limit: 30,
    body: z.strictObject({ name: Name.optional(), locale: Locale.optional(), zone: Zone.optional() }),
    reply: Account,
  }),
  signIn: route({
    method: 'POST',
    path: '/sign-ins',
    access: 'public',
    summary: 'Sign in by e-mail and password; sets the cookie that opens HTTP and the socket.',
    limit: 10,
    body: z.strictObject({ email: Email, password: Text.min(1).max(200) }),
    reply: Account,
  }),
  signOut: route({
    method: 'DELETE',
    path: '/sign-ins/current',
    access: 'signedIn',
    summary: 'Sign out of this browser.',
    reply: Done,
  }),
  signOutEverywhere: route({
    method: 'DELETE',
    path: '/sign-ins',
    access: 'signedIn',
    summary: 'Sign out of every browser, this one too.',
    reply: Done,
  }),
  askLink: route({
    method: 'POST',
    path: '/sign-in-links',
    access: 'public',
    summary: 'Ask for a sign-in link by mail. The answer never tells whether the address is known.',
    limit: 5,
    body: z.strictObject({ email: Email }),
    reply: Done,
  }),
  openLink: route({
    method: 'POST',
    path: '/sign-in-links/open',
    access: 'public',
    summary: 'Sign in by the secret of a mailed link.',
    limit: 10,
    body: z.strictObject({ secret: Secret }),
    reply: Account,
  }),
  askReset: route({
    method: 'POST',
    path: '/password-resets',
    access: 'public',
    summary: 'Ask for a mail to choose a new password. The answer never tells whether the address is known.',
    limit: 5,
    body: z.strictObject({ email: Email }),
    reply: Done,
  }),
  reset: route({
    method: 'POST',
    path: '/password-resets/open',
    access: 'public',
    summary: 'Choose a new password by the secret of a mailed link; signs out everywhere else.',
    limit: 10,
    body: z.strictObject({ secret: Secret, password: NewPassword }),
    reply: Account,
  }),
  /** Told to a person's own browsers when a sign-in of theirs ends, so that open pages close. */
  signedOut: event({ name: 'accounts.signedOut', payload: z.object({ userId: UserId }) }),
}
