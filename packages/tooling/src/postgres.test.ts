import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Postgres, startPostgres, sweepPostgres } from './postgres.ts'
import { mayReach } from './postgres/user.ts'
import { isAlive } from './processes.ts'
import { scratchFolder } from './scratch.ts'

const running: Postgres[] = []
const children: ChildProcess[] = []
let folder: string

beforeEach(async () => {
  folder = await scratchFolder('ithaca-postgres-')
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const postgres of running.splice(0)) await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

test('an empty folder becomes a database on loopback alone, and keeps what is written over a restart', async () => {
  const first = await start()
  expect(await ask(first.url, "select current_setting('listen_addresses') as said")).toBe('127.0.0.1')
  expect(await ask(first.url, "select current_setting('fsync') as said")).toBe('on')
  await ask(first.url, "create table words as select 'kept' as said")
  await first.stop()
  await first.stop()
  const second = await start()
  expect(await ask(second.url, 'select said from words')).toBe('kept')
})

test('a throw-away cluster does not wait for the disk', async () => {
  const postgres = await start({ durable: false })
  expect(await ask(postgres.url, "select current_setting('fsync') as said")).toBe('off')
})

test('a folder in use is refused with its user named', async () => {
  await start()
  await expect(start()).rejects.toThrow(`is in use by process ${process.pid}`)
})

test('after its starter was killed, the cluster left running is stopped and its data is there', async () => {
  const { child, url } = await startElsewhere()
  await ask(url, "create table words as select 'kept' as said")
  const left = Number((await readFile(join(data(), 'postmaster.pid'), 'utf8')).split('\n')[0])
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await isAlive(left)).toBe(true)

  const again = await start()

  expect(await isAlive(left)).toBe(false)
  expect(await ask(again.url, 'select said from words')).toBe('kept')
})

test('what a killed run left is swept away, and what lives is left alone', async () => {
  const { child } = await startElsewhere()
  const left = Number((await readFile(join(data(), 'postmaster.pid'), 'utf8')).split('\n')[0])
  expect(await sweepPostgres(data())).toBe(false)
  expect(await isAlive(left)).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await sweepPostgres(data())).toBe(true)
  expect(await isAlive(left)).toBe(false)
})

test("a note of a crash whose number now belongs to a stranger's process leaves that process alone", async () => {
  const postgres = await start()
  await postgres.stop()
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  children.push(stranger)
  await once(stranger, 'spawn')
  await writeFile(join(data(), 'postmaster.pid'), `${stranger.pid}\n${data()}\n`)

  const again = await start()

  expect(await ask(again.url, "select 'up' as said")).toBe('up')
  expect(await isAlive(stranger.pid ?? 0)).toBe(true)
})

test('data of another version of Postgres is refused, not touched', async () => {
  const postgres = await start()
  await postgres.stop()
  await writeFile(join(data(), 'PG_VERSION'), '9\n')
  await expect(start()).rejects.toThrow('was made by Postgres 9, and this is 18')
})

test('a folder that the account of Postgres may not enter is known before it is tried', async () => {
  const stranger = { uid: 61_234, gid: 61_234 }
  expect(await mayReach(data(), stranger)).toBe(true)
  await chmod(folder, 0o700)
  expect(await mayReach(data(), stranger)).toBe(false)
  expect(await mayReach(data(), undefined)).toBe(true)
})

function data(): string {
  return join(folder, 'postgres')
}

async function start({ durable = true } = {}): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir: data(), durable })
  running.push(postgres)
  return postgres
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows[0]?.said
  } finally {
    await client.end()
  }
}

/** Starts the cluster in a process of its own, which can then be killed as a machine or a person might. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const module = new URL('./postgres.ts', import.meta.url).href
  const code = `
    const { startPostgres } = await import(${JSON.stringify(module)})
    const { url } = await startPostgres({ dataDir: ${JSON.stringify(data())}, durable: true })
    process.stdout.write(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [url] = await once(child.stdout, 'data')
  return { child, url: String(url) }
}
