import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { closeLive, listen, openLive } from '../platform/live.ts'

const Toasts = lazy(async () => ({ default: (await import('../ui/Toast.tsx')).Toasts }))

/** A feature's ears: puts its news into the cache until the returned function is called. */
export type Hear = () => () => void

/** Behind the front door: news comes in, passing words are shown, and a sign-out elsewhere ends this page too. */
export function House({ hearing }: { hearing: readonly Hear[] }) {
  useEffect(() => {
    void openLive()
    const deaf = hearing.map((hear) => hear())
    deaf.push(listen('accounts.signedOut', () => location.assign('/sign-in')))
    return () => {
      for (const stop of deaf) stop()
      void closeLive()
    }
  }, [hearing])
  return (
    <>
      <Outlet />
      <Suspense>
        <Toasts />
      </Suspense>
    </>
  )
}
