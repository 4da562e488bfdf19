import type { AnyEvent, ClientToServer, EventInput, ServerToClient } from '@ithaca/contract'
import type { Audience } from '@ithaca/db'
import type { Server, Socket } from 'socket.io'
import type { Actor } from '../actor.ts'

export type LiveData = { actor: Actor }
export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, LiveData>
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, LiveData>

/** Who hears what is only true now: people on all their devices, or one connection. */
export type Listeners = { people: Audience } | { connection: string }

/** Tells what is only true now: typing, media, a raised hand. It is not kept. */
export type Tell = <E extends AnyEvent>(event: E, payload: EventInput<E>, to: Listeners) => void

/** The room of all devices of one person. */
export function personRoom(id: string): string {
  return `person:${id}`
}

/** A `Tell` over a socket server. */
export function tellOver(io: LiveServer): Tell {
  return (event, payload, to) => {
    const rooms = 'people' in to ? to.people.map(personRoom) : [to.connection]
    if (rooms.length > 0) emit(io, rooms, { name: event.name, payload: event.payload.parse(payload) })
  }
}

/** The one place where a name and its payload meet untyped: both were checked against the same promise before. */
export function emit(io: LiveServer, rooms: string[], { name, payload }: { name: string; payload: unknown }): void {
  const to = io.to(rooms)
  const send: (name: never, payload: never) => boolean = to.emit.bind(to) as never
  send(name as never, payload as never)
}
