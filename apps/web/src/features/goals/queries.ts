import type { Goal, MatchId, Step } from '@ithaca/contract'
import { goals } from '@ithaca/contract/goals'
import { GoalId, NoteId, StepId } from '@ithaca/contract/ids'
import { matches } from '@ithaca/contract/matches'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '../../platform/api.ts'
import { mint } from '../../platform/mint.ts'
import { asking } from '../../platform/query.ts'
import { keepGoal } from './live.ts'

type Body<R extends { body: z.ZodType }> = z.input<R['body']>
type Words = { title: string; why: string; dueOn: string | null }

/** The goals of a match. */
export function goalsOf(matchId: MatchId) {
  return asking(goals.list, { params: { matchId } })
}

/** The match they belong to. */
export function matchOf(matchId: MatchId) {
  return asking(matches.get, { params: { matchId } })
}

/** Writes down a goal. The id is minted once, so a second try after a lost reply writes no second one. */
export function useCreate(matchId: MatchId) {
  const [id] = useState(() => mint(GoalId))
  return useMutation({
    mutationFn: (words: Words) => api(goals.create, { params: { matchId }, body: { ...words, id } }),
    onSuccess: keepGoal,
  })
}

/** Changes the words, the day or the state of a goal. */
export function useUpdate({ id: goalId }: Goal) {
  return useMutation({
    mutationFn: (body: Body<typeof goals.update>) => api(goals.update, { params: { goalId }, body }),
    onSuccess: keepGoal,
  })
}

/** Adds a step; a retry of the same try is the same step. */
export function useAddStep({ id: goalId }: Goal) {
  const [id, renew] = useMinted(StepId)
  return useMutation({
    mutationFn: (words: { text: string; dueOn: string | null }) =>
      api(goals.addStep, { params: { goalId }, body: { ...words, id } }),
    onSuccess: (goal) => {
      renew()
      keepGoal(goal)
    },
  })
}

/** Rewords a step, gives it another day, or ticks it off. */
export function useChangeStep({ id: goalId }: Goal, { id: stepId }: Step) {
  return useMutation({
    mutationFn: (body: Body<typeof goals.changeStep>) => api(goals.changeStep, { params: { goalId, stepId }, body }),
    onSuccess: keepGoal,
  })
}

/** Notes how it goes; a retry of the same try is the same note. */
export function useAddNote({ id: goalId }: Goal) {
  const [id, renew] = useMinted(NoteId)
  return useMutation({
    mutationFn: (text: string) => api(goals.addNote, { params: { goalId }, body: { text, id } }),
    onSuccess: (goal) => {
      renew()
      keepGoal(goal)
    },
  })
}

function useMinted<K extends z.ZodType<string>>(kind: K): [z.output<K>, () => void] {
  const [id, setId] = useState(() => mint(kind))
  return [id, () => setId(mint(kind))]
}
