import type { Acknowledged, AnyCommand, RefusalCode, UserId } from '@ithaca/contract'
import { MediaRefusal } from '@ithaca/media'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { LiveServer, LiveSocket } from './tell.ts'

/** What answers commands: the socket server, and a log for bugs. */
export type Live = { io: LiveServer; log: Logger }

/** What a command's handler is given. */
export type Commanded<C extends AnyCommand> = {
  actor: Actor
  input: z.output<C['input']>
  /** The id of the asking connection, to tell it things. */
  connection: string
  /** Whether that connection has ended since. */
  isGone: () => boolean
}

type Handler<C extends AnyCommand> = (asked: Commanded<C>) => Promise<z.input<C['reply']>>
type Acknowledge = (answer: Acknowledged<unknown>) => void

/** Puts a promised command on the air: parses the input, counts how often it is asked, and answers or refuses. */
export function answer<C extends AnyCommand>({ io, log }: Live, command: C, handle: Handler<C>): void {
  const mayAsk = limiter(command.limit)
  io.on('connection', (socket) => {
    listen(socket, command.name, async (input, acknowledge) => {
      if (typeof acknowledge !== 'function') return
      const reply = acknowledge as Acknowledge
      try {
        if (!mayAsk(socket.data.actor.id)) throw new Refusal('tooOften')
        const asker = { actor: socket.data.actor, connection: socket.id, isGone: () => socket.disconnected }
        const asked = { ...asker, input: parse(command, input) }
        reply({ ok: command.reply.parse(await handle(asked as Commanded<C>)) })
      } catch (error) {
        const code = refusalOf(error)
        if (!code) log.error({ err: error, command: command.name }, 'a command met a bug')
        reply({ refused: code ?? 'unavailable' })
      }
    })
  })
}

/** A connection that has ended. `dismissed` where we ended it ourselves, because its sign-in has ended. */
type Gone = { connection: string; dismissed: boolean }

/** Calls `handle` when a connection ends, for whatever reason. */
export function whenGone({ io }: Live, handle: (gone: Gone) => void): void {
  io.on('connection', (socket) => {
    socket.on('disconnect', (reason) => {
      handle({ connection: socket.id, dismissed: reason === 'server namespace disconnect' })
    })
  })
}

function refusalOf(error: unknown): RefusalCode | null {
  return error instanceof Refusal || error instanceof MediaRefusal ? error.code : null
}

function parse(command: AnyCommand, input: unknown): unknown {
  const parsed = command.input.safeParse(input)
  if (!parsed.success) throw new Refusal('input.invalid')
  return parsed.data
}

type Listener = (input: unknown, acknowledge: unknown) => void

/** Socket.io types each name on its own; a command chosen at run time is any of them. */
function listen(socket: LiveSocket, name: string, listener: Listener): void {
  const on: (name: never, listener: never) => void = socket.on.bind(socket)
  on(name as never, listener as never)
}

/**
 * At most `perMinute` of one person in a window of a minute, whatever they connect with: a new connection wipes nothing
 * out. The window is everybody's, so that nobody is remembered for longer.
 */
function limiter(perMinute: number): (asker: UserId) => boolean {
  let windowStart = 0
  let counts = new Map<UserId, number>()
  return (asker) => {
    const now = performance.now()
    if (now - windowStart > 60_000) {
      windowStart = now
      counts = new Map()
    }
    const count = (counts.get(asker) ?? 0) + 1
    counts.set(asker, count)
    return count <= perMinute
  }
}
