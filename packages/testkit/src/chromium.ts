import { findChromium } from '@ithaca/tooling/chromium'
import { type Browser, chromium } from 'playwright-core'

/** A headless browser with a made-up camera and microphone, that asks nobody for leave and calls nobody at home. */
export async function launchChromium(extra: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name it in CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      // A machine with nothing but loopback has no other address to send media from.
      '--allow-loopback-in-peer-connection',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...extra,
    ],
  })
}
