import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a write that another site's page sends with this person's cookie. A request without Origin is no browser's. */
export function refuseForeign(request: FastifyRequest, origins: readonly string[]): void {
  if (!reading.has(request.method) && !isOurs(request.raw, origins)) throw new Refusal('origin.foreign')
}

/** Whether a request comes from a page of this house. */
export function isOurs({ headers }: Pick<IncomingMessage, 'headers'>, origins: readonly string[]): boolean {
  const { origin, host } = headers
  if (!origin) return true
  if (origins.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
