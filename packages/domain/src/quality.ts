import type { Quality } from '@ithaca/contract'

/** One look at the media of one person. Source of words and limits: the Jitsi handbook. */
export type QualitySample = {
  /** Bits a second the picture should have at its size. */
  readonly targetBitrate: number
  /** Bits a second it has. */
  readonly bitrate: number
  /** Lost packets, as a share of 1. */
  readonly lossShare: number
  readonly videoOn: boolean
  /** Milliseconds since any media was last seen. */
  readonly silentMs: number
}

/** Longer than these milliseconds without any media is lost. */
export const lostAfterMs = 3000
/** How many milliseconds a change must last before it is shown: falling soon, rising later, so that the word is calm. */
export const worseHoldMs = 2000
export const betterHoldMs = 5000

/** Bits a second a VP8 picture should have, by its height in lines. */
const targets = [
  { lines: 180, bitrate: 200_000 },
  { lines: 360, bitrate: 500_000 },
  { lines: 720, bitrate: 1_500_000 },
] as const

/** Bits a second to expect of a picture of that many lines: the target of the largest known size it fills. */
export function targetBitrate(lines: number): number {
  return (targets.findLast((target) => lines >= target.lines) ?? targets[0]).bitrate
}

/**
 * The word for how media comes through. With a picture it goes by the share of the target bitrate, without one by lost
 * packets. Below the limits of poor it stays poor as long as anything arrives: only silence is lost.
 */
export function qualityOf(sample: QualitySample): Quality {
  const { targetBitrate, bitrate, lossShare, videoOn, silentMs } = sample
  if (silentMs > lostAfterMs) return 'lost'
  if (videoOn && targetBitrate > 0) {
    const share = bitrate / targetBitrate
    if (share >= 0.5) return 'good'
    return share >= 0.3 ? 'fair' : 'poor'
  }
  if (lossShare < 0.06) return 'good'
  return lossShare < 0.08 ? 'fair' : 'poor'
}

/** The word on the screen, and since when the measurements have pulled it to one side. */
export type SteadyQuality = {
  readonly shown: Quality
  readonly pulled: 'worse' | 'better' | null
  readonly since: number
}

/**
 * Keeps the shown word calm: it changes when the measurements have pulled to the same side for long enough. Lost is
 * shown at once, because it has lasted three seconds already, and so is the first sign of life after it.
 * `now` is in milliseconds of any steady clock; start with null.
 */
export function steadyQuality(state: SteadyQuality | null, measured: Quality, now: number): SteadyQuality {
  const settled = { shown: measured, pulled: null, since: now }
  if (!state || measured === 'lost' || state.shown === 'lost') return settled
  if (measured === state.shown) return { shown: state.shown, pulled: null, since: now }
  const pulled = rank[measured] > rank[state.shown] ? 'worse' : 'better'
  const since = pulled === state.pulled ? state.since : now
  const holdMs = pulled === 'worse' ? worseHoldMs : betterHoldMs
  return now - since >= holdMs ? settled : { shown: state.shown, pulled, since }
}

const rank = { good: 0, fair: 1, poor: 2, lost: 3 } as const satisfies Record<Quality, number>
