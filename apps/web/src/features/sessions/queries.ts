import type { Match, MatchId, ProgramId, Session } from '@ithaca/contract'
import { SessionId } from '@ithaca/contract/ids'
import { matches } from '@ithaca/contract/matches'
import { sessions } from '@ithaca/contract/sessions'
import { infiniteQueryOptions, type QueryKey, useMutation, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '../../platform/api.ts'
import { mint } from '../../platform/mint.ts'
import { asking, keyOf } from '../../platform/query.ts'
import { useAccount } from '../../platform/signIn.tsx'
import { keepSession, type View } from './live.ts'

/** What a plan is made for: one match, the matches of a program, or any of the reader's. */
export type PlanScope = { matchId?: MatchId; programId?: ProgramId }

type Body<R extends { body: z.ZodType }> = z.input<R['body']>

/** One session. */
export function aSession(sessionId: SessionId) {
  return asking(sessions.get, { params: { sessionId } })
}

/** A list of sessions, a page at a time. */
export function pagesOf(view: View) {
  const key: QueryKey = [...keyOf(sessions.list, { query: view }), 'pages']
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      api(sessions.list, { query: { ...view, ...(pageParam !== null && { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}

/** The first page of a list of sessions. */
export function firstOf(view: View) {
  return asking(sessions.list, { query: view })
}

/** The matches the reader may plan a session of: their own, and those of the programs they coordinate. */
export function useMatches() {
  const { programs } = useAccount()
  const run = programs.filter(({ tie }) => tie === 'coordinator')
  return useQueries({
    queries: [asking(matches.mine), ...run.map(({ id }) => asking(matches.inProgram, { params: { programId: id } }))],
    combine: (answers) => ({
      isPending: answers.some((answer) => answer.isPending),
      error: answers.find((answer) => answer.error)?.error ?? null,
      retry: () => void Promise.all(answers.map((answer) => answer.refetch())),
      matches: once(answers.flatMap((answer) => answer.data ?? [])),
    }),
  })
}

/** Plans a session of a match. The id is minted once, so a second try after a lost reply plans no second one. */
export function usePlan() {
  const [id] = useState(() => mint(SessionId))
  return useMutation({
    mutationFn: ({ matchId, ...body }: Omit<Body<typeof sessions.plan>, 'id'> & { matchId: MatchId }) =>
      api(sessions.plan, { params: { matchId }, body: { ...body, id } }),
    onSuccess: keepSession,
  })
}

/** Moves a session to another time. */
export function useMove({ id: sessionId }: Session) {
  return useMutation({
    mutationFn: (body: Body<typeof sessions.move>) => api(sessions.move, { params: { sessionId }, body }),
    onSuccess: keepSession,
  })
}

/** Cancels a session. */
export function useCancel({ id: sessionId }: Session) {
  return useMutation({
    mutationFn: (body: Body<typeof sessions.cancel>) => api(sessions.cancel, { params: { sessionId }, body }),
    onSuccess: keepSession,
  })
}

/** Accepts or declines a session. */
export function useAnswer({ id: sessionId }: Session) {
  return useMutation({
    mutationFn: (body: Body<typeof sessions.answer>) => api(sessions.answer, { params: { sessionId }, body }),
    onSuccess: keepSession,
  })
}

function once(all: readonly Match[]): Match[] {
  return [...new Map(all.map((match) => [match.id, match])).values()]
}
