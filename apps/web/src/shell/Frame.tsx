import { Trans } from '@lingui/react/macro'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useConnection } from '../platform/live.ts'
import { useOnline } from '../platform/offline.ts'
import { OfflineBar } from '../ui/States.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Navigation } from './Navigation.tsx'

/** The frame around a page: the name of the house, the way around it, whose page this is. */
export function Frame() {
  const isOnline = useOnline()
  const connection = useConnection()
  const here = useRouterState({ select: ({ location }) => location.pathname })
  const main = useFocusOnArrival(here)
  // A conversation has the whole height of the page, and says itself what being offline means for writing.
  const isSilent = here.startsWith('/conversations/')
  return (
    <div className="min-h-dvh pb-18 sm:ps-60 sm:pb-0">
      <a
        href="#main"
        className="fixed start-4 top-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        <Trans>Skip to the content</Trans>
      </a>
      <header className="flex items-center justify-between gap-4 px-4 pt-3 sm:fixed sm:inset-y-0 sm:start-0 sm:z-30 sm:w-60 sm:flex-col sm:items-stretch sm:justify-start sm:gap-8 sm:border-e sm:border-line sm:px-5 sm:py-7">
        <Mark href="/" />
        <Navigation />
        <div className="sm:mt-auto">
          <AccountMenu />
        </div>
      </header>
      <main ref={main} id="main" tabIndex={-1} className="outline-none">
        <div className="mx-auto max-w-5xl px-4 pt-4 empty:hidden sm:px-8">
          <OfflineBar isShown={!isSilent && (!isOnline || connection === 'lost')} />
        </div>
        <Outlet />
      </main>
    </div>
  )
}

/** Takes the focus to the page that was led to, so that a screen reader goes on there; the first page needs no help. */
function useFocusOnArrival(here: string) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(here)
  useEffect(() => {
    if (before.current !== here) main.current?.focus({ preventScroll: true })
    before.current = here
  }, [here])
  return main
}
