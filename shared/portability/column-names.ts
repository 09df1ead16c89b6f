/** A name or value as it is compared: compatibility forms, letter case and blanks around and between do not count. */
export function folded(text: string): string {
  // Most values are plain letters and digits, and there may be millions of them.
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
}

const PLAIN = /^[!-~]*$/u

/**
 * Where a column of the given name stands: the one so called, or the only one so called but for case and blanks.
 * −1 where there is none, or where two could be meant.
 */
export function placeOf(columns: readonly string[], name: string): number {
  const places = placesOf(columns, name)
  return places.length === 1 ? places[0]! : -1
}

/** The places, from 0, of all columns that could be meant by a name. */
export function placesOf(columns: readonly string[], name: string): readonly number[] {
  const exact = placesWhere(columns, (column) => column === name)
  if (exact.length > 0) return exact
  const wanted = folded(name)
  return wanted === '' ? [] : placesWhere(columns, (column) => folded(column) === wanted)
}

function placesWhere(columns: readonly string[], fits: (column: string) => boolean): readonly number[] {
  return columns.flatMap((column, at) => (fits(column) ? [at] : []))
}
