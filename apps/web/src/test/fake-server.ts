import type { RefusalCode, Route } from '@ithaca/contract'
import { refusals } from '@ithaca/contract/errors'
import { vi } from 'vitest'
import type { z } from 'zod'
import { Refused, type Reply } from '../platform/api.ts'

type AskedOf<R extends Route> = {
  params: z.output<R['params']>
  query: z.output<R['query']>
  body: z.output<R['body']>
}
type Answer = (url: URL, init: RequestInit) => unknown
type Standing = { route: Route; answer: Answer }

/** A server that keeps the contract and nothing else: what is asked is checked as the real one would. */
export class FakeServer {
  readonly #standing: Standing[] = []
  /** Everything that was asked, as `METHOD /path?query`. */
  readonly asked: string[] = []

  /** Answers in place of the network until the test ends. */
  static open(): FakeServer {
    const server = new FakeServer()
    vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => server.#answer(address, init))
    return server
  }

  /** Answers a route; a later answer stands before an earlier one. */
  on<R extends Route>(route: R, answer: (asked: AskedOf<R>) => Reply<R>): void {
    this.#standing.unshift({
      route,
      answer: (url, init) => {
        const body: unknown = init.body ? JSON.parse(String(init.body)) : {}
        return answer({
          params: route.params.parse(paramsOf(route, url)),
          query: route.query.parse(Object.fromEntries(url.searchParams)),
          body: route.body.parse(body),
        } as AskedOf<R>)
      },
    })
  }

  /** Refuses a route. */
  refuse(route: Route, code: RefusalCode): void {
    this.on(route, () => {
      throw new Refused(code)
    })
  }

  async #answer(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address, 'http://house.test')
    this.asked.push(`${init.method} ${url.pathname}${url.search}`)
    const standing = this.#standing.find(
      ({ route }) => route.method === init.method && pattern(route).test(url.pathname),
    )
    try {
      if (!standing) throw new Refused('notFound')
      return new Response(JSON.stringify(standing.answer(url, init)), { status: 200 })
    } catch (caught) {
      if (!(caught instanceof Refused)) throw caught
      return new Response(JSON.stringify({ refused: caught.code }), { status: refusals[caught.code] })
    }
  }
}

function pattern({ path }: Route): RegExp {
  return new RegExp(`^/api${path.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
}

function paramsOf(route: Route, { pathname }: URL): Record<string, string> {
  return { ...pattern(route).exec(pathname)?.groups }
}
