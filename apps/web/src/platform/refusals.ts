import type { RefusalCode } from '@ithaca/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What a screen says for each "no" of the server. The type keeps it complete. */
export const refusalTexts: Record<RefusalCode, MessageDescriptor> = {
  'input.invalid': msg`Something in what you entered is not right. Please look at it again.`,
  'input.tooLarge': msg`That is more than can be sent at once.`,
  notFound: msg`This is not here, or not meant for you.`,
  signInNeeded: msg`Please sign in to go on.`,
  tooOften: msg`That was a lot in a short time. Please wait a minute and try again.`,
  'origin.foreign': msg`This request came from another site and was not carried out.`,
  unavailable: msg`The server cannot be reached just now. Please try again in a moment.`,
  'accounts.wrongPassword': msg`The email and the password do not fit together.`,
  'accounts.linkInvalid': msg`This link was used already or is too old. Please ask for a new one.`,
  'accounts.emailTaken': msg`There is an account with this email already.`,
  'programs.alreadyIn': msg`This person is in the program already.`,
  'matches.notInProgram': msg`One of these people is not in the program.`,
  'matches.alreadyMade': msg`These people are matched already.`,
  'sessions.inThePast': msg`This time has passed. Please choose a later one.`,
  'sessions.notPlanned': msg`This session is no longer planned.`,
  'sessions.begun': msg`This session has begun already.`,
  'sessions.over': msg`This session is over.`,
  'sessions.notOpenYet': msg`This session is not open yet. It opens 15 minutes before its start.`,
  'call.notSeated': msg`You have lost your place in the call. Please join again.`,
  'call.full': msg`The call has no room left just now.`,
  'call.mediaGone': msg`The call was interrupted. You will be brought back in a moment.`,
  'attendance.notDecided': msg`Attendance of this session is not decided yet.`,
  'goals.closed': msg`This goal is closed and cannot be changed.`,
}
