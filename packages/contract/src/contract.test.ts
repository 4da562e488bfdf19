import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import {
  type AnyEvent,
  type ClientToServer,
  type ConversationId,
  chat,
  commands,
  type EventInput,
  type EventName,
  events,
  routes,
  type ServerToClient,
  type SessionId,
} from './index.ts'

describe('every route', () => {
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s names in its path exactly what its params hold',
    (_name, route) => {
      const tokens = [...route.path.matchAll(/:(\w+)/g)].map(([, token]) => token)
      expect(Object.keys(route.params.shape).toSorted()).toEqual(tokens.toSorted())
    },
  )

  test('stands once', () => {
    const places = routes.map((route) => `${route.method} ${route.path.replace(/:\w+/g, ':')}`)
    expect(new Set(places).size).toBe(places.length)
  })
})

test('every command and every event has a name of its own', () => {
  const names = [...commands, ...events].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('an unknown field is refused, not dropped', () => {
  const id = '01890b5e-7c1a-7b6e-9c1a-000000000001'
  expect(chat.send.body.safeParse({ id, body: 'See you at six' }).success).toBe(true)
  expect(chat.send.body.safeParse({ id, body: 'See you at six', colour: 'red' }).success).toBe(false)
})

describe('what must not compile', () => {
  test('a plain string is no id, and one id is not another', () => {
    expectTypeOf<string>().not.toExtend<ConversationId>()
    expectTypeOf<SessionId>().not.toExtend<ConversationId>()
    expectTypeOf<string>().not.toExtend<z.input<typeof chat.send.params>['conversationId']>()
  })

  test('an unknown event or command name is no key of the socket maps', () => {
    expectTypeOf<'chat.sent'>().toExtend<keyof ServerToClient>()
    expectTypeOf<'chat.snet'>().not.toExtend<keyof ServerToClient>()
    expectTypeOf<'chat.snet'>().not.toExtend<EventName>()
    expectTypeOf<'call.jion'>().not.toExtend<keyof ClientToServer>()
  })

  test('a wrong body field and a wrong payload', () => {
    expectTypeOf<{ id: string; text: string }>().not.toExtend<z.input<typeof chat.send.body>>()
    expectTypeOf<{ words: string }>().not.toExtend<EventInput<typeof chat.sent>>()
    expectTypeOf<typeof chat.sent>().toExtend<AnyEvent>()
  })
})
