import type { Account } from '@ithaca/contract'
import { accounts } from '@ithaca/contract/accounts'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { speak } from '../platform/i18n.ts'
import { asking, queryClient } from '../platform/query.ts'
import { Words } from '../platform/Words.tsx'

/** Shows a page to a person, as the house does behind its front door. Tells where in the house they are. */
export async function show(page: ReactNode, { reader, at = '/' }: { reader: Account; at?: string }) {
  vi.stubGlobal('scrollTo', () => {})
  queryClient.clear()
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } })
  queryClient.setQueryData(asking(accounts.me).queryKey, reader)
  await speak('en', 'all')
  const history = createMemoryHistory({ initialEntries: [at] })
  const router = createRouter({ routeTree: createRootRoute({ component: () => page }), history })
  await router.load()
  render(
    <Words>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Words>,
  )
  return { here: () => router.history.location.href }
}
