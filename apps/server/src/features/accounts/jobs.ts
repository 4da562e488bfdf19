import type { Parts } from '../../parts.ts'
import type { Ticks } from '../../platform/ticks.ts'
import { forgetExpired } from './service.ts'

const hourMs = 3_600_000

export function accountsJobs(ticks: Ticks, parts: Parts): void {
  ticks.every(hourMs, 'accounts.forgetExpired', () => forgetExpired(parts))
}
