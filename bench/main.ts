import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { readyMediaWorker } from '@ithaca/media-worker'
import { attendance } from './attendance.ts'
import { chat } from './chat.ts'
import { type Figure, line } from './figure.ts'
import { meet } from './meet.ts'
import { page } from './page.ts'
import { start } from './start.ts'

const benches = { page, chat, attendance, meet, start } satisfies Record<string, () => Promise<Figure[]>>
const say = (text: string) => void process.stdout.write(`${text}\n`)
const asked = process.argv.slice(2)
const chosen = Object.entries(benches).filter(([name]) => asked.length === 0 || asked.includes(name))

process.env.MEDIASOUP_WORKER_BIN = await readyMediaWorker((text) => say(text))
const figures: Figure[] = []
for (const [name, measure] of chosen) {
  say(`── ${name}`)
  for (const figure of await measure()) {
    figures.push(figure)
    say(line(figure))
  }
}
const machine = {
  cores: cpus().length,
  model: cpus()[0]?.model,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
}
if (asked.length === 0) {
  await writeFile(join(import.meta.dirname, 'results.json'), `${JSON.stringify({ machine, figures }, null, 2)}\n`)
}
