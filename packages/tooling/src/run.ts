import { spawn, type SpawnOptions } from 'node:child_process'

export type Ran = { code: number; output: string }

/** Runs a program to its end and keeps what it printed. A program that can't be started is code 127. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => said.push(part))
    child.stderr?.on('data', (part: Buffer) => said.push(part))
    const output = () => Buffer.concat(said).toString('utf8').trim()
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    // `exit`, not `close`: a daemon that the program leaves behind may hold its output open for ever.
    child.once('exit', (code) => setImmediate(() => resolve({ code: code ?? 1, output: output() })))
  })
}
