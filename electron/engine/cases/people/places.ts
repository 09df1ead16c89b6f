/** A place in the text of a page: first unit and the one after the last. */
export type Place = readonly [start: number, end: number]

/** Places that overlap joined into one, first to last. */
export function joined(places: readonly Place[]): Place[] {
  const found: [number, number][] = []
  for (const [start, end] of places.toSorted((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = found.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else found.push([start, end])
  }
  return found
}

/** Whether one of some places holds another whole. */
export const isWithin = ([start, end]: Place, places: readonly Place[]): boolean =>
  places.some(([from, to]) => from <= start && end <= to)

/** What of some places no other holds whole. */
export const without = (places: readonly Place[], others: readonly Place[]): Place[] =>
  others.length === 0 ? [...places] : places.filter((place) => !isWithin(place, others))
