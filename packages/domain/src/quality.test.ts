import { describe, expect, test } from 'vitest'
import { qualityOf, type QualitySample, type SteadyQuality, steadyQuality, targetBitrate } from './quality.ts'

const sample: QualitySample = { targetBitrate: 1000, bitrate: 1000, lossShare: 0, videoOn: true, silentMs: 0 }

describe('the word', () => {
  test.each([
    ['half of the target', { bitrate: 500 }, 'good'],
    ['less than half', { bitrate: 499 }, 'fair'],
    ['three tenths', { bitrate: 300 }, 'fair'],
    ['less than three tenths', { bitrate: 299 }, 'poor'],
    ['less than a tenth', { bitrate: 99 }, 'poor'],
    ['loss does not matter with a picture', { lossShare: 0.2 }, 'good'],
    ['voice with little loss', { videoOn: false, bitrate: 0, lossShare: 0.059 }, 'good'],
    ['voice with 6 % loss', { videoOn: false, bitrate: 0, lossShare: 0.06 }, 'fair'],
    ['voice with 8 % loss', { videoOn: false, bitrate: 0, lossShare: 0.08 }, 'poor'],
    ['voice with half lost', { videoOn: false, bitrate: 0, lossShare: 0.5 }, 'poor'],
    ['a picture nobody asked bits for', { targetBitrate: 0, bitrate: 0, lossShare: 0.07 }, 'fair'],
    ['three seconds of silence', { silentMs: 3000 }, 'good'],
    ['more than three seconds', { silentMs: 3001 }, 'lost'],
  ])('%s', (_, more, word) => {
    expect(qualityOf({ ...sample, ...more })).toBe(word)
  })

  test.each([
    [90, 200_000],
    [180, 200_000],
    [359, 200_000],
    [360, 500_000],
    [719, 500_000],
    [720, 1_500_000],
    [1080, 1_500_000],
  ])('a picture of %d lines aims at %d bits a second', (lines, bitrate) => {
    expect(targetBitrate(lines)).toBe(bitrate)
  })
})

describe('steady words', () => {
  const after = (told: [number, Parameters<typeof steadyQuality>[1]][]) =>
    told.reduce<SteadyQuality | null>((state, [now, word]) => steadyQuality(state, word, now), null)?.shown

  test.each([
    ['the first is shown', [[0, 'fair']], 'fair'],
    [
      'a short fall is not shown',
      [
        [0, 'good'],
        [1000, 'poor'],
        [2999, 'poor'],
      ],
      'good',
    ],
    [
      'a lasting fall is',
      [
        [0, 'good'],
        [1000, 'poor'],
        [3000, 'poor'],
      ],
      'poor',
    ],
    [
      'a fall that comes and goes is not',
      [
        [0, 'good'],
        [1000, 'poor'],
        [2000, 'good'],
        [3000, 'poor'],
      ],
      'good',
    ],
    [
      'a fall to one side, whichever word, is',
      [
        [0, 'good'],
        [1000, 'fair'],
        [3000, 'poor'],
      ],
      'poor',
    ],
    [
      'a rise takes longer',
      [
        [0, 'poor'],
        [1000, 'good'],
        [5999, 'good'],
      ],
      'poor',
    ],
    [
      'and is shown in the end',
      [
        [0, 'poor'],
        [1000, 'good'],
        [6000, 'good'],
      ],
      'good',
    ],
    [
      'a turn starts anew',
      [
        [0, 'fair'],
        [1000, 'good'],
        [5000, 'poor'],
        [6000, 'good'],
        [8000, 'good'],
      ],
      'fair',
    ],
    [
      'lost is shown at once',
      [
        [0, 'good'],
        [100, 'lost'],
      ],
      'lost',
    ],
    [
      'and so is life after it',
      [
        [0, 'lost'],
        [100, 'poor'],
      ],
      'poor',
    ],
  ] as [string, [number, Parameters<typeof steadyQuality>[1]][], string][])('%s', (_, told, shown) => {
    expect(after(told)).toBe(shown)
  })
})
