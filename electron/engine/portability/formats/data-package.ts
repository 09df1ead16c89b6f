import type { ExportColumn, ExportTable } from '#shared/portability/export.ts'
import type { ColumnCounts } from './checked-rows.ts'
import { GUARD_SAYS } from './guard.ts'
import { OWN_KEYWORDS } from './json-schema.ts'
import { valueKind } from './value-kinds.ts'

/** A CSV file as it was written. */
export type WrittenCsv = {
  readonly table: ExportTable
  readonly bytes: number
  readonly sha256: string
  readonly counts: readonly ColumnCounts[]
}

/** How texts that are empty and cells in which nothing is recorded are told apart. */
export const NULL_SAYS =
  'Nothing between two commas means that nothing is recorded; two quotation marks with nothing between them are a text of no length (as PostgreSQL’s COPY reads CSV).'

/** What the keywords of a data package that are not its standard’s own mean. */
const PACKAGE_KEYWORDS = {
  ...OWN_KEYWORDS,
  'x-guarded': `Cells of the column before which an apostrophe stands. ${GUARD_SAYS}`,
  'x-replaced':
    'Cells of the column in which U+FFFD stands for half a surrogate pair, which UTF-8 cannot carry.',
  'x-empty-texts': `Cells of the column that are texts of no length. ${NULL_SAYS}`,
  'x-rows': 'Rows of the table, without its heading.',
  'x-byte-order-mark': 'Whether the file begins with U+FEFF, by which spreadsheets know UTF-8.',
} as const

/** The CSV files of an export as a Frictionless tabular data package (version 1), which lies beside them. */
export function dataPackage(files: readonly WrittenCsv[]): object {
  return {
    profile: 'tabular-data-package',
    name: 'portability-export',
    title: 'Personal data to take along',
    description: 'The data as CSV files. The same is in JSON and XML where those were asked for.',
    'x-keywords': PACKAGE_KEYWORDS,
    resources: files.map(resourceOf),
  }
}

function resourceOf({ table, bytes, sha256, counts }: WrittenCsv): object {
  return {
    profile: 'tabular-data-resource',
    name: table.key,
    path: `${table.key}.csv`,
    title: table.called.toWellFormed(),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    'x-rows': table.rows,
    'x-byte-order-mark': true,
    dialect: {
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
      header: true,
      caseSensitiveHeader: true,
      csvddfVersion: 1.2,
    },
    schema: {
      fields: table.columns.map((column, at) => fieldOf(column, counts[at]!)),
      missingValues: [''],
    },
  }
}

function fieldOf(column: ExportColumn, counts: ColumnCounts): object {
  const { key, called, about, type, provenance, whose, basis } = column
  const isPlain = type !== 'dateTime' || counts.notPlainUtc === 0
  return {
    name: key,
    title: called.toWellFormed(),
    description: about.toWellFormed(),
    type: valueKind(type).tableSchema,
    format: isPlain ? 'default' : 'any',
    constraints: { required: isRequired(column, counts) },
    'x-type': type,
    'x-provenance': provenance,
    'x-whose': whose,
    'x-basis': basis.toWellFormed(),
    'x-guarded': counts.guarded,
    'x-replaced': counts.replaced,
    'x-empty-texts': counts.emptyTexts,
  }
}

/** Whether no cell of the column is empty to a reader who takes a text of no length for nothing. */
export function isRequired({ isFilled }: ExportColumn, { emptyTexts }: ColumnCounts): boolean {
  return isFilled && emptyTexts === 0
}
