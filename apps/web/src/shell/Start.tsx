import { QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { queryClient } from '../platform/query.ts'

/** What every page of the house stands on: the cache, the router, and links that do not reload the page. */
export function Start({ router }: { router: AnyRouter }) {
  return (
    <QueryClientProvider client={queryClient}>
      <AriaRouterProvider navigate={(href) => router.history.push(href)}>
        <RouterProvider router={router} />
      </AriaRouterProvider>
    </QueryClientProvider>
  )
}
