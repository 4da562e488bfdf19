import { expect, test } from 'vitest'
import { i18n, speak } from './i18n.ts'
import { refusalTexts } from './refusals.ts'

test('a language brings its texts and its direction', async () => {
  await speak('ar', 'front')
  expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' })

  await speak('es', 'all')
  expect(document.documentElement).toMatchObject({ lang: 'es', dir: 'ltr' })
  expect(i18n._(refusalTexts['sessions.over'])).toBe('Esta sesión ha terminado.')
})
