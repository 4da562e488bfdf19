import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Leads to another page of the house: `go('/sessions')`. */
export function useGo(): (href: string) => void {
  const { history } = useRouter()
  return useCallback((href: string) => history.push(href), [history])
}

/** The filters in the address, and a way to change some: `undefined` takes one out. They survive a reload and a copied link. */
export function useFilters(): [URLSearchParams, (changes: Record<string, string | undefined>) => void] {
  const { history } = useRouter()
  const { pathname, searchStr } = useRouterState({ select: ({ location }) => location })
  const change = (changes: Record<string, string | undefined>) => {
    const next = new URLSearchParams(searchStr)
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name)
      else next.set(name, value)
    }
    history.replace(next.size > 0 ? `${pathname}?${next}` : pathname)
  }
  return [new URLSearchParams(searchStr), change]
}
