import { run, type Say } from './run.ts'

/** A Debian package that the build needs, and how to see that what it brings is there, wherever it came from. */
type Need = { debian: string; shownBy: [program: string, ...args: string[]] }
type Means = { root: boolean; apt: boolean }
type Remedy = { install: string[] } | { refuse: string }

const needs: Need[] = [
  { debian: 'cmake', shownBy: ['cmake', '--version'] },
  { debian: 'ninja-build', shownBy: ['ninja', '--version'] },
  { debian: 'pkg-config', shownBy: ['pkg-config', '--version'] },
  { debian: 'g++', shownBy: ['c++', '--version'] },
  { debian: 'flatbuffers-compiler', shownBy: ['flatc', '--version'] },
  { debian: 'libflatbuffers-dev', shownBy: ['pkg-config', '--exists', 'flatbuffers'] },
  { debian: 'libssl-dev', shownBy: ['pkg-config', '--exists', 'openssl >= 3'] },
  { debian: 'libuv1-dev', shownBy: ['pkg-config', '--exists', 'libuv'] },
  { debian: 'libsrtp2-dev', shownBy: ['pkg-config', '--exists', 'libsrtp2'] },
  { debian: 'libabsl-dev', shownBy: ['pkg-config', '--exists', 'absl_flat_hash_map'] },
]

const install = ['install', '-y', '--no-install-recommends']

/** Sees to the compiler and the libraries: installs them where it may, else refuses with the command to run. */
export async function readyTools(say: Say): Promise<void> {
  const missing = await missingPackages()
  if (missing.length === 0) return
  const remedy = remedyFor(missing, { root: process.getuid?.() === 0, apt: await works('apt-get', '--version') })
  if ('refuse' in remedy) throw new Error(remedy.refuse)
  say(`media worker: installing with apt-get: ${missing.join(' ')}`)
  const said: string[] = []
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    hear: (line: string) => said.push(line),
  }
  // An old list may do as well, so only the installation itself may fail.
  await run('apt-get', ['update'], options)
  const code = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...remedy.install], options)
  if (code !== 0) throw new Error(`apt-get could not install ${missing.join(' ')}:\n${said.slice(-5).join('\n')}`)
}

export function remedyFor(missing: string[], { root, apt }: Means): Remedy {
  const packages = missing.join(' ')
  if (apt && root) return { install: [...install, ...missing] }
  const wanted = apt ? `run: sudo apt-get ${install.join(' ')} ${packages}` : `install what Debian calls ${packages}`
  return { refuse: `To build the media worker, ${wanted}` }
}

async function missingPackages(): Promise<string[]> {
  const seen = await Promise.all(needs.map(({ shownBy }) => works(...shownBy)))
  return needs.filter((_, index) => !seen[index]).map(({ debian }) => debian)
}

async function works(program: string, ...args: string[]): Promise<boolean> {
  return (await run(program, args)) === 0
}
