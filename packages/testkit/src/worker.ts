import { readyMediaWorker } from '@ithaca/media-worker'

/** Makes the media worker ready once for a whole test run, and tells every test where it is. */
export default async function setup(): Promise<void> {
  process.env.MEDIASOUP_WORKER_BIN = await readyMediaWorker((line) => void process.stderr.write(`${line}\n`))
}
