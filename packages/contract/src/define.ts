import { z } from 'zod'

const nothing = z.strictObject({})

/** Who may ask: anybody, or a person who is signed in. What a signed-in person may hold is decided by ties, later. */
export type Access = 'public' | 'signedIn'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Shape = z.ZodType
type Fields = z.ZodObject

/** A promise over HTTP: one path, one method, everything durable. */
export type Route = {
  readonly kind: 'route'
  readonly method: Method
  readonly path: `/${string}`
  readonly access: Access
  /** What the route does, one sentence, shown in the API reference. */
  readonly summary: string
  /** Requests a minute of one person, or of one address where nobody is signed in. */
  readonly limit: number
  /** The reply's media type; JSON where nothing else is said. */
  readonly type: 'application/json' | 'text/csv'
  readonly params: Fields
  readonly query: Fields
  readonly body: Fields
  readonly reply: Shape
}

/** A question over the socket that is acknowledged: only for what is true just now. */
export type Command = {
  readonly kind: 'command'
  readonly name: `${string}.${string}`
  /** Commands a minute of one person, over all their connections. */
  readonly limit: number
  readonly input: Fields
  readonly reply: Shape
}

/** Something that happened, told from the server to screens and from feature to feature. */
export type Event = {
  readonly kind: 'event'
  readonly name: `${string}.${string}`
  readonly payload: Shape
}

type Optional = 'limit' | 'type' | 'params' | 'query' | 'body'
type Filled<T, K extends keyof Route> = T extends Record<K, infer V extends Route[K]> ? V : typeof nothing
type FilledRoute<T extends RouteInput> = {
  readonly kind: 'route'
  readonly method: T['method']
  readonly path: T['path']
  readonly access: T['access']
  readonly summary: string
  readonly limit: number
  readonly type: Route['type']
  readonly params: Filled<T, 'params'>
  readonly query: Filled<T, 'query'>
  readonly body: Filled<T, 'body'>
  readonly reply: T['reply']
}
type RouteInput = Omit<Route, 'kind' | Optional> & Partial<Pick<Route, Optional>>

/** Promises a route. Unknown fields are refused, so that a typing mistake is never silently dropped. */
export function route<const T extends RouteInput>(input: T): FilledRoute<T> {
  // What was left out has its default now, which the compiler cannot follow through the spread.
  return {
    kind: 'route',
    limit: 300,
    type: 'application/json',
    params: nothing,
    query: nothing,
    body: nothing,
    ...input,
  } as unknown as FilledRoute<T>
}

/** Promises a socket command. */
export function command<const N extends Command['name'], I extends Fields, R extends Shape>(promise: {
  name: N
  limit?: number
  input: I
  reply: R
}) {
  return { kind: 'command', limit: 300, ...promise } as const
}

/** Promises an event. */
export function event<const N extends Event['name'], P extends Shape>(promise: { name: N; payload: P }) {
  return { kind: 'event', ...promise } as const
}
