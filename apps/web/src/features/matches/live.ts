import { matches } from '@ithaca/contract/matches'
import { listen } from '../../platform/live.ts'
import { renew } from '../../platform/query.ts'

/** A match that was made stands in both lists; which of them, its place in them tells only the server. */
export function hearMatches(): () => void {
  return listen('matches.made', () => {
    void renew(matches.mine)
    void renew(matches.inProgram)
  })
}
