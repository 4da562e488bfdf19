import type { ProgramId } from '@ithaca/contract'
import { MatchId } from '@ithaca/contract/ids'
import { matches } from '@ithaca/contract/matches'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '../../platform/api.ts'
import { mint } from '../../platform/mint.ts'
import { asking, renew } from '../../platform/query.ts'

/** The matches of a program. */
export function matchesOf(programId: ProgramId) {
  return asking(matches.inProgram, { params: { programId } })
}

/** Matches people. The id is minted once, so a second try after a lost reply makes no second match. */
export function useMake(programId: ProgramId) {
  const [id] = useState(() => mint(MatchId))
  return useMutation({
    mutationFn: (body: Omit<z.input<typeof matches.make.body>, 'id'>) =>
      api(matches.make, { params: { programId }, body: { ...body, id } }),
    onSuccess: () => renew(matches.inProgram),
  })
}
