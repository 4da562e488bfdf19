import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { root } from './house.ts'
import { Trouble } from './trouble.ts'

type Options = { env?: NodeJS.ProcessEnv; remedy: string }

const running = new Set<ChildProcess>()

/** Runs a program in the project's root with its output shown, and fails with a remedy where it fails. */
export async function shown(command: string, args: readonly string[], { env, remedy }: Options): Promise<void> {
  const { code } = await ended(start(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }))
  if (code !== 0) throw new Trouble(`\`${command} ${args.join(' ')}\` ended with ${code}. ${remedy}`)
}

/** Runs a program in the project's root and answers what it wrote to standard output; the rest is shown. */
export async function answered(command: string, args: readonly string[], { env, remedy }: Options): Promise<string> {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  const said: Buffer[] = []
  child.stdout?.on('data', (part: Buffer) => said.push(part))
  const { code } = await ended(child)
  if (code !== 0) throw new Trouble(remedy)
  return Buffer.concat(said).toString('utf8').trim()
}

/** Ends what was started and still runs, with all that it has started itself. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const gone = ended(child)
      endGroup(child)
      await gone
    }),
  )
}

/** Each program leads a group of its own, so that a compiler that a build tool started ends with the build tool. */
function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { cwd: root, detached: process.platform !== 'win32', ...options })
  running.add(child)
  void ended(child).then(() => running.delete(child))
  return child
}

function ended(child: ChildProcess): Promise<{ code: number }> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 127 }))
    child.once('close', (status) => resolve({ code: status ?? 1 }))
  })
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') child.kill()
  else killGroup(child.pid)
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGTERM')
  } catch (error) {
    // It may have ended in this very moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
