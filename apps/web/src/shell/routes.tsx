import { type AnyRoute, createRootRoute, createRoute, lazyRouteComponent, useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { z } from 'zod'
import { isRefused } from '../platform/api.ts'
import { browserLocale, speak } from '../platform/i18n.ts'
import { library } from '../platform/live.ts'
import { signInAddress } from '../platform/next.ts'
import { loadAccount } from '../platform/signIn.tsx'
import { Loading } from '../ui/States.tsx'
import { type Hear, House } from './House.tsx'
import { NotFound } from './NotFound.tsx'
import { Stumbled } from './Stumbled.tsx'

type Ids = Record<string, z.ZodType<string>>
type Given<I extends Ids> = { [K in keyof I]: z.output<I[K]> }
type PlantedRoute = (parent: AnyRoute) => AnyRoute

/** One line of the table of contents. The page gets the ids of its path, checked; a path with a wrong id is no page. */
export function page<I extends Ids>(path: string, ids: I, load: () => Promise<ComponentType<Given<I>>>): PlantedRoute {
  const component = lazyRouteComponent(async () => {
    const Page = await load()
    function Routed() {
      const params: Record<string, string> = useParams({ strict: false })
      const given = Object.entries(ids).map(([name, id]) => [name, id.safeParse(params[name]).data])
      if (given.some(([, value]) => value === undefined)) return <NotFound />
      return <Page {...(Object.fromEntries(given) as Given<I>)} />
    }
    return { default: Routed }
  })
  return (parent) => createRoute({ getParentRoute: () => parent, path, component })
}

// The call stands without the frame, and so does not wait for it.
const frame = lazyRouteComponent(() => import('./Frame.tsx'), 'Frame')

type Pages = { inHouse: PlantedRoute[]; fullScreen: PlantedRoute[]; open: PlantedRoute[]; hearing: readonly Hear[] }

// Outside the frame a page has to bring its own landmark.
function NothingHere() {
  return (
    <main>
      <NotFound />
    </main>
  )
}

/** Plants the pages: those behind the sign-in, with or without the frame around them, and those open to all. */
export function trunk({ inHouse, fullScreen, open, hearing }: Pages): AnyRoute {
  const root: AnyRoute = createRootRoute({ notFoundComponent: NothingHere, errorComponent: Stumbled })
  const entered: AnyRoute = createRoute({
    getParentRoute: () => root,
    id: 'entered',
    component: () => <House hearing={hearing} />,
    errorComponent: Stumbled,
    pendingComponent: Loading,
    loader: enter,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const framed: AnyRoute = createRoute({ getParentRoute: () => entered, id: 'framed', component: frame })
  return root.addChildren([
    entered.addChildren([
      framed.addChildren(inHouse.map((plant) => plant(framed))),
      ...fullScreen.map((plant) => plant(entered)),
    ]),
    ...open.map((plant) => plant(root)),
  ])
}

/** Lets a signed-in person in, in their own language; leads everybody else to the sign-in. */
async function enter(): Promise<void> {
  // Fetched beside the account, so that the socket opens as soon as the house is entered.
  void library()
  const account = await loadAccount().catch((caught: unknown) => {
    if (!isRefused(caught, 'signInNeeded')) throw caught
    location.replace(signInAddress(location.pathname + location.search))
    // The page is being left; nothing more is to be shown of it.
    return new Promise<never>(() => {})
  })
  if (account.locale !== browserLocale()) await speak(account.locale, 'all')
}
