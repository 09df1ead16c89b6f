import type { LeftOut } from '#shared/portability/export.ts'
import type { SourceLook } from '#shared/portability/source.ts'
import type { Output } from '#shared/rpc/contract.ts'

/** A file before anything is decided: its tables, and the columns of one. */
export function lookLines(look: SourceLook): readonly string[] {
  const { fileName, form, bytes, tables, table, columns, rowsSeen, notes } = look
  const name = (one: string) => (one === '' ? '(the only table)' : one)
  return [
    `${fileName}: ${form}, ${bytes} bytes, ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`,
    ...tables.map(
      (one) => `  ${name(one.name)}: ${one.columns} columns${one.rows === null ? '' : `, ${one.rows} rows`}`,
    ),
    `Columns of ${name(table)}, from its first ${rowsSeen} rows:`,
    ...columns.map(
      (column) =>
        `  ${column.name}  (${column.type}, filled in ${column.filled}): ${column.samples.slice(0, 3).join(' | ')}`,
    ),
    ...notes.map((note) => `Note: ${note}`),
  ]
}

/** An export as it would be. */
export function previewLines({
  tables,
  leftOut,
  undecided,
  isWhole,
  notes,
}: Output<'portability.preview'>): readonly string[] {
  return [
    ...tables.flatMap(({ called, columns, rows, flagged, sample }) => [
      `${called}: ${rows} rows, ${columns.length} columns${flagged > 0 ? `; ${flagged} rows say something of others too` : ''}`,
      `  ${columns.map((column) => column.called).join(' | ')}`,
      ...sample.slice(0, SAMPLE).map((row) => `  ${row.map((value) => value ?? '').join(' | ')}`),
    ]),
    ...leftOutLines(leftOut),
    ...undecided.map(({ column, says }) => `UNDECIDED “${column}”: ${says}`),
    ...(isWhole ? [] : ['Only the first rows were read; --all reads them all.']),
    ...notes.map((note) => `Note: ${note}`),
  ]
}

/** Rows of a table that are shown. */
const SAMPLE = 5

/** An export that was made. */
export function builtLines(built: Output<'portability.build'>): readonly string[] {
  const { path, bytes, sha256, fingerprint, rows, entry, checks, passphrase, flagged } = built
  return [
    `${path}: ${rows} rows in ${entry.tables.length} ${entry.tables.length === 1 ? 'table' : 'tables'}, ${bytes} bytes, SHA-256 ${sha256}`,
    ...leftOutLines(entry.leftOut),
    ...(flagged > 0
      ? [`${flagged} rows say something of others too: look at them before it is handed over.`]
      : []),
    ...checks.map((check) => `Checked: ${check}`),
    `Fingerprint: ${fingerprint}`,
    ...(passphrase === null ? [] : [`Passphrase, shown this once; send it another way: ${passphrase}`]),
  ]
}

function leftOutLines(parts: readonly LeftOut[]): readonly string[] {
  return parts.map(({ source, column, says, citation, instead, rows }) => {
    const what = column === '' ? `${rows ?? 0} rows` : `“${column}”`
    return `LEFT OUT ${source}, ${what}: ${says} (${citation})${instead === '' ? '' : ` ${instead}`}`
  })
}
