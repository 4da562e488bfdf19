import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { notesDir } from './house.ts'
import { endAll, shown } from './shell.ts'
import { buildWeb, install, mediaWorker } from './steps/prepare.ts'
import { Trouble } from './trouble.ts'

type Counts = { passed: number; failed: number }
type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTotalTests: number }

const levels = [
  { name: 'rules and screens', projects: ['unit', 'web'] },
  { name: 'features and media', projects: ['integration'] },
  { name: 'whole house in the browser', projects: ['e2e'] },
]
const say = (line: string) => void process.stdout.write(`${line}\n`)
const began = performance.now()
const failures: string[] = []
const total: Counts = { passed: 0, failed: 0 }

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void endAll().then(() => process.exit(130)))
}

await part('libraries', install)
const worker = await part('media worker', mediaWorker)
if (worker) process.env.MEDIASOUP_WORKER_BIN = worker
const browser = await part('browser', async () => (await import('./chromium.ts')).readyChromium(say))
if (browser) process.env.CHROMIUM = browser
await part('web app', buildWeb)
await part('web app: sizes', () =>
  shown('node', ['apps/web/scripts/sizes.ts'], { remedy: 'Load what is heavy later.' }),
)
if (failures.length === 0) {
  await part('check: format, types, lint, imports, unused', () => check())
  for (const level of levels) await part(`tests: ${level.name}`, () => tests(level))
}
if (total.passed === 0) failures.push('no test ran')
say(failures.length === 0 ? `\nAll is well after ${elapsed()}.` : `\nFailed after ${elapsed()}: ${failures.join(', ')}`)
say(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = failures.length === 0 ? 0 : 1

/** Minutes and seconds since the run began. */
function elapsed(): string {
  const seconds = Math.floor((performance.now() - began) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Does one part under a heading, and goes on where it fails, so that one run tells all that is wrong. */
async function part<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  say(`\n── ${elapsed()} ── ${name}`)
  try {
    return await work()
  } catch (error) {
    failures.push(name)
    say(error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error))
    return undefined
  }
}

async function check(): Promise<void> {
  await shown('pnpm', ['run', 'check'], { remedy: 'The lines above say what to mend; `pnpm format` mends the format.' })
}

async function tests({ name, projects }: (typeof levels)[number]): Promise<void> {
  const report = join(notesDir, `tests-${projects.join('-')}.json`)
  await mkdir(notesDir, { recursive: true })
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    await shown('pnpm', ['exec', 'vitest', 'run', ...projects.map((project) => `--project=${project}`), ...reporters], {
      remedy: 'The lines above name the tests.',
    })
  } finally {
    count(JSON.parse(await readFile(report, 'utf8')) as Report, name)
  }
}

function count(report: Report, name: string): void {
  total.passed += report.numPassedTests
  total.failed += report.numFailedTests
  if (report.numTotalTests === 0) throw new Trouble(`No test of ${name} ran.`)
  if (report.numPendingTests > 0)
    throw new Trouble(
      `${report.numPendingTests} tests of ${name} were skipped; a test is mended or removed, not skipped.`,
    )
}
