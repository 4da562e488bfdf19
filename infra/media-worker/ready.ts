import { constants } from 'node:fs'
import { access, chmod, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { BuildFailed, buildWorker } from './build.ts'
import { cacheFolder, moveIn, type Place, placeFor, thisMachine, withScratch } from './place.ts'
import { fetchPrebuilt } from './prebuilt.ts'
import { run, type Say } from './run.ts'
import { readyTools } from './tools.ts'
import { verifyMediaWorker } from './verify.ts'

/** What the worker answers when it's started by anyone but mediasoup: enough to see that its libraries are there. */
const startedByHand = 41

/**
 * The path of a media worker that works on this machine: the one given, the one kept from an earlier run, the official
 * prebuilt, or one built here from source, in this order. Says one line at each step.
 */
export async function readyMediaWorker(say: Say): Promise<string> {
  const place = placeFor(thisMachine, cacheFolder(process.env))
  return (await given(say)) ?? (await kept(place, say)) ?? (await prebuilt(place, say)) ?? (await built(place, say))
}

async function given(say: Say): Promise<string | undefined> {
  const path = process.env.MEDIASOUP_WORKER_BIN
  if (!path) return undefined
  if (!(await isProgram(path))) throw new Error(`MEDIASOUP_WORKER_BIN says ${path}, and no program is there.`)
  say(`media worker: ${path}, as MEDIASOUP_WORKER_BIN says`)
  return path
}

async function kept({ binary }: Place, say: Say): Promise<string | undefined> {
  if (!(await isProgram(binary))) return undefined
  if ((await run(binary, [], { env: {} })) === startedByHand) {
    say(`media worker: ${binary}`)
    return binary
  }
  say(`media worker: ${binary} no longer starts here, so it is replaced`)
  return undefined
}

async function prebuilt(place: Place, say: Say): Promise<string | undefined> {
  return withScratch(place, async (folder) => {
    const file = await fetchPrebuilt(folder, say)
    if (file === undefined) return undefined
    try {
      return await keep(place, file, say)
    } catch (error) {
      say(
        `media worker: the official prebuilt is no use here: ${error instanceof Error ? error.message : String(error)}`,
      )
      return undefined
    }
  })
}

async function built(place: Place, say: Say): Promise<string> {
  await readyTools(say)
  return withScratch(place, async (folder) => {
    try {
      return await keep(place, await buildWorker(folder, say), say)
    } catch (error) {
      if (!(error instanceof BuildFailed)) throw error
      const log = await moveIn(place, error.log, basename(error.log))
      throw new Error(`The media worker could not be built:\n${error.message}\nThe whole log: ${log}`, { cause: error })
    }
  })
}

/** Only a worker that has made a call is kept: one that merely starts may still die on its first browser. */
async function keep(place: Place, file: string, say: Say): Promise<string> {
  say('media worker: trying it with a DTLS call')
  await verifyMediaWorker(file)
  await chmod(file, 0o755)
  const binary = await moveIn(place, file, basename(file))
  say(`media worker: ready, kept as ${binary}`)
  return binary
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

if (import.meta.main) {
  try {
    // The path alone goes to standard output, so that a script can take it from there.
    process.stdout.write(`${await readyMediaWorker((line) => process.stderr.write(`${line}\n`))}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
