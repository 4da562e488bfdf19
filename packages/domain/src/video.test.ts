import { describe, expect, test } from 'vitest'
import { layerForTile, layersFor } from './video.ts'

describe('the sizes a camera sends', () => {
  test.each([
    { width: 160, height: 90, scales: [1] },
    { width: 320, height: 180, scales: [1] },
    { width: 320, height: 240, scales: [1] },
    { width: 480, height: 270, scales: [1] },
    { width: 640, height: 360, scales: [2, 1] },
    { width: 360, height: 640, scales: [2, 1] },
    { width: 640, height: 480, scales: [2, 1] },
    { width: 960, height: 540, scales: [2, 1] },
    { width: 1280, height: 720, scales: [4, 2, 1] },
    { width: 1920, height: 1080, scales: [4, 2, 1] },
  ])('$width × $height is sent at scales $scales', ({ width, height, scales }) => {
    expect(layersFor(width, height).map((layer) => layer.scaleResolutionDownBy)).toEqual(scales)
  })

  test.each([
    { width: 320, height: 180, bitrates: [200_000] },
    { width: 640, height: 360, bitrates: [200_000, 500_000] },
    { width: 360, height: 640, bitrates: [200_000, 500_000] },
    { width: 1280, height: 720, bitrates: [200_000, 500_000, 1_500_000] },
  ])('$width × $height costs at most $bitrates bit/s', ({ width, height, bitrates }) => {
    expect(layersFor(width, height).map((layer) => layer.maxBitrate)).toEqual(bitrates)
  })

  test('the full picture is always among them, and is the last', () => {
    for (const lines of [90, 180, 270, 360, 480, 540, 720, 1080, 2160]) {
      expect(layersFor((lines * 16) / 9, lines).at(-1)?.scaleResolutionDownBy).toBe(1)
    }
  })

  test('a single size has no layers in time, for it would be another kind of stream', () => {
    expect(layersFor(320, 180)[0]).not.toHaveProperty('scalabilityMode')
    expect(layersFor(640, 360).every((layer) => layer.scalabilityMode === 'L1T2')).toBe(true)
  })
})

describe('the size a tile asks for', () => {
  test.each([
    { layers: 1, tile: 1080, layer: 0 },
    { layers: 2, tile: 120, layer: 0 },
    { layers: 2, tile: 240, layer: 0 },
    { layers: 2, tile: 241, layer: 1 },
    { layers: 2, tile: 1080, layer: 1 },
    { layers: 3, tile: 180, layer: 0 },
    { layers: 3, tile: 360, layer: 1 },
    { layers: 3, tile: 481, layer: 2 },
    { layers: 0, tile: 300, layer: 0 },
  ])('of $layers, $tile lines take number $layer', ({ layers, tile, layer }) => {
    expect(layerForTile(layers, tile)).toBe(layer)
  })
})
