import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { attendance } from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import { expect, inject, onTestFinished, test } from 'vitest'
import { aSession } from '../../../test/a-session.ts'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import { aSeat, type Seat } from '../../../test/presence.ts'
import { sweep } from './jobs.ts'

/** A server that does nothing but keep a seat present, ten times a second, and says so after each commit. */
const beating = `
  import { createDb } from '@ithaca/db'
  import { Pool } from 'pg'
  import { beat } from './src/features/attendance/access.ts'
  const [url, seat] = process.argv.slice(1)
  const db = createDb(new Pool({ connectionString: url }), () => {})
  setInterval(async () => {
    const at = new Date()
    await db.transaction((tx) => beat(tx, [JSON.parse(seat)], at))
    console.log(at.toISOString())
  }, 100)
`

test('a server killed in the middle of a call leaves presence up to its last beat, and not one moment more', async () => {
  const house = await aHouse()
  const { sessionId, mentor } = await aSession(house)
  const { heard, deadAt } = await beatAndDie(house, aSeat(sessionId, mentor))
  const [first, last] = [heard[0] ?? '', heard.at(-1) ?? '']

  house.clock.set(new Date(Date.parse(last) + 60_000).toISOString())
  await sweep(house.house.parts)
  const { ok } = await house.ask(mentor, attendance.ofSession, { params: { sessionId } })
  expect(ok.intervals).toMatchObject([{ startedAt: first, endedAt: expect.any(String) }])
  const ended = Date.parse(ok.intervals[0]?.endedAt ?? '')
  // One more beat may have been committed that nobody heard of.
  expect(ended).toBeGreaterThanOrEqual(Date.parse(last))
  expect(ended).toBeLessThanOrEqual(deadAt)
})

/** Runs the beating server until it was heard five times, and kills it without a warning. */
async function beatAndDie({ db }: TestHouse, seat: Seat): Promise<{ heard: string[]; deadAt: number }> {
  const url = new URL(inject('clusterUrl'))
  const named = await db.transaction((tx) => tx.execute<{ name: string }>(sql`select current_database() as name`))
  url.pathname = `/${named.rows[0]?.name}`
  const cwd = fileURLToPath(new URL('../../../', import.meta.url))
  const given = ['--input-type=module', '--eval', beating, url.href, JSON.stringify(seat)]
  const child = spawn(process.execPath, given, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const heard: string[] = []
  for await (const line of createInterface({ input: child.stdout })) if (heard.push(line) === 5) break
  child.kill('SIGKILL')
  await once(child, 'exit')
  return { heard, deadAt: Date.now() }
}
