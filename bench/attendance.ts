import { createDb } from '@ithaca/db'
import { defaultRule } from '@ithaca/domain/attendance-facts'
import { runHouse } from '@ithaca/testkit/running-house'
import { Client, Pool } from 'pg'
import { makeProgram, type TestProgram } from '../apps/server/test/people.ts'
import { openDatabase } from './database.ts'
import { type Figure, percentile } from './figure.ts'

const sizes = [10_000, 100_000]
const asks = 200

/** A coordinator's table over a long history, and over one ten times as long. The floor is its rows by one bare query. */
export async function attendance(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const database = await openDatabase()
    const program = await fill(database.url, size)
    const house = await runHouse(database.url)
    const views = ['', 'outcome=held', 'sort=longest', 'from=2024-02-01&to=2024-03-01', 'sort=earliest&outcome=partial']
    const times: number[] = []
    for (let turn = 0; turn < asks; turn += 1) {
      times.push(
        await page(`${house.url}/api/programs/${program.programId}/attendance?${views[turn % views.length]}`, program),
      )
    }
    const floor = await bare(database.url, program.programId)
    await house.stop()
    await database.close()
    const name = `attendance p95 over ${size.toLocaleString('en')} sessions`
    figures.push({ name, value: percentile(times, 0.95), unit: 'ms', floor: percentile(floor, 0.95), aim: '< 50 ms' })
  }
  const [small, large] = figures
  if (small && large) {
    figures.push({
      name: 'attendance growth over ten times the history',
      value: large.value / small.value,
      unit: '×',
      aim: '1 ×',
    })
  }
  return figures
}

async function fill(url: string, size: number): Promise<TestProgram> {
  const pool = new Pool({ connectionString: url })
  const program = await createDb(pool, () => {}).transaction((tx) =>
    makeProgram(tx, { mentor: 'ada', mentee: 'bo', coordinator: 'cleo' }),
  )
  const { ada, bo } = program.people
  const pair = [program.matchId, program.programId, ada?.id, bo?.id]
  const at = `timestamptz '2024-01-01' + g * interval '5 minutes'`
  await pool.query(
    `insert into sessions (id, match_id, program_id, topic, starts_at, ends_at, zone, rule, planned_by_id, planned_at)
     select gen_random_uuid(), $1, $2, 'A topic', ${at}, ${at} + interval '30 minutes', 'UTC', $4, $3, ${at}
     from generate_series(1, ${size}) g`,
    [program.matchId, program.programId, ada?.id, defaultRule],
  )
  await pool.query(
    `insert into intervals (id, session_id, account_id, seat_id, started_at, last_seen_at, ended_at)
     select gen_random_uuid(), s.id, case when k < 2 then $1::uuid else $2::uuid end, gen_random_uuid(),
       s.starts_at + (k % 2) * interval '15 minutes', s.starts_at + (k % 2) * interval '15 minutes' + interval '14 minutes',
       s.starts_at + (k % 2) * interval '15 minutes' + interval '14 minutes'
     from sessions s, generate_series(0, 3) k`,
    pair.slice(2),
  )
  await pool.query(
    `insert into ledger (session_id, program_id, match_id, topic, starts_at, ends_at, mentors, mentees, outcome, final, corrected, dyad_ms)
     select id, program_id, match_id, topic, starts_at, ends_at, '{ada}', '{bo}',
       (array['held', 'held', 'held', 'partial', 'noShowMentee', 'technicalFailure'])[1 + (random() * 5)::int], true, false,
       (random() * 1800000)::bigint
     from sessions`,
  )
  await pool.query('vacuum analyze')
  await pool.end()
  return program
}

async function page(url: string, { people }: TestProgram): Promise<number> {
  const start = performance.now()
  const response = await fetch(url, { headers: { cookie: people.cleo?.cookie ?? '' } })
  const { items } = (await response.json()) as { items: unknown[] }
  if (items.length === 0) throw new Error(`No rows at ${url}`)
  return performance.now() - start
}

async function bare(url: string, programId: string): Promise<number[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const times: number[] = []
  for (let turn = 0; turn < asks; turn += 1) {
    const start = performance.now()
    await client.query('select * from ledger where program_id = $1 order by starts_at desc, session_id desc limit 50', [
      programId,
    ])
    times.push(performance.now() - start)
  }
  await client.end()
  return times
}
