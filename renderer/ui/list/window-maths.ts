/** How many rows are asked for at once. */
export const PAGE_SIZE = 100

/** The pages that hold the rows from `first` to `last`, both included. */
export function pagesBetween(first: number, last: number, total: number): number[] {
  if (total === 0) return [0]
  const from = Math.floor(Math.max(0, Math.min(first, total - 1)) / PAGE_SIZE)
  const to = Math.floor(Math.max(0, Math.min(last, total - 1)) / PAGE_SIZE)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Where a row is found: which page, and which of its rows. */
export function placeOf(index: number): { page: number; at: number } {
  return { page: Math.floor(index / PAGE_SIZE), at: index % PAGE_SIZE }
}
