import type { CancelReason } from '@ithaca/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Why a session was cancelled, in words. */
export const reasonTexts: Record<CancelReason, MessageDescriptor> = {
  ill: msg`Somebody is ill`,
  clash: msg`Something else came up`,
  travel: msg`On the way somewhere`,
  connection: msg`No good connection`,
  other: msg`Another reason`,
}
