/** Prints what each page loads at first, and fails where a page has outgrown its budget: `node apps/web/scripts/sizes.ts`, after a build. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; imports?: string[]; css?: string[] }

const dist = join(import.meta.dirname, '../dist')
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

const front = ['index.html', 'src/i18n/en.front.ts']
const inside = [...front, 'src/i18n/en.ts', 'src/app.tsx']
const house = [...inside, 'src/shell/Frame.tsx']
const feature = (page: string) => `src/features/${page}.tsx`
/** Loaded by the lobby, on purpose after its first picture. */
const media = Object.keys(manifest).filter((name) => name.includes('mediasoup-client'))
const live = Object.keys(manifest).filter((name) => name.includes('socket.io-client'))

const pages: Record<string, string[]> = {
  '/sign-in': [...front, feature('accounts/SignInPage')],
  '/': [...house, ...live, feature('home/HomePage')],
  '/sessions/:id': [...house, ...live, feature('sessions/SessionPage')],
  '/sessions/:id/call': [...inside, ...live, ...media, feature('call/CallPage'), feature('chat/door')],
  '/conversations/:id': [...house, ...live, feature('chat/ConversationPage')],
  '/programs/:id/attendance': [...house, ...live, feature('attendance/AttendancePage')],
}

/** Kilobytes of compressed script that a page may need, as ARCHITECTURE.md promises. */
const budgets: Record<string, number> = { '/sign-in': 120, '/sessions/:id/call': 260 }

/** The files that must be there before these modules run, each once. */
function filesOf(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name]
    if (!chunk || found.has(chunk.file)) continue
    found.add(chunk.file)
    for (const sheet of chunk.css ?? []) found.add(sheet)
    filesOf(chunk.imports ?? [], found)
  }
  return found
}

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1000
}

function say(size: number): string {
  return `${size.toFixed(1)} kB`
}

for (const [path, names] of Object.entries(pages)) {
  const files = [...filesOf(names)]
  const scripts = files.filter((file) => file.endsWith('.js'))
  const sheets = files.filter((file) => file.endsWith('.css'))
  if (process.argv.includes('--files'))
    for (const file of files) process.stdout.write(`    ${say(kilobytes([file]))} ${file}\n`)
  process.stdout.write(
    `${path}: ${say(kilobytes(scripts))} script in ${scripts.length} files, ${say(kilobytes(sheets))} style\n`,
  )
  if (kilobytes(scripts) > (budgets[path] ?? Number.POSITIVE_INFINITY)) process.exitCode = 1
}
