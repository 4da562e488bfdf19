import type { RefusalBody, RefusalCode } from '@ithaca/contract'

/** An expected "no", with its code. The only error that is thrown on purpose. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly fields: RefusalBody['fields']

  constructor(code: RefusalCode, fields?: RefusalBody['fields']) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.fields = fields
  }
}
