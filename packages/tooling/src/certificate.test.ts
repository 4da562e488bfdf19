import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownAddresses, readyCertificate } from './certificate.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ithaca-tls-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('the certificate names this machine by every address, and is kept while it fits', async () => {
  const files = await readyCertificate(folder)
  const pem = await readFile(files.cert, 'utf8')
  const certificate = new X509Certificate(pem)
  expect(certificate.checkHost('localhost')).toBe('localhost')
  for (const address of ['127.0.0.1', ...ownAddresses()]) expect(certificate.checkIP(address)).toBe(address)
  expect((await stat(files.key)).mode & 0o777).toBe(0o600)

  await readyCertificate(folder)
  expect(await readFile(files.cert, 'utf8')).toBe(pem)
})

test('a certificate that has run out is made anew', async () => {
  const old = await readyCertificate(folder, { now: Date.parse('2020-01-01') })
  const before = await readFile(old.cert, 'utf8')
  const made = await readyCertificate(folder)
  expect(await readFile(made.cert, 'utf8')).not.toBe(before)
})
