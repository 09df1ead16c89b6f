import type { SourceValue } from '#shared/portability/source.ts'
import { type ColumnNames, columnNames } from './column-names.ts'
import { SOURCE_LIMITS, tooLongCell, tooManyColumns } from './limits.ts'
import type { SourceBatch, SourceRow } from './source.ts'

/** A table of objects or elements: its columns are found while its rows are. */
export type GrowingTable = {
  readonly names: ColumnNames
  readonly rows: () => number
  /** Puts a value into the row that is under way; a second one of the same path goes into a column of its own. */
  readonly put: (path: string, called: string, value: SourceValue) => void
  /** Whether something was put into the row that is under way. */
  readonly hasSome: () => boolean
  readonly endRow: () => void
  /** The rows since the last batch; null where there are none. */
  readonly batch: () => SourceBatch | null
}

/** Begins a table; without `keepsRows` it only counts them and finds the columns. */
export function growingTable(keepsRows: boolean): GrowingTable {
  const names = columnNames()
  const places = new Map<string, number>()
  let taken: SourceRow[] = []
  let values: SourceValue[] = []
  /** How often each path came in the row that is under way, where it came more than once. */
  let again = new Map<string, number>()
  let filled = new Set<number>()
  let rows = 0

  function placeOf(path: string, called: string): number {
    const found = places.get(path)
    if (found !== undefined) return found
    if (places.size >= SOURCE_LIMITS.columns) throw tooManyColumns(rows + 1)
    names.add(called)
    places.set(path, places.size)
    return places.size - 1
  }

  return {
    names,
    rows: () => rows,
    put(path, called, value) {
      if (typeof value === 'string' && value.length > SOURCE_LIMITS.cell) throw tooLongCell(rows + 1)
      let at = placeOf(path, called)
      while (filled.has(at)) {
        const times = (again.get(path) ?? 1) + 1
        again.set(path, times)
        at = placeOf(`${path}\u0000${times}`, called)
      }
      filled.add(at)
      while (values.length <= at) values.push(null)
      values[at] = value
    },
    hasSome: () => filled.size > 0,
    endRow() {
      rows += 1
      if (keepsRows) taken.push({ row: rows, values })
      values = []
      filled = new Set()
      if (again.size > 0) again = new Map()
    },
    batch() {
      if (taken.length === 0) return null
      const batch = { columns: names.list(), rows: taken }
      taken = []
      return batch
    },
  }
}
