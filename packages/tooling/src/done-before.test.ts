import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { doneBefore } from './done-before.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ithaca-done-'))
  await mkdir(join(root, 'web/node_modules'), { recursive: true })
  await writeFile(join(root, 'web/page.tsx'), 'one')
  await writeFile(join(root, 'lock'), 'lock')
})

afterEach(() => rm(root, { recursive: true, force: true }))

const look = (paths = ['lock', 'web']) => doneBefore('step', paths, { root, notes: join(root, '.cache') })

test('a step is done again only when what it is made of has changed', async () => {
  const first = await look()
  expect(first.done).toBe(false)
  await first.note()
  expect((await look()).done).toBe(true)

  await writeFile(join(root, 'web/page.tsx'), 'two')
  expect((await look()).done).toBe(false)
})

test('a new name for the same text counts, and what an install brings does not', async () => {
  await (await look()).note()
  await writeFile(join(root, 'web/node_modules/library.js'), 'library')
  expect((await look()).done).toBe(true)
  await rm(join(root, 'web/page.tsx'))
  await writeFile(join(root, 'web/leaf.tsx'), 'one')
  expect((await look()).done).toBe(false)
})

test('a step that failed is not noted, so it is tried again', async () => {
  await look()
  expect((await look()).done).toBe(false)
})
