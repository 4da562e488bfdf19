import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../free-port.ts'
import { checkPlace } from './place.ts'

const host = '127.0.0.1'
let folder: string
let other: Server

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ithaca-place-'))
  other = createServer().listen(0, host)
  await once(other, 'listening')
})

afterEach(async () => {
  other.close()
  await rm(folder, { recursive: true, force: true })
})

const check = async (wish: { port?: number; host?: string; folders?: string[] }) =>
  checkPlace({ port: await freePort(), host, folders: [folder], installed: true, ...wish })

test('a free port and a folder of ones own are enough', async () => {
  await expect(check({ folders: [join(folder, 'not/yet/there')] })).resolves.toBeUndefined()
})

test('a taken port is told with the way out', async () => {
  const { port } = other.address() as AddressInfo
  await expect(check({ port })).rejects.toThrow(
    `Port ${port} is taken: stop what listens there, or choose another with PORT=3001 npm start.`,
  )
})

test.each([Number.NaN, 0, 65_536, 30.5])('%s is no port', async (port) => {
  await expect(check({ port })).rejects.toThrow('PORT is no port')
})

test('an address of another machine is told', async () => {
  await expect(check({ host: '192.0.2.1' })).rejects.toThrow('This machine has no address 192.0.2.1')
})

test('a folder that cannot be made or written is told', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(check({ folders: [join(folder, 'file/data')] })).rejects.toThrow('Nothing can be written in')
})

test('a place where nothing can ever be made is told, and not tried for ever', async () => {
  await expect(check({ folders: ['/proc/ithaca/data'] })).rejects.toThrow('Nothing can be written in /proc/ithaca/data')
})
