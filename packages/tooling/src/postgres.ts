import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { freePort } from './free-port.ts'
import { disown, livingOwner, own } from './owner.ts'
import { findPlaces, type Places } from './postgres/places.ts'
import { databaseUser, type User } from './postgres/user.ts'
import { commandOf } from './processes.ts'
import { run } from './run.ts'
import { Trouble } from './trouble.ts'

const role = 'ithaca'
const patienceSeconds = 60
const noteName = 'ithaca.password'

export type PostgresOptions = {
  dataDir: string
  /** A free one where nothing is said. */
  port?: number
  /** False gives up safety against power loss for speed, as tests want it. */
  durable: boolean
  say?: (line: string) => void
}

export type Postgres = { url: string; dataDir: string; stop(): Promise<void> }

type Cluster = Places & { user: User | undefined }

/**
 * Starts the embedded Postgres on a folder, which is made when missing, with an empty database in it.
 * What a crashed run left running on that folder is stopped first; one that is in use is refused.
 */
export async function startPostgres({ dataDir, port, durable, say = () => {} }: PostgresOptions): Promise<Postgres> {
  const user = await databaseUser()
  const cluster: Cluster = { ...(await findPlaces(dataDir, user, say)), user }
  const note = `${cluster.data}.owner`
  await mkdir(dirname(cluster.data), { recursive: true })
  await own(note, cluster.data)
  try {
    await stopLeftover(cluster)
    const password = await initialise(cluster)
    const chosen = await launch(cluster, { port, durable })
    const url = `postgres://${role}:${password}@127.0.0.1:${chosen}/${role}`
    await createDatabase(url)
    return { url, dataDir: cluster.data, stop: stopper(cluster, note) }
  } catch (error) {
    await stopLeftover(cluster)
    await disown(note)
    throw error
  }
}

/** Stops what a killed run left on a data folder. False where somebody living still uses the folder. */
export async function sweepPostgres(dataDir: string): Promise<boolean> {
  if (!existsSync(`${dataDir}.owner`) || (await livingOwner(`${dataDir}.owner`))) return false
  await stopLeftover({ ...(await findPlaces(dataDir, await databaseUser(), () => {})), user: await databaseUser() })
  return true
}

function stopper(cluster: Cluster, note: string): () => Promise<void> {
  let stopping: Promise<void> | undefined
  return () => {
    stopping ??= stopLeftover(cluster).then(() => disown(note))
    return stopping
  }
}

async function initialise(cluster: Cluster): Promise<string> {
  const made = await readFile(join(cluster.data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (made === undefined) await initialiseAnew(cluster)
  else await checkVersion(cluster, made.trim())
  return (await readFile(join(cluster.data, noteName), 'utf8')).trim()
}

/** Made under another name and then renamed, so that a crash in between never leaves half a cluster. */
async function initialiseAnew(cluster: Cluster): Promise<void> {
  const half = `${cluster.data}.new`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  const password = `${half}.password`
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (cluster.user) {
    await chown(half, cluster.user.uid, cluster.user.gid)
    await chown(password, cluster.user.uid, cluster.user.gid)
  }
  // The built-in locale is the same on every machine; the system's may change under an index.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = ['--auth=scram-sha-256', `--username=${role}`, `--pwfile=${password}`]
  const ran = await runAs(cluster, 'initdb', [`--pgdata=${half}`, ...locale, ...access])
  if (ran.code !== 0) {
    await rm(password, { force: true })
    throw new Trouble(`The database could not be made in ${cluster.data}: ${lastLine(ran.output)}`)
  }
  await rename(password, join(half, noteName))
  await rename(half, cluster.data)
}

async function checkVersion(cluster: Cluster, made: string): Promise<void> {
  const ran = await runAs(cluster, 'postgres', ['--version'])
  const ours = /\b(\d+)(\.\d+|\w+)*\b/.exec(ran.output)?.[1]
  if (ran.code !== 0) throw new Trouble(`Postgres doesn't run here: ${lastLine(ran.output)}`)
  if (ours !== made) {
    throw new Trouble(
      `${cluster.data} was made by Postgres ${made}, and this is ${ours}: move the folder away, or set DATABASE_URL.`,
    )
  }
}

async function launch(cluster: Cluster, wish: { port: number | undefined; durable: boolean }): Promise<number> {
  const log = join(cluster.data, 'server.log')
  await rm(log, { force: true })
  for (let attempt = 1; ; attempt += 1) {
    // Another process may take a free port before Postgres does, so a port of our choice is chosen again.
    const port = wish.port ?? (await freePort())
    const options = settings(port, wish.durable).map((setting) => `-c ${setting}`)
    const args = [
      'start',
      '-w',
      '-s',
      '-t',
      String(patienceSeconds),
      '-D',
      cluster.data,
      '-l',
      log,
      '-o',
      options.join(' '),
    ]
    if ((await runAs(cluster, 'pg_ctl', args)).code === 0) return port
    if (attempt === 3) throw new Trouble(`The database in ${cluster.data} doesn't start: ${await complaint(log)}`)
  }
}

function settings(port: number, durable: boolean): string[] {
  const common = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    "unix_socket_directories=''",
    'timezone=UTC',
    'max_connections=200',
  ]
  return durable ? common : [...common, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']
}

async function complaint(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n')
  return lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? lastLine(lines.join('\n'))
}

async function stopLeftover(cluster: Cluster): Promise<void> {
  const note = join(cluster.data, 'postmaster.pid')
  const text = await readFile(note, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const command = await commandOf(Number(text.split('\n')[0]))
  // The id may meanwhile belong to a stranger's process, which must not be stopped.
  if (!command.includes('postgres') || !command.includes(cluster.data)) return rm(note, { force: true })
  const stop = ['stop', '-w', '-s', '-m', 'fast', '-t', String(patienceSeconds), '-D', cluster.data]
  const ran = await runAs(cluster, 'pg_ctl', stop)
  if (ran.code !== 0 && (await stat(note).catch(() => undefined))) {
    throw new Trouble(`The database in ${cluster.data} doesn't stop: ${lastLine(ran.output)}`)
  }
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const client = new Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [role])
    if (found.rowCount === 0) await client.query(`create database ${role}`)
  } finally {
    await client.end()
  }
}

async function runAs(cluster: Cluster, program: string, args: string[]) {
  const path = join(cluster.bin, program)
  // The programs may have lost their right to run on the way through a package archive.
  if (((await stat(path).catch(() => undefined))?.mode ?? 0o111) % 2 === 0) await chmod(path, 0o755)
  // Neither PGDATA nor a locale of the person who starts it may change what it does; `/` is a folder that any account may stand in.
  return run(path, args, { ...cluster.user, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' } })
}

function lastLine(output: string): string {
  return output.split('\n').findLast((line) => line.trim() !== '') ?? 'it says nothing'
}
