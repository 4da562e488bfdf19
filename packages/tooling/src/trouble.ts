/** A failure that a person can mend: its message is one sentence and its remedy, printed without a stack. */
export class Trouble extends Error {
  override name = 'Trouble'
}
