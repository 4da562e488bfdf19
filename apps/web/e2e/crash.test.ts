import { expect, onTestFinished, test, vi } from 'vitest'
import { openHouse } from './house.ts'
import { type AtBrowser, joinCall, openBrowsers, signIn } from './people.ts'

type Interval = { userId: string; startedAt: string; lastSeenAt: string; endedAt: string | null }

const beatMs = 10_000
/** What lies between the beat's clock and the test's. */
const slackMs = 1_500

test('a power cut loses at most one beat of presence, and closes no interval at a guess', async () => {
  const { house, close } = await openHouse()
  onTestFinished(close)
  const browsers = await openBrowsers(house)
  onTestFinished(browsers.close)
  const mentor = await browsers.open()
  const mentee = await browsers.open()
  await signIn(mentor, 'mentor')
  await signIn(mentee, 'mentee')
  await Promise.all([joinCall(mentor), joinCall(mentee)])
  const sessionId = new URL(mentor.page.url()).pathname.split('/')[2] ?? ''
  const open = async () => (await intervals(mentor, sessionId)).filter(({ endedAt }) => !endedAt)
  await vi.waitFor(
    async () => {
      const beaten = (await open()).filter((one) => Date.parse(one.lastSeenAt) - Date.parse(one.startedAt) > 5_000)
      expect(new Set(beaten.map(({ userId }) => userId)).size).toBe(2)
    },
    { timeout: 40_000, interval: 500 },
  )

  const cutAt = Date.now()
  await house.kill()
  const cookies = await mentor.context.cookies()
  await mentor.context.close()
  await mentee.context.close()
  await house.restart()

  const later = await browsers.open()
  await later.context.addCookies(cookies)
  await later.page.goto('/')
  await vi.waitFor(async () => expect((await intervals(later, sessionId)).every(({ endedAt }) => endedAt)).toBe(true), {
    timeout: 60_000,
    interval: 1_000,
  })
  const ends = new Map<string, number>()
  for (const { userId, endedAt } of await intervals(later, sessionId)) {
    ends.set(userId, Math.max(ends.get(userId) ?? 0, Date.parse(endedAt ?? '')))
  }
  expect(ends.size).toBe(2)
  for (const end of ends.values()) {
    expect(end).toBeLessThanOrEqual(cutAt + slackMs)
    expect(end).toBeGreaterThanOrEqual(cutAt - beatMs - slackMs)
  }
}, 150_000)

function intervals({ page }: AtBrowser, sessionId: string): Promise<Interval[]> {
  return page.evaluate(
    async (id) => (await (await fetch(`/api/sessions/${id}/attendance`)).json()).intervals,
    sessionId,
  )
}
