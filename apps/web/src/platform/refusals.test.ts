import { refusals } from '@ithaca/contract/errors'
import { expect, test } from 'vitest'
import { refusalTexts } from './refusals.ts'

test('a screen has a text for every refusal, and for no other code', () => {
  expect(Object.keys(refusalTexts).sort()).toEqual(Object.keys(refusals).sort())
})
