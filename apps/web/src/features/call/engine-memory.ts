import { SeatId, type SessionId } from '@ithaca/contract'
import type { DeviceKind } from './engine-state.ts'

type Chosen = Record<DeviceKind, string | null>
/** What a person chose last time, on this browser. */
export type Choices = { readonly cameraOn: boolean; readonly microphoneOn: boolean; readonly chosen: Chosen }

const choicesKey = 'ithaca.call.devices'
const usual: Choices = {
  cameraOn: true,
  microphoneOn: true,
  chosen: { camera: null, microphone: null, speaker: null },
}

export function readChoices(storage: Storage | null): Choices {
  const kept = parse(storage?.getItem(choicesKey) ?? null)
  const chosen = parse(kept.chosen)
  return {
    cameraOn: kept.cameraOn !== false,
    microphoneOn: kept.microphoneOn !== false,
    chosen: { camera: word(chosen.camera), microphone: word(chosen.microphone), speaker: word(chosen.speaker) },
  }
}

export function keepChoices(storage: Storage | null, choices: Choices): void {
  storage?.setItem(choicesKey, JSON.stringify(choices))
}

export { usual as usualChoices }

/** A tab's seat in one call, kept over a reload. */
export class SeatMemory {
  readonly #storage: Storage | null
  readonly #key: string
  #seatId: SeatId

  constructor(storage: Storage | null, sessionId: SessionId) {
    this.#storage = storage
    this.#key = `ithaca.call.${sessionId}`
    const kept = SeatId.safeParse(parse(storage?.getItem(this.#key) ?? null).seatId)
    this.#seatId = kept.success ? kept.data : newSeatId()
  }

  get seatId(): SeatId {
    return this.#seatId
  }

  /** Whether this tab was in the call when the page was loaded anew. */
  get wasIn(): boolean {
    return parse(this.#storage?.getItem(this.#key) ?? null).isIn === true
  }

  /** A copied tab brings a copy of the seat: it takes one of its own. */
  renew(): void {
    this.#seatId = newSeatId()
    this.keep(false)
  }

  keep(isIn: boolean): void {
    this.#storage?.setItem(this.#key, JSON.stringify({ seatId: this.#seatId, isIn }))
  }
}

/** Minted from random bytes, for `randomUUID` is missing where a page came without https. */
function newSeatId(): SeatId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, place) =>
    hexOf(place === 6 ? (byte & 15) | 64 : place === 8 ? (byte & 63) | 128 : byte),
  )
  const part = (from: number, to: number) => hex.slice(from, to).join('')
  return SeatId.parse([part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-'))
}

function hexOf(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

function word(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function parse(text: unknown): Record<string, unknown> {
  if (typeof text === 'object' && text !== null) return { ...text }
  try {
    const value: unknown = JSON.parse(String(text))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    // Somebody else's words under our name are no words of ours.
    return {}
  }
}
