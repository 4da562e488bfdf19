import { spawn } from 'node:child_process'
import { root } from './house.ts'
import { Trouble } from './trouble.ts'

type Options = { env?: NodeJS.ProcessEnv; remedy: string }

/** Runs a program in the project's root with its output shown, and fails with a remedy where it fails. */
export async function shown(command: string, args: readonly string[], { env, remedy }: Options): Promise<void> {
  const code = await new Promise<number>((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', () => resolve(127))
    child.once('exit', (status) => resolve(status ?? 1))
  })
  if (code !== 0) throw new Trouble(`\`${command} ${args.join(' ')}\` ended with ${code}. ${remedy}`)
}
