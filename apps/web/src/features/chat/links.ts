export type Piece = { text: string; href?: string }

const address = /https?:\/\/[^\s<>"']+/gi
// A full stop or a bracket after an address belongs to the sentence.
const sentenceEnd = /[.,;:!?…)\]}»”’،؛؟]+$/u

/** The words of a message with the addresses in it. Only http and https are made links; everything else stays text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = trimmed(found)
    if (!URL.canParse(shown)) continue
    if (index > end) pieces.push({ text: text.slice(end, index) })
    pieces.push({ text: shown, href: new URL(shown).href })
    end = index + shown.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

function trimmed(found: string): string {
  const short = found.replace(sentenceEnd, '')
  // A closing bracket whose opening one is inside belongs to the address.
  const isOpen = short.split('(').length > short.split(')').length
  return isOpen && found.startsWith(')', short.length) ? `${short})` : short
}
