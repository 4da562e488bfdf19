/** Packs what a build has made once and for all, tighter than a server could afford to on every request. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '../dist')
const worth = /\.(js|css|html|svg|json|webmanifest)$/

for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!worth.test(name)) continue
  const path = join(dist, name)
  const text = readFileSync(path)
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
}
