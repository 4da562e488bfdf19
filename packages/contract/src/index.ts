import type { z } from 'zod'
import { accounts } from './accounts.ts'
import { attendance } from './attendance.ts'
import { call } from './call.ts'
import { chat } from './chat.ts'
import type { Command, Event, Route } from './define.ts'
import type { RefusalCode } from './errors.ts'
import { goals } from './goals.ts'
import { mail } from './mail.ts'
import { matches } from './matches.ts'
import { programs } from './programs.ts'
import { sessions } from './sessions.ts'

export * from './accounts.ts'
export * from './attendance.ts'
export * from './call.ts'
export * from './chat.ts'
export * from './common.ts'
export * from './define.ts'
export * from './errors.ts'
export * from './goals.ts'
export * from './ids.ts'
export * from './mail.ts'
export * from './matches.ts'
export * from './media.ts'
export * from './programs.ts'
export * from './rtp.ts'
export * from './sessions.ts'

/** The table of contents: every promise of the house, by feature. */
export const contract = { accounts, programs, matches, sessions, call, attendance, chat, goals, mail } as const

type Contract = typeof contract
type Promises = { [F in keyof Contract]: Contract[F][keyof Contract[F]] }[keyof Contract]

export type AnyRoute = Extract<Promises, { kind: 'route' }>
export type AnyCommand = Extract<Promises, { kind: 'command' }>
export type AnyEvent = Extract<Promises, { kind: 'event' }>
export type EventName = AnyEvent['name']
export type CommandName = AnyCommand['name']
export type EventPayload<N extends EventName> = z.infer<Extract<AnyEvent, { name: N }>['payload']>

/** What the teller of an event hands in, before it is parsed. */
export type EventInput<E extends AnyEvent> = z.input<E['payload']>

/** What a command is answered: its reply, or the code of a refusal. */
export type Acknowledged<R> = { ok: R } | { refused: RefusalCode }

/** The event map of the socket from server to client, computed from the promises. */
export type ServerToClient = { [N in EventName]: (payload: EventPayload<N>) => void }
/** The command map of the socket from client to server, computed from the promises. */
export type ClientToServer = {
  [N in CommandName]: (
    input: z.input<Extract<AnyCommand, { name: N }>['input']>,
    acknowledge: (answer: Acknowledged<z.infer<Extract<AnyCommand, { name: N }>['reply']>>) => void,
  ) => void
}

const promises: (Route | Command | Event)[] = Object.values(contract).flatMap((feature) => Object.values(feature))

export const routes: Route[] = promises.filter((promise) => promise.kind === 'route')
export const commands: Command[] = promises.filter((promise) => promise.kind === 'command')
export const events: Event[] = promises.filter((promise) => promise.kind === 'event')
