export { hearMatches } from './live.ts'
export { MatchList } from './MatchList.tsx'
