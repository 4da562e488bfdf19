import { Outcome } from '@ithaca/contract/attendance'
import { Day } from '@ithaca/contract/common'
import { MatchId } from '@ithaca/contract/ids'
import { type SortWord, sorts, type View } from './queries.ts'

/**
 * Reads the filters of the address; what makes no sense there is left out. Where no last day is named it is today:
 * a table of what was begins with what was last, not with what is planned. An empty one is no limit.
 */
export function viewOf(filters: URLSearchParams, today: string): View {
  const from = Day.safeParse(filters.get('from')).data
  const to = Day.safeParse(filters.get('to') ?? today).data
  const matchId = MatchId.safeParse(filters.get('match')).data
  const outcome = Outcome.safeParse(filters.get('outcome')).data
  const sort: SortWord = sorts.find((word) => word === filters.get('sort')) ?? 'latest'
  return { ...(from && { from }), ...(to && { to }), ...(matchId && { matchId }), ...(outcome && { outcome }), sort }
}

/** Whether anything is filtered out. */
export function isFiltered({ from, to, matchId, outcome }: View): boolean {
  return [from, to, matchId, outcome].some((filter) => filter !== undefined)
}
