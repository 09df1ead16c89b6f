import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { ExportColumn, ExportTable } from '#shared/portability/export.ts'
import { BYTE_ORDER_MARK } from '../../tables/csv.ts'
import { type ColumnCounts, startCounts } from '../formats/checked-rows.ts'
import { csvwMetadata } from '../formats/csvw.ts'
import { dataPackage, type WrittenCsv } from '../formats/data-package.ts'
import { withGuard, withoutGuard } from '../formats/guard.ts'
import type { ExportRow } from '../formats/table-to-write.ts'
import { valueKind } from '../formats/value-kinds.ts'
import { type CsvCell, csvRecords } from './csv-records.ts'
import { firstDifference } from './differences.ts'
import type { FormToCheck, Place } from './form-to-check.ts'
import { textPieces, wholeJson } from './read-place.ts'
import type { Told } from './told.ts'

/** The CSV form of a table, with what was counted when it was written. */
export type CsvForm = FormToCheck & { readonly counts: readonly ColumnCounts[] }

const Field = z.object({
  name: ExportColumn.shape.key,
  title: ExportColumn.shape.called,
  description: ExportColumn.shape.about,
  format: z.string(),
  constraints: z.object({ required: z.boolean() }),
  'x-type': ExportColumn.shape.type,
  'x-provenance': ExportColumn.shape.provenance,
  'x-whose': ExportColumn.shape.whose,
  'x-basis': ExportColumn.shape.basis,
  'x-guarded': z.int(),
  'x-replaced': z.int(),
  'x-empty-texts': z.int(),
})
const Resource = z.object({
  name: ExportTable.shape.key,
  title: ExportTable.shape.called,
  bytes: z.int(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  'x-rows': z.int(),
  schema: z.object({ fields: z.array(Field) }),
})
const Package = z.object({ resources: z.array(Resource) })

/** The CSV files as the data package beside them describes them. Throws `rule` where that is none of ours. */
export async function packagedCsvs(place: Place): Promise<readonly WrittenCsv[]> {
  const given = await wholeJson(place, 'data/csv/datapackage.json')
  const parsed = Package.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new AppError('rule', `/${issue?.path.join('/') ?? ''} is not as it should be.`)
  }
  const files = parsed.data.resources.map(writtenCsv)
  const difference = firstDifference(given, dataPackage(files), ['/x-keywords', '/title', '/description'])
  if (difference !== null) throw new AppError('rule', `${difference}.`)
  return files
}

function writtenCsv({ name, title, bytes, hash, schema, ...rest }: z.infer<typeof Resource>): WrittenCsv {
  const columns = schema.fields.map((field): ExportColumn => ({
    key: field.name,
    called: field.title,
    about: field.description,
    type: field['x-type'],
    isFilled: field.constraints.required,
    provenance: field['x-provenance'],
    whose: field['x-whose'],
    basis: field['x-basis'],
  }))
  const table = { key: name, called: title, columns, rows: rest['x-rows'], flagged: 0 }
  const counts = startCounts(table)
  for (const [at, field] of schema.fields.entries())
    Object.assign(counts[at]!, {
      guarded: field['x-guarded'],
      replaced: field['x-replaced'],
      emptyTexts: field['x-empty-texts'],
      notPlainUtc: field.format === 'any' ? 1 : 0,
    })
  return { table, bytes, sha256: hash.slice('sha256:'.length), counts }
}

/** What the metadata for CSV on the Web say otherwise than the data package; null where both say the same. */
export async function csvwDifference(place: Place, file: WrittenCsv): Promise<string | null> {
  const given = await wholeJson(place, `data/csv/${file.table.key}.csv-metadata.json`)
  return firstDifference(given, csvwMetadata(file), ['/dc:description'])
}

/** The CSV form of a table as its data package describes it. */
export function csvForm(place: Place, written: WrittenCsv): CsvForm {
  const file = `data/csv/${written.table.key}.csv`
  return {
    file,
    table: written.table,
    counts: written.counts,
    rows: (told) => csvRows(place, file, written, told),
  }
}

async function* csvRows(
  place: Place,
  file: string,
  { table, bytes, sha256, counts }: WrittenCsv,
  told: Told,
): AsyncGenerator<readonly ExportRow[]> {
  const hash = createHash('sha256')
  let length = 0
  const pieces = textPieces(place, file, (piece) => {
    hash.update(piece)
    length += piece.length
  })
  const found = startCounts(table)
  const readers = table.columns.map((column, at) => cellReader(column, found[at]!))
  let number = -1
  for await (const records of csvRecords(pieces)) {
    const batch: ExportRow[] = []
    for (const record of records) {
      number += 1
      if (number === 0) checkHeading(record, table)
      else batch.push(rowOf(record, { number, readers, table, told }))
    }
    if (batch.length > 0) yield batch
  }
  if (number !== table.rows)
    told.say(`The data package says ${table.rows} rows, but there are ${Math.max(0, number)}.`)
  if (length !== bytes) told.say(`The data package says ${bytes} bytes, but there are ${length}.`)
  if (hash.digest('hex') !== sha256) told.say('Its SHA-256 is not the one in the data package.')
  for (const [at, { key }] of table.columns.entries())
    for (const [name, words] of COUNTED)
      if (found[at]![name] !== counts[at]![name])
        told.say(`${key}: ${counts[at]![name]} ${words} are told of, but there are ${found[at]![name]}.`)
}

const COUNTED = [
  ['guarded', 'guarded cells'],
  ['emptyTexts', 'texts of no length'],
] as const

function checkHeading(cells: readonly CsvCell[], { columns }: ExportTable): void {
  const given = cells.map(({ text }) => text).join(',')
  if (given !== BYTE_ORDER_MARK + columns.map(({ key }) => key).join(','))
    throw new AppError('rule', 'Its heading is not that of the data package.')
}

type CellReader = (cell: CsvCell) => ExportRow[number] | undefined

type Row = {
  readonly number: number
  readonly readers: readonly CellReader[]
  readonly table: ExportTable
  readonly told: Told
}

function rowOf(record: readonly CsvCell[], { number, readers, table, told }: Row): ExportRow {
  if (record.length !== readers.length)
    told.say(`Row ${number} has ${record.length} cells, not ${readers.length}.`)
  return readers.map((read, at) => {
    const cell = record[at]
    const value = cell ? read(cell) : null
    const { key, type, isFilled } = table.columns[at]!
    if (value === undefined) told.say(`Row ${number}, ${key}: the cell is none of ${type}.`)
    if (value === null && isFilled) told.say(`Row ${number}, ${key}: the cell is empty.`)
    return value ?? null
  })
}

function cellReader({ type }: ExportColumn, counts: ColumnCounts): CellReader {
  const { read } = valueKind(type)
  if (type !== 'text') return ({ text, isQuoted }) => (text === '' && !isQuoted ? null : read(text))
  return ({ text, isQuoted }) => {
    if (text === '') {
      if (isQuoted) counts.emptyTexts += 1
      return isQuoted ? '' : null
    }
    const value = withoutGuard(text)
    if (value !== text) counts.guarded += 1
    // A formula that is not guarded would be calculated.
    return withGuard(value) === text ? value : undefined
  }
}
