type Options = { readonly media: MediaDevices | undefined; readonly onEnd: () => void }

/** The screen of this device, as long as it is shared. The browser's own stop button ends it as ours does. */
export class Share {
  readonly picture: MediaStreamTrack
  readonly sound: MediaStreamTrack | null
  readonly #stream: MediaStream
  #closed = false

  private constructor(stream: MediaStream, picture: MediaStreamTrack, onEnd: () => void) {
    this.#stream = stream
    this.picture = picture
    this.sound = stream.getAudioTracks()[0] ?? null
    picture.addEventListener('ended', () => this.#closed || onEnd(), { once: true })
  }

  /** Lets the person pick what to share; null when they think better of it, or the browser cannot share. */
  static async pick({ media, onEnd }: Options): Promise<Share | null> {
    try {
      const stream = await media?.getDisplayMedia({ video: screen, audio: true })
      const picture = stream?.getVideoTracks()[0]
      return stream && picture ? new Share(stream, picture, onEnd) : null
    } catch (error) {
      // Whatever the browser calls it, nothing is shared and nothing has changed.
      if (error instanceof DOMException) return null
      throw error
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    for (const track of this.#stream.getTracks()) track.stop()
  }
}

const screen = { width: { max: 1920 }, height: { max: 1080 }, frameRate: { max: 15 } }

/** Phones' browsers cannot share. */
export function canShare(media: MediaDevices | undefined): boolean {
  return typeof media?.getDisplayMedia === 'function'
}
