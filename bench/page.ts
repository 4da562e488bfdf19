import { gzipSync } from 'node:zlib'
import { launchChromium } from '@ithaca/testkit/chromium'
import { password, type RunningHouse, runHouse } from '@ithaca/testkit/running-house'
import type { Browser } from 'playwright-core'
import { openDatabase } from './database.ts'
import type { Figure } from './figure.ts'
import { openFloor } from './floor/meet-server.ts'

type Weight = { kib: number; requests: number }

/** What the network carries before a person can sign in, and before a person is in the call. The floor: the bare page. */
export async function page(): Promise<Figure[]> {
  const floor = await openFloor()
  const floorKib = gzipSync(floor.scriptBytes).length / 1024
  await floor.close()
  const database = await openDatabase()
  const house = await runHouse(database.url)
  const browser = await launchChromium()
  const signIn = await weigh(browser, house, async () => '/sign-in')
  const call = await weigh(browser, house, async (ask) => `/sessions/${await ask()}/call`)
  await browser.close()
  await house.stop()
  await database.close()
  return [
    { name: 'page sign-in', value: signIn.kib, unit: 'KiB of JS and CSS', floor: floorKib, aim: '≤ 120 kB of JS' },
    { name: 'page sign-in requests', value: signIn.requests, unit: 'requests' },
    { name: 'page call', value: call.kib, unit: 'KiB of JS and CSS', floor: floorKib, aim: '≤ 260 kB of JS' },
    { name: 'page call requests', value: call.requests, unit: 'requests' },
  ]
}

type Ask = () => Promise<string>

async function weigh(browser: Browser, house: RunningHouse, address: (ask: Ask) => Promise<string>): Promise<Weight> {
  const context = await browser.newContext({ baseURL: house.url, permissions: ['camera', 'microphone'] })
  const ask: Ask = async () => {
    const data = { email: 'mentee@ithaca.example', password }
    await context.request.post('/api/sign-ins', { data })
    return (await (await context.request.get('/api/sessions?limit=1')).json()).items[0].id
  }
  const path = await address(ask)
  const tab = await context.newPage()
  const network = await context.newCDPSession(tab)
  await network.send('Network.enable')
  const kinds = new Map<string, string>()
  let bytes = 0
  let requests = 0
  network.on('Network.responseReceived', ({ requestId, type }) => {
    kinds.set(requestId, type)
    requests += 1
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (['Script', 'Stylesheet'].includes(kinds.get(requestId) ?? '')) bytes += encodedDataLength
  })
  await tab.goto(path)
  if (path.endsWith('/call')) {
    await tab.getByRole('button', { name: 'Join now' }).click()
    await tab.getByRole('region', { name: 'Call' }).waitFor()
  }
  await tab.waitForLoadState('networkidle')
  await context.close()
  return { kib: bytes / 1024, requests }
}
