import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './house.ts'
import { run } from './run.ts'

/** A small tree with the project's own settings, to plant faults in. */
export type Plot = {
  plant(files: Readonly<Record<string, string>>): Promise<void>
  check(tool: string, args: readonly string[]): Promise<{ code: number; output: string }>
  clear(): Promise<void>
}

const settings = [
  '.oxlintrc.json',
  '.gitignore',
  'biome.json',
  'knip.json',
  'packages/tooling/arch.cjs',
  'packages/tooling/lint.ts',
  'packages/tooling/tsconfig.arch.json',
  'packages/tooling/tsconfig.base.json',
]
const ours = ['contract', 'domain', 'db', 'media', 'testkit']
const libraries = ['zod', 'react', 'mediasoup-client', 'drizzle-orm', 'temporal-polyfill']

/** Lays out a tree whose packages find each other as in the real one; every library in it is an empty shell. */
export async function layPlot(): Promise<Plot> {
  const folder = await mkdtemp(join(tmpdir(), 'ithaca-laws-'))
  for (const file of settings) await cp(join(root, file), join(folder, file), { recursive: true })
  const plant = async (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), `${text}\n`)
    }
  }
  await plant({ 'package.json': JSON.stringify({ name: 'plot', private: true, type: 'module' }) })
  for (const name of ours) await plant({ [`packages/${name}/package.json`]: described(name) })
  for (const name of libraries) {
    await plant({
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
      [`node_modules/${name}/index.js`]: '',
    })
  }
  await linkPackages(folder)
  return {
    plant,
    check: (tool, args) => run(join(root, 'node_modules/.bin', tool), args, { cwd: folder }),
    clear: () => rm(folder, { recursive: true, force: true }),
  }
}

function described(name: string): string {
  return JSON.stringify({
    name: `@ithaca/${name}`,
    private: true,
    type: 'module',
    exports: { '.': './src/index.ts', './*': './src/*.ts' },
  })
}

async function linkPackages(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules/@ithaca'), { recursive: true })
  for (const name of ours) await symlink(join(folder, 'packages', name), join(folder, 'node_modules/@ithaca', name))
}
