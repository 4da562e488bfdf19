import { expect, test } from 'vitest'
import { safeNext, signInAddress } from './next.ts'

test('after the sign-in a person comes to where they wanted to be', () => {
  const { searchParams } = new URL(signInAddress('/sessions/1?tab=goals'), 'https://ithaca.example')
  expect(safeNext(searchParams.get('next'))).toBe('/sessions/1?tab=goals')
  expect(safeNext(null)).toBe('/')
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'and never to %s',
  (next) => {
    expect(safeNext(next)).toBe('/')
  },
)
