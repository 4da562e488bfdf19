import { launchChromium } from '@ithaca/testkit/chromium'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { password, type RunningHouse } from '@ithaca/testkit/running-house'

/** One person at one browser. Everything a page asks for outside the house is kept in `strayed`. */
export type AtBrowser = { page: Page; context: BrowserContext; strayed: string[] }

export type Browsers = {
  open(options?: Parameters<Browser['newContext']>[0]): Promise<AtBrowser>
  close(): Promise<void>
}

/** A browser whose windows all watch that nothing leaves the house and no page meets a bug. */
export async function openBrowsers(house: RunningHouse): Promise<Browsers> {
  const browser = await launchChromium()
  return {
    async open(options = {}) {
      const context = await browser.newContext({
        baseURL: house.url,
        locale: 'en-GB',
        permissions: ['camera', 'microphone'],
        viewport: { width: 1280, height: 800 },
        ...options,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      const strayed: string[] = []
      page.on('request', (request) => {
        const url = new URL(request.url())
        const ours = ['data:', 'blob:'].includes(url.protocol) || url.host === new URL(house.url).host
        if (!ours) strayed.push(request.url())
      })
      page.on('pageerror', (error) => strayed.push(`bug: ${error.message}`))
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) strayed.push(message.text())
      })
      return { page, context, strayed }
    },
    close: () => browser.close(),
  }
}

/** Signs in by e-mail and password, as a person does. */
export async function signIn({ page }: AtBrowser, who: 'coordinator' | 'mentor' | 'mentee'): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Email' }).fill(`${who}@ithaca.example`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

/** From the first screen into the lobby of the session that is open now. */
export async function toLobby({ page }: AtBrowser): Promise<void> {
  const join = () =>
    page.getByRole('link', { name: 'Join session' }).or(page.getByRole('button', { name: 'Join session' }))
  await join().first().click()
  if (!page.url().endsWith('/call')) await join().first().click()
  await page.getByRole('button', { name: 'Join now' }).waitFor()
}

/** Through the lobby into the call. */
export async function joinCall(person: AtBrowser): Promise<Locator> {
  await toLobby(person)
  await person.page.getByRole('button', { name: 'Join now' }).click()
  const call = person.page.getByRole('region', { name: 'Call' })
  await call.waitFor()
  return call
}

/** The tile of another person, by name. */
export function tile(page: Page, name: string | RegExp): Locator {
  return page.getByRole('region', { name: 'Call' }).getByRole('group', { name })
}

/** The picture that arrives in a tile: its size, and how many frames were decoded so far. */
export async function picture(group: Locator): Promise<{ width: number; height: number; frames: number }> {
  return group.locator('video').evaluate((video: HTMLVideoElement) => ({
    width: video.videoWidth,
    height: video.videoHeight,
    frames: video.getVideoPlaybackQuality().totalVideoFrames,
  }))
}

/** The loudest sound heard from anybody else within a second, 0 to 1. The made-up microphone beeps once a second. */
export async function loudness(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const heard = [...document.querySelectorAll<HTMLMediaElement>('audio, video')].filter(
      (element) =>
        !element.muted && element.srcObject instanceof MediaStream && element.srcObject.getAudioTracks().length > 0,
    )
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    for (const { srcObject } of heard) {
      if (srcObject instanceof MediaStream) context.createMediaStreamSource(srcObject).connect(analyser)
    }
    const samples = new Float32Array(analyser.fftSize)
    const until = performance.now() + 1500
    let loudest = 0
    while (performance.now() < until) {
      analyser.getFloatTimeDomainData(samples)
      for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample))
      await new Promise(requestAnimationFrame)
    }
    await context.close()
    return loudest
  })
}
