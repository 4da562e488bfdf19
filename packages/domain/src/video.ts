import { targetBitrate } from './quality.ts'

/** How one of the sizes is sent in which a camera's picture travels at once. */
export type Layer = {
  readonly scaleResolutionDownBy: number
  readonly maxBitrate: number
  /** Two layers in time, so that the engine can halve the frames for a weak network; nothing where one size is sent. */
  readonly scalabilityMode?: 'L1T2'
}

const small = 640 * 360
const large = 1280 * 720

/**
 * The sizes to send of a picture that is captured at this size, smallest first. A browser that is asked for more than
 * the picture has room for drops the largest, so that nobody gets the full picture: three only fit from 720 lines on.
 */
export function layersFor(width: number, height: number): readonly Layer[] {
  const pixels = width * height
  const lines = Math.min(width, height)
  if (pixels < small) return [{ scaleResolutionDownBy: 1, maxBitrate: targetBitrate(lines) }]
  const scales = pixels < large ? [2, 1] : [4, 2, 1]
  return scales.map((scale) => ({
    scaleResolutionDownBy: scale,
    maxBitrate: targetBitrate(lines / scale),
    scalabilityMode: 'L1T2',
  }))
}

/** Lines of the largest size where so many are sent. */
const topLines = [0, 180, 360, 720] as const

/**
 * The size to ask for, counted from 0 for the smallest, when that many are sent and the picture is shown on a tile of
 * so many device pixels in height. A picture may be stretched by a third before the next larger one is worth its bits.
 */
export function layerForTile(layers: number, tileLines: number): number {
  const top = topLines[Math.min(layers, 3)] ?? 0
  for (let layer = 0; layer < layers - 1; layer += 1) {
    const lines = top / 2 ** (layers - 1 - layer)
    if (tileLines <= lines * (4 / 3)) return layer
  }
  return Math.max(0, layers - 1)
}
