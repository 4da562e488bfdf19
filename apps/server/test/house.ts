import type { AnyCommand, AnyRoute, EventName, EventPayload, RefusalCode } from '@ithaca/contract'
import type { Db } from '@ithaca/db'
import { type Clock, createClock } from '@ithaca/testkit/clock'
import { freshDatabase } from '@ithaca/testkit/database'
import { type FakeMedia, fakeMedia } from '@ithaca/testkit/fake-media'
import { type Logger, pino } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import { type House, openHouse } from '../src/house.ts'
import type { Settings } from '../src/parts.ts'
import type { Mail } from '../src/platform/mailer.ts'
import { type Cast, makePerson, makeProgram, type TestPerson, type TestProgram } from './people.ts'

export type Sent<R extends AnyRoute> = {
  params?: z.input<R['params']>
  query?: z.input<R['query']>
  body?: z.input<R['body']>
  /** The network address it comes from. */
  from?: string
}

/** What came back: a status, and either the parsed reply or the code of the refusal. */
export type Back<R extends AnyRoute> = { status: number; ok: z.output<R['reply']>; refused: RefusalCode | undefined }

type Ears = { [N in EventName]?: EventPayload<N>[] }

/** One device of one person on the socket: it keeps what it hears. */
export type Device = {
  heard<N extends EventName>(name: N): EventPayload<N>[]
  ask<C extends AnyCommand>(
    command: C,
    input: z.input<C['input']>,
  ): Promise<{ ok?: z.output<C['reply']>; refused?: RefusalCode }>
  socket: Socket
  close(): void
}

/** A whole server for a test: real database, real HTTP and sockets; media, mail and clock are fakes. */
export class TestHouse {
  readonly house: House
  readonly clock: Clock
  readonly media: FakeMedia
  readonly mails: Mail[]
  #address: string | undefined

  constructor(house: House, fakes: { clock: Clock; media: FakeMedia; mails: Mail[] }) {
    this.house = house
    this.clock = fakes.clock
    this.media = fakes.media
    this.mails = fakes.mails
  }

  get db(): Db {
    return this.house.parts.db
  }

  program(cast: Cast): Promise<TestProgram> {
    return this.db.transaction((tx) => makeProgram(tx, cast))
  }

  person(name: string, options: { minor?: boolean } = {}): Promise<TestPerson> {
    return this.db.transaction((tx) => makePerson(tx, name, options))
  }

  /** Asks a route as a person, or as nobody. */
  async ask<R extends AnyRoute>(who: TestPerson | null, route: R, sent: Sent<R> = {}): Promise<Back<R>> {
    const params: Record<string, unknown> = sent.params ?? {}
    const path = route.path.replace(/:(\w+)/g, (_token, name: string) => encodeURIComponent(String(params[name])))
    const response = await this.house.http.inject({
      method: route.method,
      url: `/api${path}`,
      ...(sent.query && { query: sent.query as Record<string, string> }),
      ...(sent.body !== undefined && { payload: JSON.stringify(sent.body) }),
      headers: {
        ...(who && { cookie: who.cookie }),
        ...(sent.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(sent.from && { remoteAddress: sent.from }),
    })
    const isJson = String(response.headers['content-type']).startsWith('application/json')
    const json = isJson ? response.json() : response.body
    return { status: response.statusCode, ok: json, refused: response.statusCode === 200 ? undefined : json.refused }
  }

  /** The address the house listens on; it starts to listen when first asked. */
  async address(): Promise<string> {
    this.#address ??= await this.house.http.listen({ host: '127.0.0.1', port: 0 })
    return this.#address
  }

  /** Connects a device of a person. */
  async connect(who: TestPerson): Promise<Device> {
    const socket = io(await this.address(), {
      transports: ['websocket'],
      extraHeaders: { cookie: who.cookie },
      forceNew: true,
      reconnection: false,
    })
    const heard: Ears = {}
    socket.onAny((name: EventName, payload) => {
      const before: unknown[] = heard[name] ?? []
      heard[name] = [...before, payload] as never
    })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return {
      socket,
      heard: (name) => (heard[name] ?? []) as never,
      ask: (command, input) => socket.emitWithAck(command.name, input),
      close: () => void socket.disconnect(),
    }
  }

  /** Waits until all news is told, and all that answers did not wait for is done. */
  async settled(): Promise<void> {
    await this.house.parts.later.settled()
    await this.house.dispatcher.settled()
  }
}

const plainSettings: Settings = {
  publicUrl: 'http://127.0.0.1:3000',
  secureCookies: false,
  localMail: true,
  turn: null,
}

/** Opens a house on a database of its own; it closes when the test (or the file's `beforeAll` scope) is done. */
export async function aHouse(
  end: (close: () => Promise<void>) => void = onTestFinished,
  changes: { settings?: Partial<Settings>; log?: Logger } = {},
): Promise<TestHouse> {
  const database = await freshDatabase()
  const clock = createClock()
  const media = fakeMedia()
  const mails: Mail[] = []
  const house = await openHouse({
    databaseUrl: database.url,
    media,
    mail: () => ({ send: async (mail) => void mails.push(mail) }),
    log: changes.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' }),
    now: clock.now,
    settings: { ...plainSettings, ...changes.settings },
  })
  end(async () => {
    await house.close()
    await database.drop()
  })
  return new TestHouse(house, { clock, media, mails })
}
