import type { AnyCommand, ClientToServer, EventName, EventPayload, RefusalCode, ServerToClient } from '@ithaca/contract'
import { useEffect, useSyncExternalStore } from 'react'
import type { Socket } from 'socket.io-client'
import type { z } from 'zod'
import { Refused } from './api.ts'
import { signInAddress } from './next.ts'
import { queryClient } from './query.ts'
import { refusalTexts } from './refusals.ts'

/** `closed` until the house is entered, then `opening`; `lost` while a broken connection is being made again. */
export type Connection = 'closed' | 'opening' | 'open' | 'lost'

type Live = Socket<ServerToClient, ClientToServer>

const patience = 10_000
const heard = new Map<string, Set<(payload: never) => void>>()
const watchers = new Set<() => void>()
let socket: Promise<Live> | null = null
let connection: Connection = 'closed'

/** Fetches the socket's library, which pages before the sign-in do without. */
export const library = () => import('socket.io-client')

/** Opens the one socket of this page. */
export function openLive(): Promise<Live> {
  socket ??= library().then(({ io }) => {
    // A socket that a school's network does not let through falls back to requests.
    const live: Live = io({
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 2000,
    })
    let wasOpen = false
    live.on('connect', () => {
      // What was missed is not replayed: every answer on a screen is asked for again.
      if (wasOpen && !live.recovered) void queryClient.invalidateQueries()
      wasOpen = true
      turn('open')
    })
    live.onAny((name: string, payload: unknown) => {
      for (const fn of heard.get(name) ?? []) fn(payload as never)
    })
    live.on('disconnect', (reason) => {
      if (reason === 'io client disconnect') return
      turn('lost')
      // An end that the server chose, such as a sign-out elsewhere, is not repaired by the library; a new try tells why.
      if (reason === 'io server disconnect') live.connect()
    })
    live.on('connect_error', ({ message }) => refused(message, live))
    return live
  })
  if (connection === 'closed') turn('opening')
  return socket
}

/** Closes the socket, at sign-out. */
export async function closeLive(): Promise<void> {
  const closing = socket
  socket = null
  turn('closed')
  const live = await closing
  live?.disconnect()
}

/** Gives up a connection that does not answer; a new one is made by itself. */
export async function renewLive(): Promise<void> {
  const live = await openLive()
  live.io.engine.close()
}

/** Makes a lost connection again at shorter intervals: in a call nobody can wait. */
export async function hurryLive(isHurried: boolean): Promise<void> {
  const { io } = await openLive()
  io.reconnectionDelay(isHurried ? 200 : 300)
  io.reconnectionDelayMax(isHurried ? 700 : 2000)
  io.timeout(20_000)
  io.off('reconnect_attempt')
  // A try that fell into a hole in the network is given up soon; now and then one is given time for a slow network.
  if (isHurried) io.on('reconnect_attempt', (attempt) => io.timeout(attempt % 4 === 0 ? 12_000 : 1600))
}

/** Hears an event by name until the returned function is called. */
export function listen<N extends EventName>(name: N, fn: (payload: EventPayload<N>) => void): () => void {
  const listeners = heard.get(name) ?? new Set()
  heard.set(name, listeners.add(fn as (payload: never) => void))
  return () => listeners.delete(fn as (payload: never) => void)
}

/** Asks a command over the socket. Refusals, and a server that stays silent, are thrown as `Refused`. */
export async function ask<C extends AnyCommand>(command: C, input: z.input<C['input']>): Promise<z.output<C['reply']>> {
  const live = await openLive()
  const answer: { ok: unknown } | { refused: RefusalCode } = await live
    .timeout(patience)
    .emitWithAck(command.name, input as never)
    .catch(() => ({ refused: 'unavailable' }))
  if ('refused' in answer) throw new Refused(answer.refused)
  return command.reply.parse(answer.ok) as z.output<C['reply']>
}

/** The state of the connection, for whoever is not React. */
export function connectionNow(): Connection {
  return connection
}

/** Is called at every change of the connection, until the returned function is called. */
export function watchConnection(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

/** The state of the connection, for a screen. */
export function useConnection(): Connection {
  return useSyncExternalStore(watchConnection, connectionNow)
}

/** Hears an event for as long as a component is on the screen. Give it a function that does not change. */
export function useListen<N extends EventName>(name: N, fn: (payload: EventPayload<N>) => void): void {
  useEffect(() => listen(name, fn), [name, fn])
}

function turn(next: Connection): void {
  if (next === connection) return
  connection = next
  for (const changed of watchers) changed()
}

function refused(code: string, live: Live): void {
  turn('lost')
  if (code === 'signInNeeded') location.assign(signInAddress(location.pathname + location.search))
  // The library gives up after a refusal by the server's own rule, but not after a lost network.
  else if (code in refusalTexts && !live.active) setTimeout(() => live.connect(), 3000)
}
