/** Takes the README's pictures from a real house with the demo program: `node apps/web/scripts/screenshots.ts`, after a build. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '@ithaca/db'
import { readyMediaWorker } from '@ithaca/media-worker'
import { launchChromium } from '@ithaca/testkit/chromium'
import { password, runHouse } from '@ithaca/testkit/running-house'
import { startPostgres } from '@ithaca/tooling/postgres'
import { scratchFolder } from '@ithaca/tooling/scratch'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const folder = join(import.meta.dirname, '../../../docs/images')
const desk = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

await mkdir(folder, { recursive: true })
process.env.MEDIASOUP_WORKER_BIN = await readyMediaWorker((line) => void process.stdout.write(`${line}\n`))
const scratch = await scratchFolder('ithaca-pictures-')
const postgres = await startPostgres({ dataDir: join(scratch, 'postgres'), durable: false })
await migrate(postgres.url)
const house = await runHouse(postgres.url)
const browser = await launchChromium()
const mentor = await signedIn(browser, 'mentor', desk)
const mentee = await signedIn(browser, 'mentee', phone)
const coordinator = await signedIn(browser, 'coordinator', desk)

await picture(mentor, '/', 'home-desktop')
await picture(mentee, '/', 'home-phone')
const { sessionId, conversationId, matchId } = await mentor.evaluate(async () => {
  const { items } = await (await fetch('/api/sessions?limit=1')).json()
  const conversation = await (await fetch(`/api/matches/${items[0].matchId}/conversation`)).json()
  return { sessionId: items[0].id, matchId: items[0].matchId, conversationId: conversation.id }
})
for (const page of [mentor, mentee]) {
  await page.goto(`${house.url}/sessions/${sessionId}/call`)
  await page.getByRole('button', { name: 'Join now' }).waitFor()
}
await picture(mentee, null, 'lobby-phone')
for (const page of [mentor, mentee]) await page.getByRole('button', { name: 'Join now' }).click()
for (const page of [mentor, mentee]) await twoPictures(page)
await picture(mentor, null, 'call-desktop')
await picture(mentee, null, 'call-phone')
for (const page of [mentor, mentee]) await page.getByRole('button', { name: 'Leave' }).click()
await picture(mentee, `/conversations/${conversationId}`, 'conversation-phone')
await picture(mentor, `/matches/${matchId}/goals`, 'goals-desktop')

const { programId, held } = await coordinator.evaluate(async () => {
  const { programs } = await (await fetch('/api/account')).json()
  const { items } = await (await fetch(`/api/programs/${programs[0].id}/attendance?outcome=held`)).json()
  return { programId: programs[0].id, held: items[0].sessionId }
})
const today = new Date().toISOString().slice(0, 10)
await picture(coordinator, `/programs/${programId}/attendance?to=${today}`, 'attendance-desktop')
await coordinator.emulateMedia({ colorScheme: 'dark' })
await coordinator.setViewportSize({ width: 1280, height: 1500 })
await picture(coordinator, `/sessions/${held}`, 'session-desktop-dark')

await browser.close()
await house.stop()
await postgres.stop()
await rm(scratch, { recursive: true, force: true })

async function signedIn(from: Browser, who: string, options: BrowserContextOptions): Promise<Page> {
  const context = await from.newContext({ locale: 'en-GB', permissions: ['camera', 'microphone'], ...options })
  const page = await context.newPage()
  await context.request.post(`${house.url}/api/sign-ins`, { data: { email: `${who}@ithaca.example`, password } })
  await page.goto(house.url)
  return page
}

async function picture(page: Page, path: string | null, name: string): Promise<void> {
  if (path) await page.goto(`${house.url}${path}`)
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function twoPictures(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('video')].filter(({ videoWidth, hidden }) => videoWidth > 0 && !hidden)
    return shown.length >= 2
  })
}
