/** A name inside a sentence, kept from turning the words and numbers around it where its script runs the other way. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
