import type { Change, Goal } from '@ithaca/contract'
import { GoalId, MatchId, UserId } from '@ithaca/contract/ids'
import { expect, test } from 'vitest'
import { applyGoal } from './live.ts'

const ann = UserId.parse('00000000-0000-4000-8000-000000000001')
const at = '2026-11-23T10:00:00.000Z'
const line: Change = { at, byId: ann, what: 'title', from: 'a', to: 'b' }

function goal(number: number, changes = 1): Goal {
  return {
    id: GoalId.parse(`00000000-0000-4000-8000-00000000001${number}`),
    matchId: MatchId.parse('00000000-0000-4000-8000-000000000002'),
    title: `goal ${number} after ${changes}`,
    why: '',
    dueOn: null,
    state: 'active',
    createdById: ann,
    createdAt: at,
    steps: [],
    notes: [],
    history: Array.from({ length: changes }, () => line),
  }
}

test('a list that hears of every change stands as if it were asked again', () => {
  const news = [goal(1), goal(2), goal(1, 2), goal(3), goal(2, 2)]
  expect(news.reduce<Goal[]>(applyGoal, [])).toEqual([goal(1, 2), goal(2, 2), goal(3)])
})

test('news heard twice or late changes nothing', () => {
  const now = [goal(1, 3), goal(2)]
  expect([goal(1, 2), goal(2), goal(1)].reduce<Goal[]>(applyGoal, now)).toEqual(now)
})
