import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { binaryName, mediasoupFolder } from './place.ts'
import { run, type Say } from './run.ts'

/** The compiler's last word, and the file with all of them. */
export class BuildFailed extends Error {
  readonly log: string
  constructor(message: string, log: string) {
    super(message)
    this.log = log
  }
}

const sayEveryMs = 5_000
const linesShown = 12

/** Compiles the worker in this folder from the sources inside mediasoup's package, and answers the path of the binary. */
export async function buildWorker(folder: string, say: Say): Promise<string> {
  const lines: string[] = []
  const progress = sayProgress(say)
  const hear = (line: string): void => {
    lines.push(line)
    progress(line)
  }
  say('media worker: building it from source, this takes some minutes, once')
  const source = join(mediasoupFolder(), 'worker')
  const configure = [
    '-G',
    'Ninja',
    '-S',
    import.meta.dirname,
    '-B',
    folder,
    '-DCMAKE_BUILD_TYPE=Release',
    `-DMEDIASOUP_WORKER=${source}`,
  ]
  const env = { ...process.env, NINJA_STATUS: '[%f/%t] ' }
  const code = (await run('cmake', configure, { hear })) || (await run('ninja', ['-C', folder], { hear, env }))
  if (code === 0) return join(folder, binaryName(process.platform))
  const log = join(folder, 'build.log')
  await writeFile(log, lines.join('\n'))
  throw new BuildFailed(failuresIn(lines).join('\n'), log)
}

/** Ninja begins each line with how many steps are done; the first, the last and one now and then are enough to hear. */
export function sayProgress(say: Say, now = () => Date.now()): Say {
  let saidAt = -Infinity
  return (line) => {
    const [, done, all] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? []
    if (done === undefined || (done !== all && now() - saidAt < sayEveryMs)) return
    saidAt = now()
    say(`media worker: building ${done}/${all}`)
  }
}

/** The lines that name a missing symbol or header; where there is none, as when CMake refuses, the last ones. */
export function failuresIn(lines: string[]): string[] {
  const failures = lines.filter((line) => /\berror: |undefined reference to|cannot find -l/.test(line))
  return failures.length > 0 ? failures.slice(0, linesShown) : lines.slice(-linesShown)
}
