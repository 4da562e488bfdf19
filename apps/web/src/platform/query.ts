import type { Route } from '@ithaca/contract'
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { type Asking, api, Refused, type Reply } from './api.ts'

/** All that came from the server and is on a screen. State of the server lives here and nowhere else. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // News comes by the socket, and a reconnect asks for everything again; so nothing is stale by age alone.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, cause) => failures < 3 && worthAnotherTry(cause),
    },
  },
})

function worthAnotherTry(cause: unknown): boolean {
  return cause instanceof Refused && cause.code === 'unavailable'
}

/** The place of a route's answer in the cache; without what is asked, the place of all its answers. */
export function keyOf<R extends Route>(route: R, ...[asked]: Partial<Asking<R>>): readonly unknown[] {
  const { params, query }: { params?: object; query?: object } = asked ?? {}
  return [route.method, route.path, ...(asked ? [params ?? {}, query ?? {}] : [])]
}

/** A route as a query: `useQuery(asking(sessions.get, { params: { sessionId } }))`. */
export function asking<R extends Route>(route: R, ...asked: Asking<R>) {
  return queryOptions<Reply<R>>({
    queryKey: keyOf(route, ...(asked[0] ? asked : ([{}] as unknown as Asking<R>))),
    queryFn: ({ signal }) => api(route, ...([{ ...asked[0], signal }] as unknown as Asking<R>)),
  })
}

/** Changes an answer in the cache, if it is there: what a `live.ts` does with news. */
export function put<R extends Route>(route: R, asked: Asking<R>, change: (old: Reply<R>) => Reply<R>): void {
  const { queryKey } = asking(route, ...asked)
  queryClient.setQueryData<Reply<R>>([...queryKey], (old) => (old === undefined ? undefined : change(old)))
}

/** Asks again for every answer of a route that is on a screen, and forgets the age of the others. */
export function renew(route: Route): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [route.method, route.path] })
}
