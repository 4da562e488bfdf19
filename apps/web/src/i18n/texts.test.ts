import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const here = import.meta.dirname
const features = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** The messages of a catalog with their texts, long ones joined. */
function textsOf(file: string): [message: string, text: string][] {
  const entries = readFileSync(join(here, file), 'utf8').replaceAll(/"\n"/g, '').split(/\n\n+/).slice(1)
  return entries
    .filter((entry) => !entry.includes('#~'))
    .flatMap((entry) => {
      const [, message] = /^msgid "(.+)"$/m.exec(entry) ?? []
      const [, text = ''] = /^msgstr "(.*)"$/m.exec(entry) ?? []
      return message ? [[message, text] as [string, string]] : []
    })
}

/** The names in braces and tags that a message fills in. A choice by number has braces around its words, so it is let be. */
function places(text: string): string[] {
  if (/, (plural|select|selectordinal),/.test(text)) return []
  return [...new Set(text.match(/\{\w+|<\/?\d+\/?>/g) ?? [])].sort()
}

test('hold every message of the screens; else run `pnpm --filter @ithaca/web texts`', () => {
  const web = join(here, '../..')
  const check = () =>
    execFileSync(join(web, 'node_modules/.bin/lingui'), ['check', 'sync'], { cwd: web, stdio: 'pipe' })
  expect(check).not.toThrow()
}, 30_000)

describe.each(features)('the texts of %s', (feature) => {
  test.each(['es', 'ar'])('are complete in %s', (locale) => {
    const spoken = new Map(textsOf(`${feature}/${locale}.po`))
    const missing = textsOf(`${feature}/en.po`).filter(([message]) => !spoken.get(message))
    expect(missing.map(([message]) => message)).toEqual([])
  })

  test.each(['es', 'ar'])('fill in the same names in %s', (locale) => {
    const wrong = textsOf(`${feature}/${locale}.po`).filter(
      ([message, text]) => text && places(message).join() !== places(text).join(),
    )
    expect(wrong).toEqual([])
  })
})
