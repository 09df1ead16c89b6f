import type { ExportColumn } from '#shared/portability/export.ts'
import { GUARD_SAYS } from './guard.ts'
import { isRequired, NULL_SAYS, type WrittenCsv } from './data-package.ts'
import type { ColumnCounts } from './checked-rows.ts'
import { valueKind } from './value-kinds.ts'

/** The name of a property of ours; CSV on the Web has it that such names are whole addresses. */
export const csvwName = (word: string) => `urn:dpo-workbench:portability:1:${word}`

/**
 * What the CSV file of a table holds, as metadata of CSV on the Web, under the name at which its readers look for it.
 *
 * @source W3C Recommendation “Metadata Vocabulary for Tabular Data”, 17 December 2015
 */
export function csvwMetadata({ table, counts, sha256 }: WrittenCsv): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${table.key}.csv`,
    'dc:title': table.called.toWellFormed(),
    'dc:description': `${NULL_SAYS} ${GUARD_SAYS}`,
    [csvwName('rows')]: table.rows,
    [csvwName('sha256')]: sha256,
    dialect: {
      encoding: 'utf-8',
      lineTerminators: ['\r\n'],
      quoteChar: '"',
      doubleQuote: true,
      delimiter: ',',
      header: true,
      headerRowCount: 1,
      skipBlankRows: false,
      trim: false,
    },
    tableSchema: { columns: table.columns.map((column, at) => columnOf(column, counts[at]!)) },
  }
}

function columnOf(column: ExportColumn, counts: ColumnCounts): object {
  const { key, called, about, type, provenance, whose, basis } = column
  const title = called.toWellFormed()
  return {
    name: key,
    titles: title === key || title === '' ? [key] : [key, title],
    'dc:description': about.toWellFormed(),
    'dc:provenance': provenance,
    datatype: valueKind(type).csvw,
    required: isRequired(column, counts),
    null: [''],
    [csvwName('whose')]: whose,
    [csvwName('basis')]: basis.toWellFormed(),
    [csvwName('guarded')]: counts.guarded,
    [csvwName('replaced')]: counts.replaced,
    [csvwName('emptyTexts')]: counts.emptyTexts,
  }
}
