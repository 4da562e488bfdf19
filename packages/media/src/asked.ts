import { errors } from 'mediasoup'
import { MediaRefusal } from './port.ts'

/** Waits for the worker, and turns its no to what a peer asked for into a refusal with a code. */
export async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof errors.WorkerClosedError) throw new MediaRefusal('call.mediaGone', { cause: error })
    if (error instanceof errors.NotFoundError) throw new MediaRefusal('call.notSeated', { cause: error })
    throw new MediaRefusal('input.invalid', { cause: error })
  }
}

/** What the worker says as it will look on the wire: its absent fields are undefined, and have to be missing. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
