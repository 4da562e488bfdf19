/** One measured figure beside the least that anything could need, measured in the same run. */
export type Figure = { name: string; value: number; unit: string; floor?: number; aim?: string }

/** One figure as it is printed: `name: value unit (ratio to floor)`. */
export function line({ name, value, unit, floor, aim }: Figure): string {
  const ratio = floor === undefined ? '' : ` (${round(value / floor)} × the floor of ${round(floor)})`
  return `${name}: ${round(value)} ${unit}${ratio}${aim ? `; aim ${aim}` : ''}`
}

/** The value below which that share of the values lies, 0 to 1. Throws where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (value === undefined) throw new Error('A percentile of nothing.')
  return value
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Three digits are as many as a short run is worth. */
function round(value: number): number {
  return Number(value.toPrecision(3))
}
