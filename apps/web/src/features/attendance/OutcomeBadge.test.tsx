import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { speak } from '../../platform/i18n.ts'
import { Words } from '../../platform/Words.tsx'
import { OutcomeBadge } from './OutcomeBadge.tsx'

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T18:12:00.000Z') })
  await speak('en', 'all')
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function show(endsAt: string) {
  render(
    <Words>
      <OutcomeBadge outcome="bothAbsent" final={false} corrected={false} endsAt={endsAt} />
    </Words>,
  )
}

test('nobody is said to have stayed away while the session still runs', () => {
  show('2026-11-24T19:00:00.000Z')
  expect(screen.queryByText('Nobody came')).toBeNull()
  expect(screen.getByText('Not decided yet')).toBeDefined()
})

test('after its planned end the absence is said, and that it is provisional', () => {
  show('2026-11-24T18:00:00.000Z')
  expect(screen.getByText('Nobody came')).toBeDefined()
  expect(screen.getByText('provisional')).toBeDefined()
})
