import type { SourceValue } from '#shared/portability/source.ts'
import type { ExportRow, TableToWrite } from './table-to-write.ts'
import { checkedRows, type ColumnCounts } from './checked-rows.ts'

/** The first lines of a table's JSON file, up to its rows. */
export function jsonHead({ key, columns }: TableToWrite['table']): string {
  const keys = JSON.stringify(columns.map((column) => column.key))
  return `{\n  "table": ${JSON.stringify(key)},\n  "columns": ${keys},\n  "rows": [`
}

/** What stands before each row. */
export const JSON_INDENT = '\n    '

/** The last line of a table's JSON file. */
export const JSON_TAIL = '\n  ]\n}\n'

/** The line of a row in the JSON file of a table with these columns, as it stands between the commas. */
export function jsonLine(columns: readonly { readonly key: string }[]): (row: ExportRow) => string {
  const names = columns.map(({ key }, at) => `${at > 0 ? ',' : '{'}${JSON.stringify(key)}:`)
  return (row) => {
    let text = ''
    for (let at = 0; at < names.length; at += 1) text += names[at]! + jsonOf(row[at]!)
    return `${text}}`
  }
}

/** Most texts hold nothing that JSON escapes, and this is found out faster than they are written anew. */
// oxlint-disable-next-line eslint/no-control-regex -- control characters are what is looked for
const PLAIN = /^[^"\\\u0000-\u001F\uD800-\uDFFF]*$/

function jsonOf(value: SourceValue): string {
  if (typeof value !== 'string') return String(value)
  return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value)
}

/**
 * A table as JSON (RFC 8259), one row a line, every column in every row. It is exact: half a surrogate pair is written as
 * its escape.
 */
export async function* jsonTable(
  source: TableToWrite,
  counts: readonly ColumnCounts[],
): AsyncGenerator<Buffer> {
  const line = jsonLine(source.table.columns)
  yield Buffer.from(jsonHead(source.table))
  let isFirst = true
  for await (const batch of checkedRows(source, counts)) {
    const lines = batch.map((row) => `${JSON_INDENT}${line(row)}`).join(',')
    yield Buffer.from(isFirst ? lines : `,${lines}`)
    isFirst = false
  }
  yield Buffer.from(JSON_TAIL)
}
