import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAlive } from './processes.ts'
import { answered, endAll, shown } from './shell.ts'

const remedy = 'Do something else.'
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ithaca-shell-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('a program that fails, or is missing, is told with the remedy', async () => {
  await expect(shown(process.execPath, ['-e', 'process.exit(3)'], { remedy })).rejects.toThrow(
    `ended with 3. ${remedy}`,
  )
  await expect(shown('ithaca-no-such-program', [], { remedy })).rejects.toThrow(`ended with 127. ${remedy}`)
  await expect(answered(process.execPath, ['-e', 'process.exit(3)'], { remedy })).rejects.toThrow(remedy)
})

test('an answer is what was written to standard output', async () => {
  expect(await answered(process.execPath, ['-e', 'console.log("here")'], { remedy })).toBe('here')
})

test('ending all ends what a program has started itself', async () => {
  const note = join(folder, 'grandchild')
  const grandchild = `require('fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1000)`
  const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]); setInterval(() => {}, 1000)`
  const work = expect(answered(process.execPath, ['-e', child], { remedy })).rejects.toThrow(remedy)
  const pid = Number(await vi.waitFor(async () => (await readFile(note, 'utf8')) || Promise.reject(new Error('empty'))))
  expect(await isAlive(pid)).toBe(true)
  await endAll()
  await work
  await vi.waitFor(async () => expect(await isAlive(pid)).toBe(false))
})
