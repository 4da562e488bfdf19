import type { Session } from '@ithaca/contract'
import { useLingui } from '@lingui/react/macro'
import { CalendarCheck, CalendarX, CircleHelp, DoorOpen, Hourglass, type LucideIcon, Radio } from 'lucide-react'
import { useAccount } from '../../platform/signIn.tsx'
import { useNow } from '../../platform/time.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { Tone } from '../../ui/tones.ts'
import { othersOf, ownPlace, phaseOf } from './stand.ts'

type Stand = { text: string; tone: Tone; icon?: LucideIcon }

/** How a session stands, in a word or two, for whoever is looking. */
export function StandBadge({ session }: { session: Session }) {
  const { text, ...look } = useStand(session)
  return <Badge {...look}>{text}</Badge>
}

function useStand(session: Session): Stand {
  const { t } = useLingui()
  const now = useNow(10_000)
  const asked = useAsked(session)
  const stands = {
    upcoming: asked,
    open: { text: t`Open`, tone: 'accent', icon: DoorOpen },
    running: { text: t`Under way`, tone: 'good', icon: Radio },
    over: { text: t`Over`, tone: 'neutral' },
    cancelled: { text: t`Cancelled`, tone: 'poor', icon: CalendarX },
  } as const satisfies Record<string, Stand>
  return stands[phaseOf(session, now)]
}

/** Before the door opens it matters who has said yes. */
function useAsked(session: Session): Stand {
  const { t } = useLingui()
  const reader = useAccount()
  const others = othersOf(session, reader)
  const declined = others.find(({ answer }) => answer === 'declined')?.name
  const waiting = others.find(({ answer }) => answer === 'waiting')?.name
  const own = ownPlace(session, reader)?.answer
  if (own === 'waiting') return { text: t`Your answer is asked`, tone: 'accent', icon: CircleHelp }
  if (own === 'declined') return { text: t`You declined`, tone: 'fair', icon: CalendarX }
  if (declined) return { text: t`${declined} declined`, tone: 'fair', icon: CalendarX }
  if (waiting) return { text: t`${waiting} is asked`, tone: 'neutral', icon: Hourglass }
  return { text: t`Agreed`, tone: 'good', icon: CalendarCheck }
}
