import type { Outcome, TroubleKind } from '@ithaca/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Tone } from '../../ui/tones.ts'

/** What a session came to, in a word or two. */
export const outcomeTexts: Record<Outcome, MessageDescriptor> = {
  upcoming: msg`Not decided yet`,
  held: msg`Held`,
  partial: msg`Partial`,
  noShowMentor: msg`Mentor did not come`,
  noShowMentee: msg`Mentee did not come`,
  bothAbsent: msg`Nobody came`,
  technicalFailure: msg`Technical failure`,
  cancelled: msg`Cancelled in time`,
  lateCancellation: msg`Cancelled late`,
  excused: msg`Excused`,
}

/** A technical failure asks for help; it is nobody's fault and must not look like one. */
export const outcomeTones: Record<Outcome, Tone> = {
  upcoming: 'neutral',
  held: 'good',
  partial: 'fair',
  noShowMentor: 'poor',
  noShowMentee: 'poor',
  bothAbsent: 'poor',
  technicalFailure: 'help',
  cancelled: 'neutral',
  lateCancellation: 'fair',
  excused: 'neutral',
}

/** What happened on the way into a call. */
export const attemptTexts: Record<'join' | TroubleKind, MessageDescriptor> = {
  join: msg`Tried to join`,
  deviceBlocked: msg`Camera or microphone was blocked`,
  deviceMissing: msg`No camera or microphone was found`,
  deviceBusy: msg`Camera or microphone was in use elsewhere`,
  connectionFailed: msg`The connection could not be made`,
  connectionLost: msg`The connection was lost`,
  refused: msg`Was not let in`,
}
