import type { DeviceChoice, DeviceKind } from './engine-state.ts'

type Lists = Record<DeviceKind, readonly DeviceChoice[]>

const kinds: Record<MediaDeviceKind, DeviceKind> = {
  videoinput: 'camera',
  audioinput: 'microphone',
  audiooutput: 'speaker',
}

/** Watches which devices there are. Read it anew after the person let us in: only then have they names. */
export class DeviceList {
  readonly #media: MediaDevices | undefined
  readonly #onChange: (lists: Lists) => void
  readonly #read = () => void this.read()

  constructor(media: MediaDevices | undefined, onChange: (lists: Lists) => void) {
    this.#media = media
    this.#onChange = onChange
    media?.addEventListener('devicechange', this.#read)
  }

  async read(): Promise<void> {
    const lists = listsOf((await this.#media?.enumerateDevices()) ?? [])
    this.#onChange(lists)
  }

  close(): void {
    this.#media?.removeEventListener('devicechange', this.#read)
  }
}

function listsOf(devices: readonly MediaDeviceInfo[]): Lists {
  const lists: Record<DeviceKind, DeviceChoice[]> = { camera: [], microphone: [], speaker: [] }
  for (const { kind, deviceId, label } of devices) {
    // A device without an id cannot be chosen: the browser has not let us know it yet.
    if (deviceId) lists[kinds[kind]].push({ id: deviceId, name: label })
  }
  return lists
}
