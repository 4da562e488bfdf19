import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { accounts } from '@ithaca/contract/accounts'
import { api, isRefused } from '../platform/api.ts'
import { toasts } from '../ui/toasts.ts'
import { closeLive, listen, openLive } from '../platform/live.ts'

const Toasts = lazy(async () => ({ default: (await import('../ui/Toast.tsx')).Toasts }))

/** A feature's ears: puts its news into the cache until the returned function is called. */
export type Hear = () => () => void

/** Behind the front door: news comes in, passing words are shown, and a sign-out elsewhere ends this page too. */
export function House({ hearing }: { hearing: readonly Hear[] }) {
  // What shows passing news is loaded with the first of it.
  const [isToasted, setToasted] = useState(false)
  useEffect(() => toasts.subscribe(() => setToasted(true)), [])
  useEffect(() => {
    void openLive()
    const deaf = hearing.map((hear) => hear())
    deaf.push(listen('accounts.signedOut', leaveIfSignedOut))
    return () => {
      for (const stop of deaf) stop()
      void closeLive()
    }
  }, [hearing])
  return (
    <>
      <Outlet />
      <Suspense>{isToasted && <Toasts />}</Suspense>
    </>
  )
}

// The news is told to all of a person's browsers; only those whose own sign-in has ended must go.
async function leaveIfSignedOut(): Promise<void> {
  await api(accounts.me).catch((caught: unknown) => {
    if (isRefused(caught, 'signInNeeded')) location.assign('/sign-in')
  })
}
