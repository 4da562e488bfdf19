/**
 * A stretch of time, half-open `[start, end)`, both in milliseconds since the epoch (UTC).
 * A stretch whose end is not after its start is empty and counts as nothing.
 */
export type Interval = { readonly start: number; readonly end: number }

/**
 * Joins stretches that overlap, touch, or lie at most `bridgeGapMs` milliseconds apart, so that two devices of one
 * person are not counted twice and a short reconnect does not cut a presence in two. The answer is sorted and disjoint.
 */
export function union(intervals: readonly Interval[], bridgeGapMs = 0): Interval[] {
  const sorted = intervals.filter(isSome).toSorted((a, b) => a.start - b.start)
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of sorted) {
    const last = joined.at(-1)
    if (last && start - last.end <= bridgeGapMs) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** The time that lies in both sets. Each side may overlap within itself; the answer is sorted and disjoint. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left = union(a)
  const right = union(b)
  const shared: Interval[] = []
  let i = 0
  let j = 0
  for (let x = left[i], y = right[j]; x && y; x = left[i], y = right[j]) {
    const both = { start: Math.max(x.start, y.start), end: Math.min(x.end, y.end) }
    if (isSome(both)) shared.push(both)
    if (x.end < y.end) i += 1
    else j += 1
  }
  return shared
}

/** What of each stretch lies inside the window; stretches wholly outside are dropped. */
export function clip(intervals: readonly Interval[], window: Interval): Interval[] {
  return intervals
    .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
    .filter(isSome)
}

/** Milliseconds covered by the set; time that is in it twice counts once. */
export function length(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, { start, end }) => sum + end - start, 0)
}

function isSome({ start, end }: Interval): boolean {
  return end > start
}
