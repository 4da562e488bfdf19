import { z } from 'zod'

/** Any case is understood and one is kept, so that an id equals itself wherever it has been. */
function id<const N extends string>() {
  return z.uuid().toLowerCase().brand<N, 'inout'>()
}

/** Branded ids: a ConversationId is not a SessionId, and a plain string is neither. */
export const UserId = id<'UserId'>()
export const ProgramId = id<'ProgramId'>()
export const InvitationId = id<'InvitationId'>()
export const MatchId = id<'MatchId'>()
export const SessionId = id<'SessionId'>()
/** One device's place in a call. Minted by the device and kept over reconnects, so that it takes its own place again. */
export const SeatId = id<'SeatId'>()
export const ConversationId = id<'ConversationId'>()
export const MessageId = id<'MessageId'>()
export const GoalId = id<'GoalId'>()
export const StepId = id<'StepId'>()
export const NoteId = id<'NoteId'>()
export const CorrectionId = id<'CorrectionId'>()
export const TroubleId = id<'TroubleId'>()

export type UserId = z.infer<typeof UserId>
export type ProgramId = z.infer<typeof ProgramId>
export type InvitationId = z.infer<typeof InvitationId>
export type MatchId = z.infer<typeof MatchId>
export type SessionId = z.infer<typeof SessionId>
export type SeatId = z.infer<typeof SeatId>
export type ConversationId = z.infer<typeof ConversationId>
export type MessageId = z.infer<typeof MessageId>
export type GoalId = z.infer<typeof GoalId>
export type StepId = z.infer<typeof StepId>
export type NoteId = z.infer<typeof NoteId>
export type CorrectionId = z.infer<typeof CorrectionId>
export type TroubleId = z.infer<typeof TroubleId>
