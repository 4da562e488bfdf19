import type { Source, TroubleKind } from '@ithaca/contract'
import { type Captured, Capture } from './engine-capture.ts'
import { DeviceList } from './engine-device-list.ts'
import { keepChoices, readChoices } from './engine-memory.ts'
import type { EngineParts, Gauge } from './engine-parts.ts'
import { Share } from './engine-share.ts'
import {
  beginning,
  type CallState,
  type DeviceKind,
  type DeviceTrouble,
  type Local,
  type Store,
} from './engine-state.ts'

/** What this device sends: nothing is sent for a source that is not here. */
export type Outgoing = { readonly source: Source; readonly track: MediaStreamTrack; readonly isPaused: boolean }

type Options = {
  readonly parts: EngineParts
  readonly store: Store<CallState>
  readonly tellTrouble: (kind: TroubleKind) => void
  /** What is sent for a source has changed; null sends nothing for now. */
  readonly onChange: (source: Source, outgoing: Outgoing | null) => void
  /** A source has ended, and comes back only anew. */
  readonly onEnd: (source: Source) => void
}

const troubles = {
  blocked: 'deviceBlocked',
  insecure: 'deviceBlocked',
  missing: 'deviceMissing',
  busy: 'deviceBusy',
} as const satisfies Record<DeviceTrouble, TroubleKind>

/** Camera, microphone, speaker and screen of this device, as chosen, and what of them is sent. */
export class Own {
  readonly #options: Options
  readonly #capture: Capture
  readonly #list: DeviceList
  #share: Share | null = null
  #gauge: Gauge | null = null
  #isMuted = false
  #closed = false

  constructor(options: Options) {
    const { parts, store } = options
    const { chosen } = store.value
    this.#options = options
    this.#list = new DeviceList(parts.media, (devices) => store.set({ devices }))
    this.#capture = new Capture({ media: parts.media, chosen, onChange: (kind) => this.#captured(kind) })
  }

  get outgoing(): Outgoing[] {
    const { track: camera } = this.#capture.local('camera')
    const { track: microphone } = this.#capture.local('microphone')
    const { picture = null, sound = null } = this.#share ?? {}
    // A browser starts one after the other. The picture goes first, for it takes longer to be seen than a voice to be heard.
    const all = [
      { source: 'camera', track: camera, isPaused: false },
      { source: 'microphone', track: microphone, isPaused: this.#isMuted },
      { source: 'screen', track: picture, isPaused: false },
      { source: 'screenSound', track: sound, isPaused: false },
    ] as const
    return all.flatMap(({ track, ...rest }) => (track ? [{ ...rest, track }] : []))
  }

  /** Opens what was on the last time. */
  async open(): Promise<void> {
    const { cameraOn, microphoneOn } = readChoices(this.#options.parts.storage.choices)
    const wished = (['camera', 'microphone'] as const).filter((kind) => (kind === 'camera' ? cameraOn : microphoneOn))
    await this.#capture.open(wished)
    await this.#list.read()
  }

  async setCamera(isOn: boolean): Promise<void> {
    await this.#capture.turn('camera', isOn)
    this.#remember()
    await this.#list.read()
  }

  /** Off lets the microphone go, but muted it stays at hand: an answer in a talk must not wait for a device. */
  async setMicrophone(isOn: boolean, off: 'mutes' | 'lets go'): Promise<void> {
    const isHeld = off === 'mutes' && this.#capture.local('microphone').track !== null
    this.#isMuted = isHeld && !isOn
    if (isHeld) this.#captured('microphone')
    else await this.#capture.turn('microphone', isOn)
    this.#remember()
    await this.#list.read()
  }

  async choose(kind: DeviceKind, id: string): Promise<void> {
    const { store } = this.#options
    store.set({ chosen: { ...store.value.chosen, [kind]: id } })
    this.#remember()
    if (kind !== 'speaker') await this.#capture.choose(kind, id)
  }

  /** Lets the person pick what to share, and tells whether they did. */
  async share(): Promise<boolean> {
    const { parts, store, onChange } = this.#options
    const share = await Share.pick({ media: parts.media, onEnd: () => this.stopSharing() })
    if (!share) return false
    if (this.#share || this.#closed) {
      share.close()
      return false
    }
    this.#share = share
    store.set({ screen: { isOn: true, track: share.picture } })
    for (const outgoing of this.outgoing) if (outgoing.source.startsWith('screen')) onChange(outgoing.source, outgoing)
    return true
  }

  stopSharing(): void {
    if (!this.#share) return
    this.#share.close()
    this.#share = null
    this.#options.store.set({ screen: beginning.screen })
    this.#options.onEnd('screen')
    this.#options.onEnd('screenSound')
  }

  /** How loud the microphone is, from 0 to 1. */
  level(): number {
    return this.#gauge?.read() ?? 0
  }

  /** Stops all devices, so that their lights go out. They can be opened again. */
  letGo(): void {
    this.stopSharing()
    this.#isMuted = false
    for (const kind of ['camera', 'microphone'] as const) void this.#capture.turn(kind, false)
  }

  close(): void {
    if (this.#closed) return
    this.letGo()
    this.#closed = true
    this.#capture.close()
    this.#list.close()
  }

  #captured(kind: Captured): void {
    const { store, tellTrouble, onChange } = this.#options
    const local = this.#capture.local(kind)
    const before = store.value[kind]
    const isSilent = kind === 'microphone' && this.#isMuted
    if (kind === 'microphone') this.#measure(local.track, before.track)
    if (local.track) local.track.enabled = !isSilent
    store.set({ [kind]: { ...local, isOn: local.isOn && !isSilent } })
    if (local.trouble && local.trouble !== before.trouble) tellTrouble(troubles[local.trouble])
    onChange(kind, this.outgoing.find(({ source }) => source === kind) ?? null)
  }

  #measure(track: MediaStreamTrack | null, before: MediaStreamTrack | null): void {
    if (track === before) return
    this.#gauge?.close()
    this.#gauge = track ? this.#options.parts.measure(track) : null
  }

  #remember(): void {
    const { parts, store } = this.#options
    const { camera, microphone, chosen } = store.value
    const choices = { cameraOn: isWished(camera), microphoneOn: isWished(microphone), chosen }
    keepChoices(parts.storage.choices, choices)
  }
}

/** A device that is broken today is wished for tomorrow. */
function isWished({ isOn, isChanging, trouble }: Local): boolean {
  return isOn || isChanging || trouble !== null
}
