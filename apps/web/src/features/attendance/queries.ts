import type { MatchId, Outcome, ProgramId, SessionId } from '@ithaca/contract'
import { attendance } from '@ithaca/contract/attendance'
import { CorrectionId } from '@ithaca/contract/ids'
import { infiniteQueryOptions, type QueryKey, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api, urlOf } from '../../platform/api.ts'
import { mint } from '../../platform/mint.ts'
import { asking, keyOf } from '../../platform/query.ts'
import { keepCorrection } from './live.ts'

export const sorts = ['latest', 'earliest', 'longest', 'shortest'] as const
export type SortWord = (typeof sorts)[number]
/** What a table of attendance shows, and in which order. */
export type View = { from?: string; to?: string; matchId?: MatchId; outcome?: Outcome; sort: SortWord }

/** The rows of a program's attendance, a page at a time. */
export function rowsOf(programId: ProgramId, view: View) {
  const key: QueryKey = [...keyOf(attendance.list, { params: { programId }, query: view }), 'pages']
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      api(attendance.list, {
        params: { programId },
        query: { ...view, ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}

/** Where the same rows are had as a spreadsheet. */
export function csvAddress(programId: ProgramId, view: View): string {
  return urlOf(attendance.csv, { params: { programId }, query: view })
}

/** The facts and verdicts of one session. */
export function evidenceOf(sessionId: SessionId) {
  return asking(attendance.ofSession, { params: { sessionId } })
}

/** Sets another outcome beside the measured one. The id is minted once, so a second try makes no second correction. */
export function useCorrect(sessionId: SessionId, programId: ProgramId) {
  const [id] = useState(() => mint(CorrectionId))
  return useMutation({
    mutationFn: (body: Omit<z.input<typeof attendance.correct.body>, 'id'>) =>
      api(attendance.correct, { params: { sessionId }, body: { ...body, id } }),
    onSuccess: (correction) => keepCorrection({ sessionId, programId, correction }),
  })
}
