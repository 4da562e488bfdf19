import { Refusal } from '../../platform/refusal.ts'

/** Counts how often a password is tried for an address, whether or not it has an account. */
export type Attempts = {
  /** Counts a try before it is looked at, so that tries at once count too. */
  count(email: string): void
  /** The person proved to know the password. */
  forget(email: string): void
}

const most = 10
const windowMs = 15 * 60_000
/** Addresses remembered; beyond it the oldest is forgotten, so that inventing addresses fills no memory. */
const mostRemembered = 20_000

/**
 * Kept in memory: a restart forgives ten tries at most, and a guesser cannot make the database write. Whoever is
 * locked out by somebody else's guessing still signs in by a mailed link.
 */
export function createAttempts(now: () => Date): Attempts {
  const tries = new Map<string, { count: number; since: number }>()
  return {
    count(email) {
      const at = now().getTime()
      const before = tries.get(email)
      const open = before && at - before.since < windowMs ? before : { count: 0, since: at }
      if (open.count >= most) throw new Refusal('tooOften')
      tries.delete(email)
      tries.set(email, { ...open, count: open.count + 1 })
      const [oldest] = tries.keys()
      if (tries.size > mostRemembered && oldest !== undefined) tries.delete(oldest)
    },
    forget: (email) => void tries.delete(email),
  }
}
