import { expect, test } from 'vitest'
import { initials } from './Avatar.tsx'

test.each([
  ['Amina Odhiambo', 'AO'],
  ['  Tomás de la Quispe ', 'TQ'],
  ['Solveig', 'S'],
  ['山田 花', '山花'],
  ['ليلى حداد', 'لح'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
