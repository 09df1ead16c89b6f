/** A number as people write it. */
export function counted(count: number): string {
  return count.toLocaleString('en-GB')
}

/** "9 of 10 (90%)"; says so when there is nothing to take a share of. */
export function share(part: number, whole: number): string {
  if (whole === 0) return 'none to count'
  return `${counted(part)} of ${counted(whole)} (${Math.round((part / whole) * 100)}%)`
}

/** The middle of some numbers, or the mean of the two in the middle; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0]
  return (low + high) / 2
}
