import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readySecrets } from './secrets.ts'

let file: string

beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'ithaca-secrets-')), 'data', 'secrets.json')
})

afterEach(() => rm(join(file, '../..'), { recursive: true, force: true }))

test('secrets are made once, kept, and read by their owner alone', async () => {
  const first = await readySecrets(file)
  expect(first.sfuSecret).toMatch(/^[0-9a-f]{64}$/)
  expect(first.demoPassword).toMatch(/^[a-z]+-[a-z]+-\d{3}$/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readySecrets(file)).toEqual(first)
})

test('two houses have nothing in common', async () => {
  const here = await readySecrets(file)
  const there = await readySecrets(join(file, '../other.json'))
  expect(there.sfuSecret).not.toBe(here.sfuSecret)
  expect(there.turnSecret).not.toBe(here.turnSecret)
})

test('a file from before a secret was thought of gains it, keeps the others and is closed again', async () => {
  const { turnSecret, ...before } = await readySecrets(file)
  await writeFile(file, JSON.stringify(before))
  await chmod(file, 0o644)
  const after = await readySecrets(file)
  expect(after).toMatchObject(before)
  expect(after.turnSecret).not.toBe(turnSecret)
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(after)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})
