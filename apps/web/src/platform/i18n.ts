import type { Locale } from '@ithaca/contract'
import { i18n, type Messages } from '@lingui/core'
import { stored } from './stored.ts'

export { i18n }

/** The languages, each by its own name, and the direction each is written in. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const satisfies Record<Locale, { name: string; direction: 'ltr' | 'rtl' }>

const catalogs = import.meta.glob<{ texts: Record<string, Messages> }>(['../i18n/*.ts', '!**/*.test.ts'])
const locales = Object.keys(languages) as Locale[]
const kept = stored<Locale>('language', locales, browserLanguage())

function browserLanguage(): Locale {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0])
  return locales.find((locale) => locale === wanted.find((one) => locales.some((ours) => ours === one))) ?? 'en'
}

/** The language this browser was told to speak, or the first of its own that we speak. */
export const browserLocale = kept.read

/** Loads the texts of a language, turns the page to its direction and keeps the choice in this browser. */
export async function speak(locale: Locale, scope: 'front' | 'all'): Promise<void> {
  const pieces = scope === 'front' ? [`${locale}.front`] : [`${locale}.front`, locale]
  const loaded = await Promise.all(pieces.map((piece) => catalogs[`../i18n/${piece}.ts`]?.()))
  const messages = Object.assign({}, ...loaded.flatMap((piece) => Object.values(piece?.texts ?? {})))
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
  document.documentElement.dir = languages[locale].direction
  kept.write(locale)
}
