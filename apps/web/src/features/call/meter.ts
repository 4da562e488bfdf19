/** How loud a microphone is just now. */
export class Meter {
  readonly #context: AudioContext
  readonly #source: MediaStreamAudioSourceNode
  readonly #analyser: AnalyserNode
  readonly #samples: Float32Array<ArrayBuffer>

  constructor(track: MediaStreamTrack) {
    this.#context = new AudioContext()
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]))
    this.#analyser = this.#context.createAnalyser()
    this.#analyser.fftSize = 1024
    this.#samples = new Float32Array(this.#analyser.fftSize)
    this.#source.connect(this.#analyser)
  }

  /** From 0 for silence to 1 for a loud voice, even to the ear. */
  read(): number {
    // Browsers start sound only after a touch; each look is another try, and until then there is silence.
    if (this.#context.state === 'suspended') void this.#context.resume()
    this.#analyser.getFloatTimeDomainData(this.#samples)
    let sum = 0
    for (const sample of this.#samples) sum += sample * sample
    const decibels = 10 * Math.log10(sum / this.#samples.length + 1e-10)
    return Math.min(1, Math.max(0, (decibels + 60) / 50))
  }

  close(): void {
    this.#source.disconnect()
    void this.#context.close()
  }
}

/** Plays three soft notes on a speaker, so that a person hears whether it is the right one. */
export async function playTestSound(speakerId: string | null): Promise<void> {
  const context: AudioContext & { setSinkId?: (id: string) => Promise<void> } = new AudioContext()
  if (speakerId && context.setSinkId) await context.setSinkId(speakerId)
  const notes = [523.25, 659.25, 783.99]
  for (const [place, frequency] of notes.entries()) playNote(context, frequency, context.currentTime + place * 0.22)
  await new Promise((resolve) => setTimeout(resolve, 1400))
  await context.close()
}

function playNote(context: AudioContext, frequency: number, at: number): void {
  const note = new OscillatorNode(context, { frequency })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.2, at + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.6)
  note.connect(volume).connect(context.destination)
  note.start(at)
  note.stop(at + 0.6)
}
