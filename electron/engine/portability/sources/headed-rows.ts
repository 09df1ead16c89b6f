import type { SourceValue } from '#shared/portability/source.ts'
import { type ColumnNames, columnNames } from './column-names.ts'
import { addPlace, noPlaces, type Places, SOURCE_LIMITS, tooManyColumns } from './limits.ts'
import type { SourceBatch, SourceRow } from './source.ts'

/** What was met while the rows of a table were taken. */
export type RowTally = {
  readonly names: ColumnNames
  readonly longer: Places
  readonly shorter: Places
  blank: number
}

/** Nothing met yet. */
export const newRowTally = (): RowTally => ({
  names: columnNames(),
  longer: noPlaces(),
  shorter: noPlaces(),
  blank: 0,
})

/** Takes the rows of a table one after another, and makes batches of them. */
export type HeadedRows = {
  /** The row that comes next, counted below the headings; 0 is that of the headings. */
  readonly next: () => number
  /** Takes a row, before which so many stand that hold nothing and were not given. */
  readonly take: (values: readonly SourceValue[], gap?: number) => void
  /** What was taken since the last batch; null where there is nothing to tell. */
  readonly batch: () => SourceBatch | null
}

/**
 * Has the first row that holds something name the columns. Rows that hold nothing are passed over; cells beyond the
 * headings are kept in columns called by their place.
 */
export function headedRows(tally: RowTally): HeadedRows {
  const { names } = tally
  let taken: SourceRow[] = []
  let headings = 0
  /** Rows below the headings so far; −1 while there are no headings. */
  let rows = -1
  let isNamed = false

  function name(values: readonly SourceValue[]): void {
    headings = widthOf(values)
    if (headings > SOURCE_LIMITS.columns) throw tooManyColumns(0)
    for (const value of values.slice(0, headings)) names.add(value === null ? '' : String(value))
    rows = 0
  }

  function longer(values: readonly SourceValue[]): readonly SourceValue[] {
    const width = Math.max(headings, widthOf(values))
    if (width > SOURCE_LIMITS.columns) throw tooManyColumns(rows)
    if (width > headings) addPlace(tally.longer, rows)
    while (names.list().length < width) names.add(`Column ${names.list().length + 1}`)
    return values.slice(0, width)
  }

  return {
    next: () => rows + 1,
    take(values, gap = 0) {
      if (rows >= 0) rows += gap
      if (values.every(isNothing)) {
        tally.blank += 1
        if (rows >= 0) rows += 1
      } else if (rows < 0) name(values)
      else {
        rows += 1
        tally.blank += gap
        if (values.length < headings) addPlace(tally.shorter, rows)
        taken.push({ row: rows, values: values.length > headings ? longer(values) : values })
      }
    },
    batch() {
      // A table of headings alone still says what its columns are.
      if (taken.length === 0 && (isNamed || rows < 0)) return null
      const batch = { columns: names.list(), rows: taken }
      isNamed = true
      taken = []
      return batch
    },
  }
}

const isNothing = (value: SourceValue) =>
  value === null ||
  (typeof value === 'string' && (value === '' || (value.charCodeAt(0) <= 32 && value.trim() === '')))

const widthOf = (values: readonly SourceValue[]) => values.findLastIndex((value) => !isNothing(value)) + 1
