import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Env } from './place.ts'

export type Say = (line: string) => void
type Options = { cwd?: string; env?: Env; signal?: AbortSignal; hear?: Say }

/** What a shell answers for a program that can't be started; ours is then the same as for one that isn't there. */
const notFound = 127

/** Runs a program to its end, without a shell, and answers its exit code; each line it prints goes to `hear`. */
export async function run(program: string, args: string[], options: Options = {}): Promise<number> {
  const { hear, ...rest } = options
  const child = spawn(program, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => hear?.(line))
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(notFound))
    child.once('close', (code) => resolve(code ?? notFound))
  })
}
