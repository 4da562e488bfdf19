import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id, the library's default algorithm: 19 MiB, two passes, one thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What a password is compared with where there is none, so that both take the same time. */
const nobodys = hash('nobody has this password', cost)

/** Hashes a password to keep. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Whether a password is the kept one. It takes as long where none is kept as where another one is. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobodys), password)
  return right && kept !== null
}
