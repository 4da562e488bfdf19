import { SeatId, type SessionId } from '@ithaca/contract'
import type { EngineParts } from './engine-parts.ts'
import type { DeviceKind } from './engine-state.ts'

type Chosen = Record<DeviceKind, string | null>
/** What a person chose last time, on this browser. */
type Choices = { readonly cameraOn: boolean; readonly microphoneOn: boolean; readonly chosen: Chosen }

const choicesKey = 'ithaca.call.devices'

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

/** A tab's seat in one call, kept over a reload. */
export class SeatMemory {
  readonly #storage: Storage | null
  readonly #key: string
  readonly #mint: () => SeatId
  #seatId: SeatId

  constructor({ storage, mintSeatId }: EngineParts, sessionId: SessionId) {
    this.#storage = storage.seat
    this.#mint = mintSeatId
    this.#key = `ithaca.call.${sessionId}`
    const kept = SeatId.safeParse(parse(this.#storage?.getItem(this.#key) ?? null).seatId)
    this.#seatId = kept.success ? kept.data : mintSeatId()
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
    this.#seatId = this.#mint()
    this.keep(false)
  }

  keep(isIn: boolean): void {
    this.#storage?.setItem(this.#key, JSON.stringify({ seatId: this.#seatId, isIn }))
  }
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
