import { createHash } from 'node:crypto'
import { jsonLine } from '../formats/json-table.ts'
import type { ExportRow } from '../formats/table-to-write.ts'

/** The SHA-256 over the rows of a table, exactly and as UTF-8 can carry them. */
export type RowHash = { readonly exact: string; readonly carried: string }

/** Takes rows in, in their order, and gives their hashes at the end. */
export function startRowHash(columns: readonly { readonly key: string }[]): {
  readonly add: (rows: readonly ExportRow[]) => void
  readonly digest: () => RowHash
} {
  const line = jsonLine(columns)
  const exact = createHash('sha256')
  // Half a surrogate pair is rare: until the first one comes, both hashes are one.
  let carried: ReturnType<typeof createHash> | null = null
  return {
    add(rows) {
      const text = `${rows.map(line).join('\n')}\n`
      const isWhole = !HALF.test(text)
      if (!isWhole) carried ??= exact.copy()
      exact.update(text)
      carried?.update(isWhole ? text : `${rows.map((row) => line(asCarried(row))).join('\n')}\n`)
    },
    digest() {
      const whole = exact.digest('hex')
      return { exact: whole, carried: carried?.digest('hex') ?? whole }
    },
  }
}

/** What JSON writes for half a surrogate pair; a backslash before it is looked into by the way. */
const HALF = /\\ud[89a-f]/u

/** A row as UTF-8 can carry it: U+FFFD for half a surrogate pair. */
export function asCarried(row: ExportRow): ExportRow {
  return row.map((value) => (typeof value === 'string' ? value.toWellFormed() : value))
}
