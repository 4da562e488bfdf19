import { launchChromium } from '@ithaca/testkit/chromium'
import { password, type RunningHouse, runHouse } from '@ithaca/testkit/running-house'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { processorSeconds } from './cost.ts'
import { openDatabase } from './database.ts'
import { type Figure, median } from './figure.ts'
import { type Floor, openFloor } from './floor/meet-server.ts'

const times = 7
const watchMs = 12_000

type Meeting = { joins: number[]; percentPerMbit: number }

/** From the click on Join now to the first picture of the other person, and what forwarding costs. */
export async function meet(): Promise<Figure[]> {
  const browser = await launchChromium()
  const floor = await openFloor()
  const least = await floorMeeting(browser, floor)
  await floor.close()
  const database = await openDatabase()
  const house = await runHouse(database.url)
  const product = await productMeeting(browser, house)
  await browser.close()
  await house.stop()
  await database.close()
  return [
    { name: 'join', value: median(product.joins), unit: 'ms', floor: median(least.joins), aim: '≤ 1.5 ×' },
    {
      name: 'sfu',
      value: product.percentPerMbit,
      unit: '% of a core per forwarded Mbit/s',
      floor: least.percentPerMbit,
      aim: '≤ 1.1 ×',
    },
  ]
}

async function floorMeeting(browser: Browser, floor: Floor): Promise<Meeting> {
  const waiting = await openPage(await newWindow(browser), floor.url)
  await waiting.evaluate(() => window.ready)
  const first = waiting.evaluate(() => window.meet())
  const joins: number[] = []
  let newcomer = waiting
  for (let turn = 0; turn < times; turn += 1) {
    newcomer = await openPage(await newWindow(browser), floor.url)
    await newcomer.evaluate(() => window.ready)
    await newcomer.waitForTimeout(500)
    joins.push(await newcomer.evaluate(() => window.meet()))
    if (turn === 0) await first
    if (turn < times - 1) await newcomer.context().close()
  }
  const percentPerMbit = await cost([waiting, newcomer], floor.engine.pids)
  await waiting.context().close()
  await newcomer.context().close()
  return { joins, percentPerMbit }
}

async function productMeeting(browser: Browser, house: RunningHouse): Promise<Meeting> {
  const mentor = await inLobby(browser, house, 'mentor')
  await mentor.getByRole('button', { name: 'Join now' }).click()
  await mentor.getByRole('region', { name: 'Call' }).waitFor()
  const other = await mentor.evaluate(async () => (await (await fetch('/api/account')).json()).name as string)
  const joins: number[] = []
  let mentee = mentor
  for (let turn = 0; turn < times; turn += 1) {
    mentee = await inLobby(browser, house, 'mentee')
    await mentee.waitForTimeout(500)
    joins.push(await clickToPicture(mentee, other))
    if (turn < times - 1) {
      await mentee.getByRole('button', { name: 'Leave' }).click()
      await mentee.getByRole('region', { name: 'Call' }).waitFor({ state: 'detached' })
      await mentee.context().close()
    }
  }
  return { joins, percentPerMbit: await cost([mentor, mentee], house.processes) }
}

async function inLobby(browser: Browser, house: RunningHouse, who: 'mentor' | 'mentee'): Promise<Page> {
  const page = await openPage(await newWindow(browser), `${house.url}/sign-in`)
  const sessionId = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      await fetch('/api/sign-ins', { method: 'POST', headers, body: JSON.stringify(body) })
      return (await (await fetch('/api/sessions?limit=1')).json()).items[0].id as string
    },
    { email: `${who}@ithaca.example`, password },
  )
  await page.goto(`${house.url}/sessions/${sessionId}/call`)
  await page.getByRole('button', { name: 'Join now' }).waitFor()
  return page
}

/** Times inside the page, so that the driver's own delay is not counted. */
function clickToPicture(page: Page, other: string): Promise<number> {
  return page.evaluate((name) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Join now'))
    if (!button) throw new Error('No button to join.')
    return new Promise<number>((resolve) => {
      const start = performance.now()
      const look = () => {
        const video = document.querySelector<HTMLVideoElement>(`[role="group"][aria-label="${name}"] video`)
        if (!video) return void requestAnimationFrame(look)
        video.requestVideoFrameCallback(() => resolve(performance.now() - start))
      }
      button.click()
      look()
    })
  }, other)
}

/** Percent of a core that the server side uses for each Mbit/s that reaches the pages. */
async function cost(pages: readonly Page[], pids: readonly number[]): Promise<number> {
  await pages[0]?.waitForTimeout(3_000)
  const [cpu, bytes, start] = [processorSeconds(pids), await received(pages), performance.now()]
  await pages[0]?.waitForTimeout(watchMs)
  const seconds = (performance.now() - start) / 1000
  const percent = ((processorSeconds(pids) - cpu) / seconds) * 100
  const megabits = (((await received(pages)) - bytes) * 8) / 1e6 / seconds
  return percent / megabits
}

async function received(pages: readonly Page[]): Promise<number> {
  const sums = await Promise.all(
    pages.map((page) =>
      page.evaluate(async () => {
        let sum = 0
        for (const connection of (window as unknown as { connections: RTCPeerConnection[] }).connections) {
          if (connection.connectionState === 'closed') continue
          for (const [, report] of await connection.getStats())
            if (report.type === 'transport') sum += report.bytesReceived
        }
        return sum
      }),
    ),
  )
  return sums.reduce((sum, one) => sum + one, 0)
}

function newWindow(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ permissions: ['camera', 'microphone'], viewport: { width: 1280, height: 800 } })
}

/** Opens a page that remembers its peer connections, so that both pages are read by the same means. */
async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const made: RTCPeerConnection[] = []
    Object.assign(window, { connections: made })
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        made.push(this)
      }
    }
  })
  await page.goto(url)
  return page
}
