/** The colours of the series on white, in order. They differ in lightness too, and so when printed grey. */
export const SERIES_INKS = ['#1b5687', '#e0a13a', '#5aa69d', '#8f3b1f', '#a9b6c2', '#6b4a8a'] as const

/** The colour of the series at an index; they begin again when there are more series than colours. */
export function seriesInk(index: number): string {
  return SERIES_INKS[index % SERIES_INKS.length] ?? SERIES_INKS[0]
}
