import { access, constants, mkdir } from 'node:fs/promises'
import { dataDir } from '../house.ts'
import { portState } from '../free-port.ts'
import { Trouble } from '../trouble.ts'

/** Sees to it, before any long step, that the house has a port and a folder. */
export async function checkPlace({ port, host }: { port: number; host: string }): Promise<void> {
  const state = await portState(port, host)
  if (state === 'taken')
    throw new Trouble(`Port ${port} is taken: stop what listens there, or choose another with PORT=3001 npm start.`)
  if (state === 'forbidden')
    throw new Trouble(`Port ${port} is not yours to open: choose one above 1023 with PORT=3000 npm start.`)
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK)
  } catch {
    throw new Trouble(
      `Nothing can be written in ${dataDir}: make the folder yours, or choose another with DATA_DIR=/some/folder npm start.`,
    )
  }
}
