import { BYTE_ORDER_MARK } from '../../tables/csv.ts'
import type { ExportColumn } from '#shared/portability/export.ts'
import type { SourceValue } from '#shared/portability/source.ts'
import { checkedRows, type ColumnCounts } from './checked-rows.ts'
import { withGuard } from './guard.ts'
import type { TableToWrite } from './table-to-write.ts'
import { valueKind } from './value-kinds.ts'

/** What has to stand between quotation marks; a row that begins with “#” would be a remark to some readers. */
const TO_QUOTE = /[\r\n,"]|^[#\s]|\s$/u

/** Most cells are plain: neither quoted nor taken for a formula. This is found out faster. */
const PLAIN = /^[A-Za-z0-9](?:[ !#-+\--~]*[!#-+\--~])?$/

/** The heading row of a table's CSV file, with what tells spreadsheets that it is UTF-8. */
export function csvHead(columns: readonly ExportColumn[]): string {
  return `${BYTE_ORDER_MARK}${columns.map(({ key }) => key).join(',')}\r\n`
}

/**
 * A table as CSV (RFC 4180): UTF-8 with its mark, CRLF after each row. Nothing between two commas is null, two quotation marks
 * are a text of no length. An apostrophe stands before each text that a spreadsheet would calculate, and U+FFFD for half a
 * surrogate pair; both are counted for each column.
 */
export async function* csvTable(
  source: TableToWrite,
  counts: readonly ColumnCounts[],
): AsyncGenerator<Buffer> {
  const { columns } = source.table
  const cells = columns.map(({ type }, at) => (type === 'text' ? textCell(counts[at]!) : plainCell(type)))
  yield Buffer.from(csvHead(columns))
  for await (const batch of checkedRows(source, counts)) {
    let text = ''
    for (const row of batch) {
      for (let at = 0; at < cells.length; at += 1) text += (at > 0 ? ',' : '') + cells[at]!(row[at]!)
      text += '\r\n'
    }
    yield Buffer.from(text)
  }
}

type Cell = (value: SourceValue) => string

function plainCell(type: ExportColumn['type']): Cell {
  const { write } = valueKind(type)
  return (value) => (value === null ? '' : write(value))
}

function textCell(counts: ColumnCounts): Cell {
  return (value) => {
    if (value === null) return ''
    if (value === '') {
      counts.emptyTexts += 1
      return '""'
    }
    const given = String(value)
    if (PLAIN.test(given)) return given
    const whole = given.toWellFormed()
    if (whole !== given) counts.replaced += 1
    const text = withGuard(whole)
    if (text !== whole) counts.guarded += 1
    return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
}
