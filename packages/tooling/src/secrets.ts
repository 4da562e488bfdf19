import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What a house must keep to itself. */
export type Secrets = { demoPassword: string; sfuSecret: string; turnSecret: string }

const words = ['harbor', 'lantern', 'meadow', 'orchard', 'pebble', 'willow', 'copper', 'saffron', 'juniper', 'heron']

/** The secrets of this house: made at the first start, in a file that only its owner may read. */
export async function readySecrets(file: string): Promise<Secrets> {
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  const secrets: Secrets = { ...made(), ...(kept === undefined ? {} : JSON.parse(kept)) }
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return secrets
}

function made(): Secrets {
  const long = () => randomBytes(32).toString('hex')
  return { demoPassword: sayable(), sfuSecret: long(), turnSecret: long() }
}

/** A password that can be read out across a classroom; it opens made-up people only. */
function sayable(): string {
  const [a = 0, b = 0, c = 0, d = 0] = randomBytes(4)
  return `${words[a % words.length]}-${words[b % words.length]}-${100 + ((c * 256 + d) % 900)}`
}
