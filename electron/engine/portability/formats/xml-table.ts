import type { ExportColumn } from '#shared/portability/export.ts'
import type { SourceValue } from '#shared/portability/source.ts'
import { checkedRows, type ColumnCounts } from './checked-rows.ts'
import type { TableToWrite } from './table-to-write.ts'
import { valueKind } from './value-kinds.ts'
import { xmlText } from './xml-text.ts'

/** The beginning of a table's XML file, up to its rows. */
export function xmlHead({ key, rows }: TableToWrite['table']): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<table name="${key}" rows="${rows}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${key}.xsd">
`
}

/**
 * A table as XML 1.0: one element for each row, in it one for each column in their order, `xsi:nil` where nothing is
 * recorded. It is exact: what XML cannot carry is escaped, and the element says so.
 */
export async function* xmlTable(
  source: TableToWrite,
  counts: readonly ColumnCounts[],
): AsyncGenerator<Buffer> {
  const elements = source.table.columns.map(elementOf)
  yield Buffer.from(xmlHead(source.table))
  for await (const batch of checkedRows(source, counts)) {
    let text = ''
    for (const row of batch) {
      text += '<row>'
      for (let at = 0; at < elements.length; at += 1) text += elements[at]!(row[at]!)
      text += '</row>\n'
    }
    yield Buffer.from(text)
  }
  yield Buffer.from('</table>\n')
}

function elementOf({ key, type }: ExportColumn): (value: SourceValue) => string {
  const open = `<${key}>`
  const openEscaped = `<${key} escaped="true">`
  const close = `</${key}>`
  const nil = `<${key} xsi:nil="true"/>`
  const { write } = valueKind(type)
  if (type !== 'text') return (value) => (value === null ? nil : open + write(value) + close)
  return (value) => {
    if (value === null) return nil
    const { text, isEscaped } = xmlText(String(value))
    return (isEscaped ? openEscaped : open) + text + close
  }
}
