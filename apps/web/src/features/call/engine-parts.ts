import {
  type AnyCommand,
  type EventName,
  type EventPayload,
  RefusalCode,
  type RtpCapabilities,
  type SeatId,
  type TroubleKind,
} from '@ithaca/contract'
import type { Device } from 'mediasoup-client/types'
import type { z } from 'zod'

export type Ask = <C extends AnyCommand>(command: C, input: z.input<C['input']>) => Promise<z.output<C['reply']>>

/** Tells how loud a track is just now, from 0 to 1. */
export type Gauge = { read(): number; close(): void }

/** What the engine may reach for outside of itself: the socket, the browser's devices, what the browser remembers. */
export type EngineParts = {
  readonly ask: Ask
  readonly listen: <N extends EventName>(name: N, hear: (payload: EventPayload<N>) => void) => () => void
  readonly connection: {
    readonly isOpen: () => boolean
    readonly watch: (changed: () => void) => () => void
    /** Gives up a connection that does not answer, so that a new one is made at once. */
    readonly renew: () => void
    /** Tries to come back at short intervals, until told otherwise: in a call nobody can wait. */
    readonly hurry: (isHurried: boolean) => void
  }
  /** Loads the library, and in it what this browser and the server can both do. */
  readonly loadDevice: (capabilities: RtpCapabilities) => Promise<Device>
  /** Undefined where the browser forbids devices, as it does without https. */
  readonly media: MediaDevices | undefined
  readonly measure: (track: MediaStreamTrack) => Gauge
  /** Claims a seat for this tab alone; a copied tab, which has the same, is refused. */
  readonly claim: (seatId: SeatId) => Promise<boolean>
  readonly mintSeatId: () => SeatId
  readonly tellTrouble: (kind: TroubleKind, seatId: SeatId) => void
  readonly storage: { readonly choices: Storage | null; readonly seat: Storage | null }
}

/** The code of a caught refusal; a bug is thrown on. */
export function codeOf(caught: unknown): RefusalCode {
  const code = RefusalCode.safeParse((caught as { code?: unknown } | null)?.code)
  if (!code.success) throw caught
  return code.data
}
