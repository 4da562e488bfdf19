import type { InvitationId as InvitationIdType, ProgramId } from '@ithaca/contract'
import { InvitationId } from '@ithaca/contract/ids'
import { programs } from '@ithaca/contract/programs'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '../../platform/api.ts'
import { mint } from '../../platform/mint.ts'
import { asking, renew } from '../../platform/query.ts'

type Invite = Omit<z.input<typeof programs.invite.body>, 'id'>

/** One program. */
export function aProgram(programId: ProgramId) {
  return asking(programs.get, { params: { programId } })
}

/** The people of a program, and those who are invited. */
export function peopleOf(programId: ProgramId) {
  return asking(programs.people, { params: { programId } })
}

/** Invites somebody. The id is minted once, so a second try after a lost reply sends no second invitation. */
export function useInvite(programId: ProgramId) {
  const [id] = useState(() => mint(InvitationId))
  return useMutation({
    mutationFn: (body: Invite) => api(programs.invite, { params: { programId }, body: { ...body, id } }),
    onSuccess: () => renew(programs.people),
  })
}

/** Withdraws an invitation. */
export function useWithdraw(programId: ProgramId) {
  return useMutation({
    mutationFn: (invitationId: InvitationIdType) =>
      api(programs.withdrawInvitation, { params: { programId, invitationId } }),
    onSuccess: () => renew(programs.people),
  })
}
