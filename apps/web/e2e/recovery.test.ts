import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { RunningHouse } from '@ithaca/testkit/running-house'
import { openHouse } from './house.ts'
import { type AtBrowser, type Browsers, joinCall, openBrowsers, picture, signIn } from './people.ts'

let house: RunningHouse
let browsers: Browsers
let mentor: AtBrowser
let mentee: AtBrowser
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  const opened = await openHouse()
  house = opened.house
  browsers = await openBrowsers(house)
  closing.push(browsers.close, opened.close)
  mentor = await browsers.open()
  mentee = await browsers.open()
  await signIn(mentor, 'mentor')
  await signIn(mentee, 'mentee')
  await Promise.all([joinCall(mentor), joinCall(mentee)])
  await Promise.all([flowsAgain(mentor), flowsAgain(mentee)])
})

afterAll(async () => {
  for (const close of closing) await close()
})

/** The pictures of the others in the call, by how many frames each has decoded. */
async function frames({ page }: AtBrowser): Promise<number> {
  const groups = await page.getByRole('region', { name: 'Call' }).getByRole('group').all()
  const counts = await Promise.all(
    groups.map(async (group) =>
      (await group.locator('video:visible').count()) > 0 ? (await picture(group)).frames : 0,
    ),
  )
  return counts.length > 1 ? Math.min(...counts) : 0
}

/** Waits until every tile moves. */
async function flowsAgain(person: AtBrowser): Promise<void> {
  let last = await frames(person)
  await vi.waitFor(
    async () => {
      const now = await frames(person)
      const moved = now > last && now > 0
      last = now
      expect(moved).toBe(true)
    },
    { timeout: 30_000, interval: 100 },
  )
}

/** The video tracks on the screen; one that came through a worker that died is never among those that come after. */
function tracks({ page }: AtBrowser): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="group"] video')]
      .flatMap((video) =>
        video instanceof HTMLVideoElement && video.srcObject instanceof MediaStream ? [video.srcObject] : [],
      )
      .flatMap((stream) => stream.getVideoTracks().map(({ id }) => id))
      .toSorted()
      .join(),
  )
}

/** Waits until other pictures than `before` have come and move. */
async function comesBack(person: AtBrowser, before: string): Promise<void> {
  await vi.waitFor(async () => expect(await tracks(person)).not.toBe(before), { timeout: 30_000, interval: 50 })
  await flowsAgain(person)
}

test('a killed media worker has everybody back in the same call within three seconds', async () => {
  const before = { mentor: await tracks(mentor), mentee: await tracks(mentee) }
  const start = performance.now()
  house.killMediaWorker()
  await Promise.all([comesBack(mentor, before.mentor), comesBack(mentee, before.mentee)])
  const took = performance.now() - start
  process.stdout.write(`recovery: media worker killed, pictures move again after ${Math.round(took)} ms\n`)
  expect(took).toBeLessThan(3_000)
})

test('a killed server has everybody back within five seconds after it listens', async () => {
  const before = { mentor: await tracks(mentor), mentee: await tracks(mentee) }
  await house.kill()
  await house.restart()
  const start = performance.now()
  await Promise.all([comesBack(mentor, before.mentor), comesBack(mentee, before.mentee)])
  const took = performance.now() - start
  process.stdout.write(`recovery: server killed, pictures move ${Math.round(took)} ms after it listens again\n`)
  expect(took).toBeLessThan(5_000)
})

test('nothing left the house, and no page met a bug', () => {
  expect([...mentor.strayed, ...mentee.strayed]).toEqual([])
})
