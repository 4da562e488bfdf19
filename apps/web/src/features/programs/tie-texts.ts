import type { Tie } from '@ithaca/contract'
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

/** What binds a person to a program, in words. */
export const tieTexts: Record<Tie, MessageDescriptor> = {
  mentor: msg`Mentor`,
  mentee: msg`Mentee`,
  coordinator: msg`Coordinator`,
}
