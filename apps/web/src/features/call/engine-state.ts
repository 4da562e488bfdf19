import type { ConversationId, Quality, RefusalCode, Seat, UserId } from '@ithaca/contract'

/** What can be wrong with a camera or a microphone, each with a remedy of its own. */
export type DeviceTrouble = 'blocked' | 'missing' | 'busy' | 'insecure'

/** The camera or microphone of this device. */
export type Local = {
  readonly isOn: boolean
  /** Being switched on; the browser may be asking the person. */
  readonly isChanging: boolean
  readonly track: MediaStreamTrack | null
  readonly trouble: DeviceTrouble | null
}

export type DeviceKind = 'camera' | 'microphone' | 'speaker'
/** A device that can be chosen. Its name is empty until the browser lets the page know it. */
export type DeviceChoice = { readonly id: string; readonly name: string }

/** A moving picture or a sound of a person. Our own come from no consumer. */
export type Stream = {
  readonly consumerId: string | null
  readonly track: MediaStreamTrack
  /** Whether it is being sent just now. */
  readonly isOn: boolean
}

/** One person in the call, whatever number of devices they came with. */
export type Person = {
  readonly userId: UserId
  readonly name: string
  readonly tie: Seat['tie']
  readonly isSelf: boolean
  readonly camera: Stream | null
  readonly screen: Stream | null
  readonly sounds: readonly Stream[]
  readonly isMuted: boolean
  readonly isSpeaking: boolean
  readonly hasHandRaised: boolean
  readonly quality: Quality | null
}

/** Something a person who cannot see the screen wants to hear of. */
export type News = {
  /** Grows with each piece of news. */
  readonly number: number
  readonly kind:
    | 'joined'
    | 'left'
    | 'muted'
    | 'unmuted'
    | 'handRaised'
    | 'handLowered'
    | 'shares'
    | 'stoppedSharing'
    | 'mending'
    | 'mended'
  /** Whom it is about; empty where it is about this device. */
  readonly name: string
}

export type CallState = {
  readonly phase: 'lobby' | 'joining' | 'in' | 'left'
  /** Whether all that joining needs is here. */
  readonly isReady: boolean
  /** Whether this browser can take part in calls at all. */
  readonly isSupported: boolean
  /** Why the lobby could not be prepared or the call not be joined. */
  readonly refusal: RefusalCode | null
  /** Whether signaling and media flow, or are being brought back. */
  readonly link: 'steady' | 'mending'
  readonly camera: Local
  readonly microphone: Local
  readonly screen: { readonly isOn: boolean; readonly track: MediaStreamTrack | null }
  readonly devices: Readonly<Record<DeviceKind, readonly DeviceChoice[]>>
  readonly chosen: Readonly<Record<DeviceKind, string | null>>
  readonly people: readonly Person[]
  readonly conversationId: ConversationId | null
  readonly endsAt: string | null
  readonly isHandRaised: boolean
  readonly news: News | null
}

const off: Local = { isOn: false, isChanging: false, track: null, trouble: null }

export const beginning: CallState = {
  phase: 'lobby',
  isReady: false,
  isSupported: true,
  refusal: null,
  link: 'steady',
  camera: off,
  microphone: off,
  screen: { isOn: false, track: null },
  devices: { camera: [], microphone: [], speaker: [] },
  chosen: { camera: null, microphone: null, speaker: null },
  people: [],
  conversationId: null,
  endsAt: null,
  isHandRaised: false,
  news: null,
}

/** An immutable value that can be watched. */
export class Store<T extends object> {
  readonly #watchers = new Set<() => void>()
  #value: T

  constructor(value: T) {
    this.#value = value
  }

  get value(): T {
    return this.#value
  }

  set(change: Partial<T>): void {
    this.#value = { ...this.#value, ...change }
    for (const changed of this.#watchers) changed()
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }
}
