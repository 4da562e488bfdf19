import { programs } from '@ithaca/contract'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'
import { serve } from '../../platform/http/serve.ts'
import { acceptInvitation, openInvitation } from './accept.ts'
import { invite, withdrawInvitation } from './invitations.ts'
import { get, people } from './service.ts'

export function programsRoutes(app: FastifyInstance, parts: Parts): void {
  serve(app, programs.get, (asked) => get(parts, asked))
  serve(app, programs.people, (asked) => people(parts, asked))
  serve(app, programs.invite, (asked) => invite(parts, asked))
  serve(app, programs.withdrawInvitation, (asked) => withdrawInvitation(parts, asked))
  serve(app, programs.openInvitation, (asked) => openInvitation(parts, asked))
  serve(app, programs.acceptInvitation, (asked) => acceptInvitation(parts, asked))
}
