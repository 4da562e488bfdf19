import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layPlot, type Plot } from './laws.fixtures.ts'

let plot: Plot

beforeAll(async () => {
  plot = await layPlot()
})

afterAll(() => plot.clear())

const server = 'apps/server/src'
const chat = `${server}/features/chat`
const web = 'apps/web/src'

/** What a planted import stands on: files that break no law by themselves. */
const ground = {
  'packages/contract/src/index.ts': "import 'zod'",
  'packages/contract/src/chat.ts': 'export type Message = { body: string }',
  'packages/domain/src/rule.ts': "import type { Message } from '@ithaca/contract/chat'\nimport 'temporal-polyfill'",
  'packages/db/src/index.ts': "import 'drizzle-orm'\nimport '@ithaca/contract'",
  'packages/db/src/schema/chat.ts': '',
  'packages/db/src/schema/goals.ts': '',
  'packages/media/src/index.ts': "import '@ithaca/contract'",
  'packages/testkit/src/index.ts': '',
  [`${server}/app.ts`]: '',
  [`${chat}/store.ts`]: "import '@ithaca/db/schema/chat'",
  [`${chat}/service.ts`]: "import './store.ts'\nimport '../goals/access.ts'",
  [`${chat}/access.ts`]: '',
  [`${chat}/routes.ts`]: "import './service.ts'",
  [`${server}/features/goals/access.ts`]: '',
  [`${web}/features/chat/queries.ts`]: '',
  [`${web}/features/chat/door.tsx`]: "import './queries.ts'",
  [`${web}/features/goals/GoalsPage.tsx`]: "import '../chat/door.tsx'",
  [`${web}/features/call/engine.ts`]: "import 'mediasoup-client'\nimport '@ithaca/contract'",
  'apps/sfu/src/main.ts': "import '@ithaca/media'",
}

type Fault = readonly [law: string, file: string, text: string]

const faults: readonly Fault[] = [
  ['contract-alone', 'packages/contract/src/planted.ts', "import type { Rule } from '@ithaca/domain/rule'"],
  ['domain-pure', 'packages/domain/src/planted.ts', "import { readFile } from 'node:fs/promises'"],
  ['domain-pure', 'packages/domain/src/planted-library.ts', "import 'react'"],
  ['db-below', 'packages/db/src/planted.ts', "import '@ithaca/domain/rule'"],
  ['media-apart', 'packages/media/src/planted.ts', "import '@ithaca/db'"],
  ['floor-below-features', `${server}/platform/planted.ts`, "import '../features/chat/service.ts'"],
  ['floor-below-features', `${server}/media/planted.ts`, "import type { A } from '../features/chat/access.ts'"],
  ['feature-doors', `${server}/features/goals/planted.ts`, "import '../chat/service.ts'"],
  ['feature-doors', `${web}/features/goals/Planted.tsx`, "import type { Page } from '../chat/queries.ts'"],
  ['doors-through-service', `${chat}/events.ts`, "import './store.ts'"],
  ['tables-in-stores', `${chat}/planted.ts`, "import '@ithaca/db/schema/chat'"],
  ['own-tables', `${chat}/planted-store.ts`, "import '@ithaca/db/schema/goals'"],
  ['web-ground', `${web}/ui/Planted.tsx`, "import '../features/chat/door.tsx'"],
  ['web-above', `${web}/features/chat/planted.ts`, "import type { Db } from '@ithaca/db'"],
  ['engine-no-react', `${web}/features/call/engine-planted.ts`, "import 'react'"],
  ['sfu-thin', 'apps/sfu/src/planted.ts', "import '@ithaca/domain/rule'"],
  ['no-cycle', 'packages/domain/src/planted-again.ts', "import type { B } from './planted-cycle.ts'"],
  ['no-other-app', 'apps/sfu/src/planted-app.ts', "import '../../server/src/app.ts'"],
  ['no-barrel', `${web}/features/goals/planted-barrel.ts`, "import './index.ts'"],
  ['no-testkit', `${server}/planted.ts`, "import '@ithaca/testkit'"],
  ['resolvable', `${server}/planted-nowhere.ts`, "import './nowhere.ts'"],
]

type Found = { summary: { violations: { from: string; rule: { name: string } }[] } }

async function broken(): Promise<string[]> {
  const args = ['--config', 'packages/tooling/arch.cjs', '--output-type', 'json', 'apps', 'packages']
  const { output } = await plot.check('depcruise', args)
  return (JSON.parse(output) as Found).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)
}

test('the law of imports lets through what it allows, and catches every planted breach', async () => {
  await plot.plant(ground)
  expect(await broken()).toEqual([])

  await plot.plant({
    [`${web}/features/goals/index.ts`]: '',
    'packages/domain/src/planted-cycle.ts': "import type { A } from './planted-again.ts'",
  })
  await plot.plant(Object.fromEntries(faults.map(([, file, text]) => [file, text])))
  const found = await broken()
  for (const [law, file] of faults) expect(found).toContain(`${law}: ${file}`)
})

test('a planted breach of every law is on the list above', () => {
  const laws: { forbidden: { name: string }[] } = createRequire(import.meta.url)('../arch.cjs')
  expect(new Set(faults.map(([law]) => law))).toEqual(new Set(laws.forbidden.map(({ name }) => name)))
})

describe('lint', () => {
  const long = (lines: number) => Array.from({ length: lines }, (_, n) => `export const a${n} = ${n}`).join('\n')
  const bare = `export function f(socket: { on(a: string): void }) {\n  socket.on('chat.sent')\n}`
  const nested = `export function f(n: number) {\n  if (n) { if (n) { if (n) { if (n) { f(0) } } } }\n}`

  const wrong: readonly (readonly [rule: string, file: string, text: string])[] = [
    ['no-explicit-any', `${chat}/a.ts`, 'export const a: any = 1'],
    ['no-non-null-assertion', `${chat}/b.ts`, 'export const b = (c?: string) => c!.length'],
    ['no-console', `${chat}/c.ts`, "console.log('c')"],
    ['max-lines', `${chat}/d.ts`, long(251)],
    ['max-lines', `${chat}/d.test.ts`, long(501)],
    ['max-lines-per-function', `${chat}/e.ts`, `export function e() {\n${'  e()\n'.repeat(51)}}`],
    ['max-lines-per-function', `${web}/features/chat/E.tsx`, `export function E() {\n${'  E()\n'.repeat(91)}}`],
    ['max-params', `${chat}/f.ts`, 'export const f = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d]'],
    ['max-depth', `${chat}/g.ts`, nested],
    ['no-default-export', `${chat}/h.ts`, 'export default 1'],
    ['no-restricted-properties', 'packages/domain/src/i.ts', 'export const i = Math.random()'],
    ['no-clock', 'packages/domain/src/j.ts', 'export const j = Date.now()'],
    ['no-clock', `${chat}/k.ts`, 'export const k = new Date()'],
    ['no-process-env', `${chat}/l.ts`, 'export const l = process.env.PORT'],
    ['no-bare-socket', `${chat}/m.ts`, bare],
    ['no-empty', `${chat}/n.ts`, 'try {\n  Number(1)\n} catch {}'],
  ]
  const right = {
    [`${server}/platform/a.ts`]: 'export const a: any = 1',
    [`${server}/platform/live/m.ts`]: bare,
    [`${server}/main.ts`]: 'export const l = process.env.PORT',
    [`${chat}/k.test.ts`]: `export const k = new Date()\n${long(400)}`,
    'packages/domain/src/j.test.ts': 'export const j = Date.now()',
    [`${chat}/o.ts`]: 'export const o = new Date(0)',
    'vite.config.ts': 'export default 1',
  }

  test('catches what is planted, names the rule, and lets the exceptions be', async () => {
    await plot.plant(Object.fromEntries(wrong.map(([, file, text]) => [file, text])))
    await plot.plant(right)
    const { code, output } = await plot.check('oxlint', ['--format=unix', 'apps', 'packages', 'vite.config.ts'])
    expect(code).toBe(1)
    const lines = output.split('\n')
    for (const [rule, file] of wrong) {
      expect(lines.filter((line) => line.startsWith(`${file}:`)).join('\n')).toContain(`(${rule})`)
    }
    for (const file of Object.keys(right)) expect(lines.filter((line) => line.startsWith(`${file}:`))).toEqual([])
  })
})

test('types: what may be missing is looked at before it is used', async () => {
  await plot.plant({
    'types/tsconfig.json':
      '{ "extends": "../packages/tooling/tsconfig.base.json", "compilerOptions": { "types": [] } }',
    'types/missing.ts': 'const list: string[] = []\nexport const first: string = list[0]',
    'types/optional.ts': 'export const asked: { name?: string } = { name: undefined }',
    'types/enum.ts': 'export enum Tie { mentor }',
  })
  const { code, output } = await plot.check('tsc', ['-p', 'types'])
  expect(code).not.toBe(0)
  for (const file of ['missing', 'optional', 'enum']) expect(output).toContain(`types/${file}.ts`)
})

test('format: a file that is written otherwise is named', async () => {
  await plot.plant({ 'format/fine.ts': "export const fine = 'fine'", 'format/odd.ts': 'export const odd = "odd";' })
  const { code, output } = await plot.check('biome', ['format', 'format'])
  expect(code).not.toBe(0)
  expect(output).toContain('format/odd.ts')
  expect(output).not.toContain('format/fine.ts')
})

test('unused: a file, an export and a library that nobody uses are named', async () => {
  await plot.plant({
    'pnpm-workspace.yaml': 'packages: [unused]',
    'knip.json': '{ "workspaces": { "unused": { "entry": ["main.ts"], "project": ["*.ts"] } } }',
    'unused/package.json': '{ "name": "unused", "dependencies": { "zod": "*", "react": "*" } }',
    'unused/main.ts': "import 'zod'\nimport { used } from './part.ts'\nexport const main = used",
    'unused/part.ts': 'export const used = 1\nexport const alone = 2',
    'unused/forgotten.ts': 'export const forgotten = 1',
  })
  const { code, output } = await plot.check('knip', ['--reporter', 'json'])
  expect(code).not.toBe(0)
  const { issues } = JSON.parse(output) as { issues: unknown[] }
  const named = JSON.stringify(issues)
  for (const name of ['unused/forgotten.ts', '"alone"', '"react"']) expect(named).toContain(name)
  for (const name of ['"used"', '"zod"', 'unused/main.ts"']) expect(named).not.toContain(name)
})
