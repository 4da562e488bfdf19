import { z } from 'zod'
import { Account, NewPassword, Secret } from './accounts.ts'
import { Done, Email, Instant, Locale, Name, Tie, Zone } from './common.ts'
import { route } from './define.ts'
import { InvitationId, ProgramId, UserId } from './ids.ts'

export const Program = z.object({
  id: ProgramId,
  name: z.string(),
  organization: z.string(),
  tie: Tie,
  /** A program made by the demo seed, said on every screen of it. */
  demo: z.boolean(),
})
export type Program = z.infer<typeof Program>

/** A person of a program, as its coordinator sees them. */
export const Member = z.object({
  id: UserId,
  name: z.string(),
  email: z.string(),
  zone: Zone,
  tie: Tie,
  minor: z.boolean(),
  joinedAt: Instant,
})
export type Member = z.infer<typeof Member>

export const Invitation = z.object({
  id: InvitationId,
  programId: ProgramId,
  email: Email,
  tie: Tie,
  invitedAt: Instant,
  expiresAt: Instant,
})
export type Invitation = z.infer<typeof Invitation>

const inProgram = z.strictObject({ programId: ProgramId })

export const programs = {
  get: route({
    method: 'GET',
    path: '/programs/:programId',
    access: 'signedIn',
    summary: 'One program I am tied to.',
    params: inProgram,
    reply: Program,
  }),
  people: route({
    method: 'GET',
    path: '/programs/:programId/people',
    access: 'signedIn',
    summary: 'The people of a program, for its coordinator.',
    params: inProgram,
    reply: z.object({ members: z.array(Member), invitations: z.array(Invitation) }),
  }),
  invite: route({
    method: 'POST',
    path: '/programs/:programId/invitations',
    access: 'signedIn',
    summary: 'Invite a person into the program as mentor or mentee, by mail.',
    limit: 60,
    params: inProgram,
    body: z.strictObject({ id: InvitationId, email: Email, tie: Tie.exclude(['coordinator']), minor: z.boolean() }),
    reply: Invitation,
  }),
  withdrawInvitation: route({
    method: 'DELETE',
    path: '/programs/:programId/invitations/:invitationId',
    access: 'signedIn',
    summary: 'Withdraw an invitation that is not answered yet.',
    params: z.strictObject({ programId: ProgramId, invitationId: InvitationId }),
    reply: Done,
  }),
  openInvitation: route({
    method: 'POST',
    path: '/invitations/open',
    access: 'public',
    summary: 'What an invitation is for, by the secret of its mailed link.',
    limit: 20,
    body: z.strictObject({ secret: Secret }),
    reply: z.object({ program: z.string(), organization: z.string(), tie: Tie, email: Email, known: z.boolean() }),
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/invitations/accept',
    access: 'public',
    summary: 'Accept an invitation: makes the account where there is none, adds the tie and signs in.',
    limit: 10,
    body: z.strictObject({
      secret: Secret,
      /** Needed where the address has no account yet; left out by a person who has one. */
      newcomer: z.strictObject({ name: Name, password: NewPassword, locale: Locale, zone: Zone }).optional(),
    }),
    reply: Account,
  }),
}
