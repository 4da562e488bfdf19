import { accounts } from '@ithaca/contract'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts.ts'
import { serve } from '../../platform/http/serve.ts'
import { createAttempts } from './attempts.ts'
import { askLink, askReset, openLink, reset } from './links.ts'
import { me, signIn, signOut, signOutEverywhere, update } from './service.ts'

export function accountsRoutes(app: FastifyInstance, parts: Parts): void {
  const desk = { ...parts, attempts: createAttempts(parts.now) }
  serve(app, accounts.me, (asked) => me(parts, asked))
  serve(app, accounts.update, (asked) => update(parts, asked))
  serve(app, accounts.signIn, (asked) => signIn(desk, asked))
  serve(app, accounts.signOut, (asked) => signOut(parts, asked))
  serve(app, accounts.signOutEverywhere, (asked) => signOutEverywhere(parts, asked))
  serve(app, accounts.askLink, (asked) => askLink(parts, asked))
  serve(app, accounts.openLink, (asked) => openLink(parts, asked))
  serve(app, accounts.askReset, (asked) => askReset(parts, asked))
  serve(app, accounts.reset, (asked) => reset(parts, asked))
}
