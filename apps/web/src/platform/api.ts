import type { RefusalCode, Route } from '@ithaca/contract'
import type { z } from 'zod'
import { refusalTexts } from './refusals.ts'

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = keyof z.input<R[K]> extends never
  ? { [P in K]?: never }
  : Record<never, never> extends z.input<R[K]>
    ? { [P in K]?: z.input<R[K]> }
    : { [P in K]: z.input<R[K]> }

/** What a route must be given, computed from its promise. */
export type Asked<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>
/** The last argument of whoever asks a route: left out where the route needs nothing. */
export type Asking<R extends Route> = Record<never, never> extends Asked<R> ? [asked?: Asked<R>] : [asked: Asked<R>]
export type Reply<R extends Route> = z.output<R['reply']>

type Loose = { params?: object; query?: object; body?: object; signal?: AbortSignal }

/** An expected "no" of the server, or `unavailable` where no server could be reached. */
export class Refused extends Error {
  readonly code: RefusalCode
  /** For `input.invalid`: the fields that are wrong. */
  readonly fields: readonly string[]

  constructor(code: RefusalCode, fields: readonly string[] = []) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.fields = fields
  }
}

/** Whether something caught is the refusal with this code. */
export function isRefused(caught: unknown, code: RefusalCode): boolean {
  return caught instanceof Refused && caught.code === code
}

/** Asks a route of the contract. The reply is checked against its promise; a refusal is thrown as `Refused`. */
export async function api<R extends Route>(route: R, ...[asked]: Asking<R>): Promise<Reply<R>> {
  const { body, signal, ...address }: Loose = asked ?? {}
  const response = await fetch(urlOf(route, address), {
    method: route.method,
    credentials: 'same-origin',
    ...(signal && { signal }),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((cause: unknown) => {
    // A request that its page gave up is no refusal.
    if (signal?.aborted) throw cause
    throw new Refused('unavailable')
  })
  if (!response.ok) throw await refusalOf(response)
  const answer: unknown = route.type === 'text/csv' ? await response.text() : await response.json()
  return route.reply.parse(answer) as Reply<R>
}

/** The address of a route, for a download link. */
export function urlOf(route: Route, { params = {}, query = {} }: Pick<Loose, 'params' | 'query'>): string {
  const values: Record<string, unknown> = { ...params }
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

async function refusalOf(response: Response): Promise<Refused> {
  const answer: unknown = await response.json().catch(() => null)
  if (!isRefusal(answer)) return new Refused('unavailable')
  return new Refused(
    answer.refused,
    (answer.fields ?? []).map(({ path }) => path),
  )
}

// Read by hand and not by the contract's schema: the sign-in page must not wait for the schema library.
function isRefusal(answer: unknown): answer is { refused: RefusalCode; fields?: { path: string }[] } {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && String(answer.refused) in refusalTexts
}
