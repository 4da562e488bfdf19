import type { RunningHouse } from '@ithaca/testkit/running-house'
import type { WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openHouse } from './house.ts'
import { type AtBrowser, type Browsers, joinCall, openBrowsers, picture, signIn, tile } from './people.ts'

let house: RunningHouse
let browsers: Browsers
let mentor: AtBrowser
let mentee: AtBrowser
let names: { mentor: string; mentee: string }
/** The mentee's socket, in the hands of the test, and every command that went up through it. */
const sockets: WebSocketRoute[] = []
const asked: string[] = []
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  const opened = await openHouse()
  house = opened.house
  browsers = await openBrowsers(house)
  closing.push(browsers.close, opened.close)
  mentor = await browsers.open()
  mentee = await browsers.open()
  await mentee.page.routeWebSocket(/socket\.io/, (route) => {
    const server = route.connectToServer()
    route.onMessage((message) => {
      asked.push(String(message))
      server.send(message)
    })
    sockets.push(route)
  })
  await signIn(mentor, 'mentor')
  await signIn(mentee, 'mentee')
  names = { mentor: await nameOf(mentor), mentee: await nameOf(mentee) }
  await Promise.all([joinCall(mentor), joinCall(mentee)])
  await Promise.all([moves(mentor, names.mentee), moves(mentee, names.mentor)])
})

afterAll(async () => {
  for (const close of closing) await close()
})

function nameOf({ page }: AtBrowser): Promise<string> {
  return page.evaluate(async () => (await (await fetch('/api/account')).json()).name)
}

/** Waits until ten more frames of another person have come. */
async function moves(person: AtBrowser, other: string): Promise<void> {
  const group = tile(person.page, other)
  await group.locator('video:visible').waitFor()
  const before = (await picture(group)).frames
  await vi.waitFor(async () => expect((await picture(group)).frames).toBeGreaterThan(before + 10), {
    timeout: 20_000,
    interval: 50,
  })
}

function trackOf(person: AtBrowser, other: string): Promise<string | undefined> {
  return tile(person.page, other)
    .locator('video')
    .evaluate((video: HTMLVideoElement) =>
      video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0]?.id : undefined,
    )
}

test('a lost socket keeps the picture, takes its seat again and hears what it missed', async () => {
  const before = await trackOf(mentee, names.mentor)
  const sofar = sockets.length
  await sockets.at(-1)?.close()
  await mentor.page.getByRole('button', { name: 'Raise hand' }).click()
  await moves(mentee, names.mentor)
  await vi.waitFor(() => expect(sockets.length).toBeGreaterThan(sofar), { timeout: 20_000 })
  await tile(mentee.page, names.mentor).getByText('Hand raised').waitFor()
  expect(asked.some((message) => message.includes('call.retake'))).toBe(true)
  expect(await trackOf(mentee, names.mentor)).toBe(before)
  await mentor.page.getByRole('button', { name: 'Lower hand' }).click()
})

test('a changed network restarts ICE, and the pictures go on', async () => {
  const before = await trackOf(mentee, names.mentor)
  await mentee.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await vi.waitFor(
    () => expect(asked.filter((message) => message.includes('call.restartIce')).length).toBeGreaterThanOrEqual(2),
    { timeout: 15_000 },
  )
  await Promise.all([moves(mentor, names.mentee), moves(mentee, names.mentor)])
  expect(await trackOf(mentee, names.mentor)).toBe(before)
})
