import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { shown } from './shell.ts'
import { Trouble } from './trouble.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The browser of this machine: what CHROMIUM names, else the first on the path, else playwright's own if it is there. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env
  const onPath = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
  return [...(CHROMIUM ? [CHROMIUM] : []), ...onPath, chromium.executablePath()].find(runs)
}

/** A browser for the tests: found on the machine, else installed, by Debian's packages where that is allowed. */
export async function readyChromium(say: (line: string) => void): Promise<string> {
  const found = findChromium()
  if (found) return found
  const remedy = 'Install Chromium by hand and name it: CHROMIUM=/path/to/chromium npm test.'
  if (process.getuid?.() === 0 && ['/usr/bin/apt-get', '/bin/apt-get'].some(runs)) {
    say("no Chromium here, so Debian's is installed")
    await shown('apt-get', ['update', '-q'], { remedy })
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await shown('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-core'], {
      env,
      remedy,
    })
  } else {
    say("no Chromium here, so playwright's is fetched")
    await shown('pnpm', ['--filter', '@ithaca/tooling', 'exec', 'playwright-core', 'install', 'chromium'], { remedy })
  }
  const installed = findChromium()
  if (!installed) throw new Trouble(remedy)
  return installed
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
