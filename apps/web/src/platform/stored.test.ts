import { expect, test } from 'vitest'
import { forgetPrivate, privatePrefix } from './stored.ts'

test("a person's own words are forgotten at sign-out, and the look of the page is not", () => {
  localStorage.setItem(`${privatePrefix}chat.draft`, 'See you at six')
  localStorage.setItem('ithaca.theme', 'dark')
  forgetPrivate()
  expect(localStorage.getItem(`${privatePrefix}chat.draft`)).toBeNull()
  expect(localStorage.getItem('ithaca.theme')).toBe('dark')
})
