import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { RunningHouse } from '@ithaca/testkit/running-house'
import { openHouse } from './house.ts'
import { type AtBrowser, type Browsers, joinCall, loudness, openBrowsers, picture, signIn, tile } from './people.ts'

let house: RunningHouse
let browsers: Browsers
let mentor: AtBrowser
let mentee: AtBrowser
let names: { mentor: string; mentee: string }
let sessionId: string
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  const opened = await openHouse()
  house = opened.house
  browsers = await openBrowsers(house)
  closing.push(browsers.close, opened.close)
  mentor = await browsers.open()
  mentee = await browsers.open({ viewport: { width: 390, height: 844 } })
  await signIn(mentor, 'mentor')
  await signIn(mentee, 'mentee')
  names = { mentor: await nameOf(mentor), mentee: await nameOf(mentee) }
})

afterAll(async () => {
  for (const close of closing) await close()
})

function nameOf({ page }: AtBrowser): Promise<string> {
  return page.evaluate(async () => (await (await fetch('/api/account')).json()).name)
}

async function flows(person: AtBrowser, other: string): Promise<void> {
  const group = tile(person.page, other)
  await vi.waitFor(async () => expect((await picture(group)).frames).toBeGreaterThan(0), {
    timeout: 20_000,
    interval: 100,
  })
  const before = (await picture(group)).frames
  await vi.waitFor(async () => expect((await picture(group)).frames).toBeGreaterThan(before + 10), {
    timeout: 20_000,
    interval: 100,
  })
}

describe('a mentor and a mentee meet', () => {
  test('they join the open session and see and hear each other', async () => {
    await Promise.all([joinCall(mentor), joinCall(mentee)])
    sessionId = new URL(mentor.page.url()).pathname.split('/')[2] ?? ''
    await Promise.all([flows(mentor, names.mentee), flows(mentee, names.mentor)])
    expect(await loudness(mentor.page)).toBeGreaterThan(0.01)
    expect(await loudness(mentee.page)).toBeGreaterThan(0.01)
  })

  test('the whole picture of the camera arrives', async () => {
    const size = { width: 640, height: 360 }
    await vi.waitFor(async () => expect(await picture(tile(mentor.page, names.mentee))).toMatchObject(size), {
      timeout: 20_000,
      interval: 250,
    })
  })

  test('mute and camera off are seen on the other side', async () => {
    const seen = tile(mentor.page, names.mentee)
    await mentee.page.getByRole('button', { name: 'Mute microphone' }).click()
    await seen.getByText('Muted').waitFor()
    await vi.waitFor(async () => expect(await loudness(mentor.page)).toBeLessThan(0.005), { timeout: 15_000 })
    await mentee.page.getByRole('button', { name: 'Unmute microphone' }).click()
    await vi.waitFor(async () => expect(await loudness(mentor.page)).toBeGreaterThan(0.01), { timeout: 15_000 })

    await mentee.page.getByRole('button', { name: 'Turn camera off' }).click()
    await seen.locator('video').waitFor({ state: 'hidden' })
    await mentee.page.getByRole('button', { name: 'Turn camera on' }).click()
    await flows(mentor, names.mentee)
  })

  test('a raised hand and a shared screen are seen', async () => {
    await mentee.page.getByRole('button', { name: 'Raise hand' }).click()
    await tile(mentor.page, names.mentee).getByText('Hand raised').waitFor()
    await mentee.page.getByRole('button', { name: 'Lower hand' }).click()
    await tile(mentor.page, names.mentee).getByText('Hand raised').waitFor({ state: 'detached' })
  })

  test('words written in the call are in the conversation after it', async () => {
    const words = 'Shall we practise the interview next week?'
    await openChat(mentor)
    await mentor.page.getByRole('textbox', { name: 'Message' }).fill(words)
    await mentor.page.getByRole('button', { name: 'Send' }).click()
    await openChat(mentee)
    await mentee.page.getByRole('log', { name: 'Messages' }).getByRole('article').filter({ hasText: words }).waitFor()
  })

  test('a reload in the call leads back into it', async () => {
    await mentee.page.reload()
    await mentee.page.getByRole('region', { name: 'Call' }).waitFor()
    await Promise.all([flows(mentor, names.mentee), flows(mentee, names.mentor)])
    await expect(
      mentor.page.getByRole('region', { name: 'Call' }).getByRole('group', { name: names.mentee }).count(),
    ).resolves.toBe(1)
  })

  test('they leave, and the conversation and a goal written together stay', async () => {
    await mentor.page.getByRole('button', { name: 'Leave' }).click()
    await mentee.page.getByRole('button', { name: 'Leave' }).click()
    await mentor.page.getByRole('region', { name: 'Call' }).waitFor({ state: 'detached' })

    await mentor.page.goto(`/sessions/${sessionId}`)
    await mentor.page
      .getByRole('link', { name: /conversation/i })
      .first()
      .click()
    await mentor.page.getByRole('log', { name: 'Messages' }).getByText('Shall we practise the interview').waitFor()
    await Promise.all([toGoals(mentor), toGoals(mentee)])
    await mentee.page.getByRole('button', { name: 'New goal' }).click()
    const form = mentee.page.getByRole('dialog')
    await form.getByRole('textbox').first().fill('Speak for five minutes without notes')
    await form.getByRole('button', { name: /save|write|add|create/i }).click()
    await mentor.page.getByText('Speak for five minutes without notes').first().waitFor()
  })

  test('the coordinator sees how long they were there together', async () => {
    const coordinator = await browsers.open()
    await signIn(coordinator, 'coordinator')
    const programId = await coordinator.page.evaluate(
      async () => (await (await fetch('/api/account')).json()).programs[0].id,
    )
    await coordinator.page.goto(`/programs/${programId}/attendance`)
    const table = coordinator.page.getByRole('table', { name: 'Attendance' })
    await table.getByText(names.mentee).first().waitFor()
    const measured = () =>
      coordinator.page.evaluate(async (id) => (await fetch(`/api/sessions/${id}/attendance`)).json(), sessionId)
    await vi.waitFor(async () => expect((await measured()).verdicts.at(-1).dyadMs).toBeGreaterThan(5_000), {
      timeout: 20_000,
      interval: 500,
    })
    expect((await measured()).intervals.length).toBeGreaterThanOrEqual(2)
    expect(coordinator.strayed).toEqual([])
  })

  test('nothing left the house, and no page met a bug', () => {
    expect(mentor.strayed).toEqual([])
    expect(mentee.strayed).toEqual([])
  })
})

async function openChat({ page }: AtBrowser): Promise<void> {
  const log = page.getByRole('log', { name: 'Messages' })
  if (await log.isVisible()) return
  await page
    .getByRole('button', { name: /conversation|chat/i })
    .first()
    .click()
  await log.waitFor()
}

async function toGoals({ page }: AtBrowser): Promise<void> {
  const matches = await page.evaluate(async () => (await fetch('/api/sessions?when=coming')).json())
  await page.goto(`/matches/${matches.items[0].matchId}/goals`)
  await page.getByRole('button', { name: 'New goal' }).waitFor()
}
