import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { failuresIn, sayProgress } from './build.ts'
import { cacheFolder, moveIn, placeFor, thisMachine, withScratch } from './place.ts'
import { reasonOf, scriptEnv } from './prebuilt.ts'
import { readyMediaWorker } from './ready.ts'
import { remedyFor } from './tools.ts'

let cache: string

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'media-worker-test-'))
  vi.stubEnv('ITHACA_CACHE', cache)
  vi.stubEnv('MEDIASOUP_WORKER_BIN', '')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(cache, { recursive: true, force: true })
})

describe('which worker is taken', () => {
  test('the given one, before the one kept', async () => {
    const given = await aProgram('given', 'exit 1')
    await aKeptWorker()
    vi.stubEnv('MEDIASOUP_WORKER_BIN', given)
    const said: string[] = []
    expect(await readyMediaWorker((line) => said.push(line))).toBe(given)
    expect(said).toEqual([`media worker: ${given}, as MEDIASOUP_WORKER_BIN says`])
  })

  test('the one kept, where none is given', async () => {
    const kept = await aKeptWorker()
    const said: string[] = []
    expect(await readyMediaWorker((line) => said.push(line))).toBe(kept)
    expect(said).toEqual([`media worker: ${kept}`])
  })

  test.each(['missing', 'not-a-program', '.'])('none, when what is given is no program: %s', async (name) => {
    await writeFile(join(cache, 'not-a-program'), '')
    await aKeptWorker()
    vi.stubEnv('MEDIASOUP_WORKER_BIN', join(cache, name))
    await expect(readyMediaWorker(() => undefined)).rejects.toThrow(/^MEDIASOUP_WORKER_BIN says .*, and no program/)
  })
})

describe('where a worker is kept', () => {
  test.each([
    [{ ITHACA_CACHE: '/somewhere', XDG_CACHE_HOME: '/xdg' }, '/somewhere'],
    [{ XDG_CACHE_HOME: '/xdg' }, '/xdg/ithaca'],
    [{ ITHACA_CACHE: '', XDG_CACHE_HOME: '' }, '/home/bo/.cache/ithaca'],
    [{}, '/home/bo/.cache/ithaca'],
  ])('%j leads to %s', (env, folder) => {
    expect(cacheFolder(env, '/home/bo')).toBe(folder)
  })

  test('by version, platform and processor', () => {
    const machine = { version: '3.27.1', platform: 'linux', arch: 'x64' }
    expect(placeFor(machine, '/cache').binary).toBe('/cache/media-worker/3.27.1-linux-x64/mediasoup-worker')
  })

  test('a build replaces it whole and leaves nothing beside it', async () => {
    const place = placeFor(thisMachine, cache)
    await aKeptWorker()
    let scratch = ''
    const target = await withScratch(place, async (folder) => {
      scratch = folder
      await writeFile(join(folder, 'mediasoup-worker'), 'new')
      return moveIn(place, join(folder, 'mediasoup-worker'), 'mediasoup-worker')
    })
    expect(target).toBe(place.binary)
    await expect(writeFile(join(scratch, 'late'), '')).rejects.toThrow('ENOENT')
  })
})

describe('what is said', () => {
  test('of missing packages: installed by root, named to anyone else', () => {
    const missing = ['cmake', 'libuv1-dev']
    expect(remedyFor(missing, { root: true, apt: true })).toEqual({
      install: ['install', '-y', '--no-install-recommends', 'cmake', 'libuv1-dev'],
    })
    expect(remedyFor(missing, { root: false, apt: true })).toEqual({
      refuse: 'To build the media worker, run: sudo apt-get install -y --no-install-recommends cmake libuv1-dev',
    })
    expect(remedyFor(missing, { root: true, apt: false })).toEqual({
      refuse: 'To build the media worker, install what Debian calls cmake libuv1-dev',
    })
  })

  test('of the progress, every five seconds and at the end', () => {
    const said: string[] = []
    let now = 0
    const hear = sayProgress(
      (line) => said.push(line),
      () => now,
    )
    for (const [at, line] of [
      [0, '[1/4] a'],
      [1_000, '[2/4] b'],
      [1_500, 'a warning'],
      [6_000, '[3/4] c'],
      [7_000, '[4/4] d'],
    ] as const) {
      now = at
      hear(line)
    }
    expect(said).toEqual(['media worker: building 1/4', 'media worker: building 3/4', 'media worker: building 4/4'])
  })

  test('of a failure: the symbols that are missing, or else the last lines', () => {
    const missing = "Worker.cpp:3:7: error: 'uv_thing' was not declared in this scope"
    const unlinked = "Worker.cpp:(.text+0x1): undefined reference to `srtp_thing'"
    expect(failuresIn(['[1/2] Worker.cpp', missing, '  | uv_thing()', unlinked, 'ninja: stopped'])).toEqual([
      missing,
      unlinked,
    ])
    expect(failuresIn(['CMake Error at CMakeLists.txt:3', 'Give a folder'])).toEqual([
      'CMake Error at CMakeLists.txt:3',
      'Give a folder',
    ])
  })

  test('of a prebuilt that is not to be had', () => {
    const failed =
      '[ERROR] downloadPrebuiltWorker() | failed to download mediasoup-worker prebuilt binary: FetchError: request to x failed, reason: getaddrinfo ENOTFOUND x'
    expect(reasonOf([failed], false)).toBe('getaddrinfo ENOTFOUND x')
    expect(reasonOf([failed], true)).toBe('no answer in time')
    expect(reasonOf(['SyntaxError'], false)).toBe('its script failed')
  })
})

test('mediasoup may download, and can neither build by itself nor be kept from downloading', () => {
  const env = scriptEnv({ PATH: '/bin', PYTHON: 'python3', MEDIASOUP_WORKER_BIN: '/x', MEDIASOUP_LOCAL_DEV: '1' })
  expect(env).toEqual({ PATH: '/bin', PYTHON: process.execPath, MEDIASOUP_FORCE_WORKER_PREBUILT_DOWNLOAD: 'true' })
})

async function aKeptWorker(): Promise<string> {
  const place = placeFor(thisMachine, cache)
  const file = await aProgram('mediasoup-worker', 'exit 41')
  return moveIn(place, file, 'mediasoup-worker')
}

async function aProgram(name: string, script: string): Promise<string> {
  const path = join(cache, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}
