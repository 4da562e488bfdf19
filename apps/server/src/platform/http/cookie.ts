import type { FastifyReply, FastifyRequest } from 'fastify'

const name = 'ithaca_sign_in'

/** The sign-in cookie of one request: read it, set it, take it away. */
export type SignInCookie = {
  readonly token: string | null
  set(token: string, expiresAt: Date): void
  clear(): void
}

/** What a token looks like: 32 bytes in base64url. Anything else opens nothing and is not even looked up. */
const shape = /^[\w-]{43}$/

/** Reads the sign-in token out of a raw Cookie header, for the socket's handshake too. */
export function tokenOf(header: string | undefined): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value && shape.test(value)) return value
  }
  return null
}

/** The cookie behind one request and its reply. It is HttpOnly, SameSite and Secure behind TLS. */
export function signInCookie(request: FastifyRequest, reply: FastifyReply, secure: boolean): SignInCookie {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    token: tokenOf(request.headers.cookie),
    set: (token, expiresAt) => void reply.setCookie(name, token, { ...options, expires: expiresAt }),
    clear: () => void reply.clearCookie(name, options),
  }
}
