import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'

const dayMs = 24 * 3_600_000
const validDays = 365

/** The addresses by which others in the same network find this machine. */
export function ownAddresses(): string[] {
  const found = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return found.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
}

/** A self-signed certificate for this machine's addresses, kept until it expires or the addresses change. */
export async function readyCertificate(
  folder: string,
  { now = Date.now() } = {},
): Promise<{ cert: string; key: string }> {
  const files = { cert: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') }
  const addresses = ['127.0.0.1', ...ownAddresses()]
  if (existsSync(files.cert) && fits(await readFile(files.cert, 'utf8'), { addresses, now })) return files
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: 'Ithaca' }], {
    keySize: 2048,
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + validDays * dayMs),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'localhost' }, ...addresses.map((ip) => ({ type: 7 as const, ip }))],
      },
    ],
  })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(files.cert, made.cert)
  await writeFile(files.key, made.private, { mode: 0o600 })
  return files
}

function fits(pem: string, { addresses, now }: { addresses: readonly string[]; now: number }): boolean {
  const certificate = new X509Certificate(pem)
  const lasts = Date.parse(certificate.validTo) > now + dayMs
  return lasts && addresses.every((ip) => certificate.checkIP(ip) !== undefined)
}
