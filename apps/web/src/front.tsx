import type { ReactNode } from 'react'

/**
 * The pages before the sign-in. They stand outside the router and load nothing of the house, so that the first page
 * a person ever sees is there at once.
 */
const pages: Record<string, () => Promise<ReactNode>> = {
  '/sign-in': async () => {
    const { SignInPage } = await import('./features/accounts/SignInPage.tsx')
    return <SignInPage />
  },
  '/sign-in/link': async () => {
    const { OpenLinkPage } = await import('./features/accounts/OpenLinkPage.tsx')
    return <OpenLinkPage />
  },
  '/reset': async () => {
    const { ResetPage } = await import('./features/accounts/ResetPage.tsx')
    return <ResetPage />
  },
  '/invitation': async () => {
    const { InvitationPage } = await import('./features/accounts/InvitationPage.tsx')
    return <InvitationPage />
  },
}

/** The page before the sign-in at a path, if there is one. */
export function frontPage(path: string): (() => Promise<ReactNode>) | undefined {
  return pages[path.replace(/(.)\/$/, '$1')]
}
