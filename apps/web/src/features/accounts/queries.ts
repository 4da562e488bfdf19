import type { Locale } from '@ithaca/contract'
import { api, isRefused, Refused } from '../../platform/api.ts'
import { browserLocale } from '../../platform/i18n.ts'
import { browserZone } from '../../platform/time.ts'

// The promises bring the schema library with them; before the sign-in they are loaded when the first button is pressed.
const promises = async () => (await import('@ithaca/contract/accounts')).accounts
const invitations = async () => (await import('@ithaca/contract/programs')).programs

/** Signs in; the browser then holds the cookie. */
export async function signIn(body: { email: string; password: string }) {
  return api((await promises()).signIn, { body })
}

/** Asks for a sign-in link by mail. */
export async function askLink(email: string) {
  return api((await promises()).askLink, { body: { email } })
}

/** Signs in by the secret of a mailed link. */
export async function openLink(secret: string) {
  return ofLink(api((await promises()).openLink, { body: { secret } }))
}

/** Asks for a mail to choose a new password. */
export async function askReset(email: string) {
  return api((await promises()).askReset, { body: { email } })
}

/** Sets a new password and signs in. */
export async function reset(body: { secret: string; password: string }) {
  return api((await promises()).reset, { body })
}

/** What an invitation is for. */
export async function openInvitation(secret: string) {
  const promise = (await invitations()).openInvitation
  return ofLink(api(promise, { body: { secret } }))
}

/** Accepts an invitation; a newcomer brings a name and a password, and speaks and lives as this browser does. */
export async function acceptInvitation(secret: string, newcomer?: { name: string; password: string }) {
  const locale: Locale = browserLocale()
  const person = newcomer && { newcomer: { ...newcomer, locale, zone: browserZone() } }
  return api((await invitations()).acceptInvitation, { body: { secret, ...person } })
}

/** A secret that is cut off or missing was not entered by anybody: the link is what does not work. */
async function ofLink<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((caught: unknown) => {
    throw isRefused(caught, 'input.invalid') ? new Refused('accounts.linkInvalid') : caught
  })
}
