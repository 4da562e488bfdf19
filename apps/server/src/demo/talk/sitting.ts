import type { Who } from '../cast.ts'

/** What was said in one sitting: some hours after the start of the session of a week, or so many minutes ago. */
export type Sitting = {
  when: { week: number; hours: number } | { minutesAgo: number }
  lines: readonly (readonly [Who, string])[]
}

/** A whole conversation, the oldest sitting first. */
export type Talk = readonly Sitting[]
