import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

type Side = 'server' | 'node'
type Shown = { readonly side: Side; readonly challenge: string; readonly nonce: string }

/** Something that was never said before, for the other side to prove itself on. */
export function newSecretPart(): string {
  return randomBytes(32).toString('hex')
}

/** Shows that this side knows the secret, without telling it, and only for this one meeting. */
export function proofOf(secret: string, { side, challenge, nonce }: Shown): string {
  return createHmac('sha256', secret).update(`${side} ${challenge} ${nonce}`).digest('hex')
}

/** Whether the other side's proof is right; takes as long for a nearly right one as for a wrong one. */
export function proves(secret: string, shown: Shown, proof: string): boolean {
  const right = Buffer.from(proofOf(secret, shown))
  const given = Buffer.from(proof)
  return given.length === right.length && timingSafeEqual(given, right)
}
