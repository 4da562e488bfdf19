import type { GoalState } from '@ithaca/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { CircleCheckBig, CircleDashed, CirclePause, CircleX, type LucideIcon } from 'lucide-react'
import type { Tone } from '../../ui/tones.ts'

/** How each state is called, how it is chosen, and how it looks. */
export const states: Record<
  GoalState,
  { text: MessageDescriptor; choice: MessageDescriptor; tone: Tone; icon: LucideIcon }
> = {
  active: { text: msg`Under way`, choice: msg`Take it up again`, tone: 'help', icon: CircleDashed },
  reached: { text: msg`Reached`, choice: msg`We have reached it`, tone: 'good', icon: CircleCheckBig },
  parked: { text: msg`Parked`, choice: msg`Park it for later`, tone: 'fair', icon: CirclePause },
  dropped: { text: msg`Dropped`, choice: msg`Drop it`, tone: 'neutral', icon: CircleX },
}
