import { existsSync } from 'node:fs'
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { portState } from '../free-port.ts'
import { dataDir, root } from '../house.ts'
import { Trouble } from '../trouble.ts'

const gigabyte = 1e9
/** Libraries, browser app, media worker and an empty database take about half of this. */
const neededBytes = 1.5 * gigabyte
/** A house that stands already needs room to write, no more. */
const neededAgainBytes = 0.1 * gigabyte

type Wish = { port: number; host: string; folders?: readonly string[]; installed: boolean }

/** Sees to it, before any long step, that the house has a port, folders it may write in, and room on the disk. */
export async function checkPlace({ port, host, folders = [root, dataDir], installed }: Wish): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble('PORT is no port: give a number from 1 to 65535, as in PORT=3001 npm start.')
  }
  const state = await portState(port, host)
  if (state === 'taken') {
    throw new Trouble(`Port ${port} is taken: stop what listens there, or choose another with PORT=3001 npm start.`)
  }
  if (state === 'forbidden') {
    throw new Trouble(`Port ${port} is not yours to open: choose one above 1023 with PORT=3000 npm start.`)
  }
  if (state === 'nowhere') {
    throw new Trouble(`This machine has no address ${host}: leave HOST out, or give one of its own.`)
  }
  for (const folder of folders) await checkFolder(folder, installed ? neededAgainBytes : neededBytes)
}

async function checkFolder(folder: string, needed: number): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch {
    throw new Trouble(
      `Nothing can be written in ${folder}: make the folder yours, or choose another (DATA_DIR=/some/folder npm start for the data).`,
    )
  }
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free < needed) {
    const [has, needs] = [free, needed].map((bytes) => (bytes / gigabyte).toFixed(1))
    throw new Trouble(`The disk of ${folder} has ${has} GB left and ${needs} GB are needed: make room there.`)
  }
}

/** One level at a time: Node's own way to make all levels never returns where the system denies that a parent exists. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  await mkdir(folder)
}
