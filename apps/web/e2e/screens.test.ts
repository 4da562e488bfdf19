import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import { type AtBrowser, type Browsers, openBrowsers, signIn, toLobby } from './people.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browsers: Browsers
const closing: (() => Promise<void>)[] = []
const phone = { viewport: { width: 360, height: 780 } }
const desk = { viewport: { width: 1440, height: 900 } }

beforeAll(async () => {
  const opened = await openHouse()
  browsers = await openBrowsers(opened.house)
  closing.push(browsers.close, opened.close)
})

afterAll(async () => {
  for (const close of closing) await close()
})

// Still pictures: what fades in has no contrast yet.
const still = { reducedMotion: 'reduce' } as const

type Looks = { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark' }

/** What axe finds on a page, told by rule and by place. */
async function findings({ page }: AtBrowser): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  // Evaluated by the debugger, so that the page's own policy against foreign code stays in force.
  await session.send('Runtime.evaluate', { expression: axe })
  const found: AxeResults = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

async function scrollsSideways({ page }: AtBrowser): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

async function look(person: AtBrowser, path: string): Promise<void> {
  await person.page.goto(path)
  await settle(person)
  expect({ path, found: await findings(person) }).toEqual({ path, found: [] })
  expect({ path, sideways: await scrollsSideways(person) }).toEqual({ path, sideways: false })
}

/** Waits until the page has its heading and nothing on it says that it loads. */
async function settle({ page }: AtBrowser): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0)
}

describe.each<[string, Looks]>([
  ['phone, light', { ...phone, colorScheme: 'light' }],
  ['desktop, dark', { ...desk, colorScheme: 'dark' }],
])('on a %s', (_name, looks) => {
  test('the front door has no barrier', async () => {
    const nobody = await browsers.open({ ...looks, ...still })
    for (const path of ['/sign-in', '/reset', '/invitation', '/dev/mail']) await look(nobody, path)
    await nobody.context.close()
  })

  test("a mentee's screens have no barrier", async () => {
    const mentee = await browsers.open({ ...looks, ...still })
    await signIn(mentee, 'mentee')
    const { sessionId, matchId, conversationId } = await mentee.page.evaluate(async () => {
      const { items } = await (await fetch('/api/sessions?when=coming')).json()
      const [conversation] = await (await fetch('/api/conversations')).json()
      return { sessionId: items[0].id, matchId: items[0].matchId, conversationId: conversation.id }
    })
    const paths = [
      '/',
      '/sessions',
      `/sessions/${sessionId}`,
      `/conversations/${conversationId}`,
      `/matches/${matchId}/goals`,
      '/settings',
    ]
    for (const path of paths) await look(mentee, path)
    await mentee.page.goto('/')
    await toLobby(mentee)
    expect(await findings(mentee)).toEqual([])
    await mentee.page.getByRole('button', { name: 'Join now' }).click()
    await mentee.page.getByRole('region', { name: 'Call' }).waitFor()
    expect(await findings(mentee)).toEqual([])
    expect(await scrollsSideways(mentee)).toBe(false)
    expect(mentee.strayed).toEqual([])
    await mentee.context.close()
  })

  test("a coordinator's screens have no barrier", async () => {
    const coordinator = await browsers.open({ ...looks, ...still })
    await signIn(coordinator, 'coordinator')
    const { programId, sessionId } = await coordinator.page.evaluate(async () => {
      const { programs } = await (await fetch('/api/account')).json()
      const { items } = await (await fetch(`/api/programs/${programs[0].id}/attendance?outcome=held`)).json()
      return { programId: programs[0].id, sessionId: items[0].sessionId }
    })
    const program = `/programs/${programId}`
    for (const path of ['/', program, `${program}/people`, `${program}/attendance`, `/sessions/${sessionId}`]) {
      await look(coordinator, path)
    }
    expect(coordinator.strayed).toEqual([])
    await coordinator.context.close()
  })
})

test('Spanish speaks Spanish, and Arabic runs from right to left', async () => {
  const spanish = await browsers.open({ locale: 'es-ES' })
  await spanish.page.goto('/sign-in')
  await spanish.page.getByRole('button', { name: 'Entrar', exact: true }).waitFor()
  const arabic = await browsers.open({ locale: 'ar-EG', ...phone })
  await arabic.page.goto('/sign-in')
  await arabic.page.locator('html[dir="rtl"][lang="ar"]').waitFor()
  expect(await scrollsSideways(arabic)).toBe(false)
})
