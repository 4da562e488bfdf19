import { useLingui } from '@lingui/react'
import { Refused } from './api.ts'
import { refusalTexts } from './refusals.ts'

/** Says a caught error in the reader's words: a refusal by its code, and a bug as what it is to a reader, unavailable. */
export function useRefusal(): (caught: unknown) => string {
  const { _ } = useLingui()
  return (caught) => _(refusalTexts[caught instanceof Refused ? caught.code : 'unavailable'])
}
