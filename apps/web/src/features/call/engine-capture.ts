import type { DeviceTrouble, Local } from './engine-state.ts'

export type Captured = 'camera' | 'microphone'
type Chosen = Record<Captured, string | null>
type Options = {
  readonly media: MediaDevices | undefined
  readonly chosen: Chosen
  readonly onChange: (kind: Captured) => void
}

const off: Local = { isOn: false, isChanging: false, track: null, trouble: null }
const kinds = ['camera', 'microphone'] as const

/** The camera and the microphone of this device: opened, changed and let go. What is off is not held. */
export class Capture {
  readonly #options: Options
  readonly #chosen: Chosen
  readonly #local: Record<Captured, Local> = { camera: off, microphone: off }
  /** Grows with each wish, so that the answer to an older one is let go. */
  readonly #wish: Record<Captured, number> = { camera: 0, microphone: 0 }
  #closed = false

  constructor(options: Options) {
    this.#options = options
    this.#chosen = { ...options.chosen }
  }

  local(kind: Captured): Local {
    return this.#local[kind]
  }

  /** Opens what is wished for with one question to the person, and what cannot be had is named one by one. */
  async open(wished: readonly Captured[]): Promise<void> {
    if (wished.length < 2) {
      await Promise.all(wished.map((kind) => this.turn(kind, true)))
      return
    }
    const wishes = wished.map((kind) => this.#begin(kind))
    try {
      const stream = await this.#ask(wished)
      for (const [place, kind] of wished.entries()) this.#take(kind, wishes[place] ?? 0, trackOf(stream, kind))
    } catch {
      // Together they cannot be had; asked one by one, each says what is wrong with it.
      await Promise.all(wished.map((kind) => this.turn(kind, true)))
    }
  }

  /** Switches one on or off. Off stops the device, so that its light goes out. */
  async turn(kind: Captured, isOn: boolean): Promise<void> {
    const wish = this.#begin(kind, isOn)
    if (!isOn) return this.#put(kind, off)
    try {
      const stream = await this.#ask([kind])
      this.#take(kind, wish, trackOf(stream, kind))
    } catch (error) {
      if (wish === this.#wish[kind]) this.#put(kind, { ...off, trouble: troubleOf(error) })
    }
  }

  /** Chooses another device, and changes to it at once if one is on. */
  async choose(kind: Captured, deviceId: string): Promise<void> {
    this.#chosen[kind] = deviceId
    if (this.#local[kind].isOn || this.#local[kind].trouble) await this.turn(kind, true)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    for (const kind of kinds) {
      this.#wish[kind] += 1
      this.#local[kind].track?.stop()
      this.#local[kind] = off
    }
  }

  #begin(kind: Captured, isOn = true): number {
    this.#wish[kind] += 1
    if (isOn) this.#put(kind, { ...this.#local[kind], isChanging: true, trouble: null })
    return this.#wish[kind]
  }

  async #ask(wished: readonly Captured[]): Promise<MediaStream> {
    const { media } = this.#options
    if (!media?.getUserMedia) throw new DOMException('devices need https', 'SecurityError')
    const exactly = (isExact: boolean): MediaStreamConstraints => ({
      ...(wished.includes('camera') && { video: { ...cameraWish(), ...which(this.#chosen.camera, isExact) } }),
      ...(wished.includes('microphone') && { audio: { ...voice, ...which(this.#chosen.microphone, isExact) } }),
    })
    try {
      return await media.getUserMedia(exactly(true))
    } catch (error) {
      // The device chosen last time is not plugged in today: any other does.
      if (nameOf(error) !== 'OverconstrainedError') throw error
      return media.getUserMedia(exactly(false))
    }
  }

  #take(kind: Captured, wish: number, track: MediaStreamTrack | undefined): void {
    if (wish !== this.#wish[kind] || this.#closed) return track?.stop()
    if (!track) return this.#put(kind, { ...off, trouble: 'missing' })
    track.addEventListener('ended', () => this.#ended(kind, track), { once: true })
    this.#put(kind, { isOn: true, isChanging: false, track, trouble: null })
  }

  /** Unplugged, or taken away by the browser. Another one may be there. */
  #ended(kind: Captured, track: MediaStreamTrack): void {
    if (this.#local[kind].track !== track || this.#closed) return
    this.#chosen[kind] = null
    this.#put(kind, off)
    void this.turn(kind, true)
  }

  #put(kind: Captured, next: Local): void {
    const before = this.#local[kind].track
    this.#local[kind] = next
    if (!this.#closed) this.#options.onChange(kind)
    if (before && before !== next.track) before.stop()
  }
}

const voice = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** A machine of few cores is spared: it cannot encode a large picture and still show the others smoothly. */
function cameraWish(): MediaTrackConstraints {
  const isLarge = (globalThis.navigator?.hardwareConcurrency ?? 1) > 4
  const [width, height] = isLarge ? [1280, 720] : [640, 360]
  return { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: 30, max: 30 } }
}

function which(deviceId: string | null, isExact: boolean): MediaTrackConstraints {
  return deviceId && isExact ? { deviceId: { exact: deviceId } } : {}
}

function trackOf(stream: MediaStream, kind: Captured): MediaStreamTrack | undefined {
  return kind === 'camera' ? stream.getVideoTracks()[0] : stream.getAudioTracks()[0]
}

const troubles: Record<string, DeviceTrouble> = {
  NotAllowedError: 'blocked',
  PermissionDeniedError: 'blocked',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
  SecurityError: 'insecure',
}

/** What the browser's error means for a person. */
function troubleOf(error: unknown): DeviceTrouble {
  return troubles[nameOf(error)] ?? 'busy'
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : ''
}
