import type { ValidateFunction } from 'ajv/dist/2020.js'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { ExportColumn, type ExportTable } from '#shared/portability/export.ts'
import { startCounts } from '../formats/checked-rows.ts'
import { tableJsonSchema } from '../formats/json-schema.ts'
import { jsonHead, jsonLine } from '../formats/json-table.ts'
import type { ExportRow } from '../formats/table-to-write.ts'
import { valueKind } from '../formats/value-kinds.ts'
import { firstDifference } from './differences.ts'
import type { FormToCheck, Place } from './form-to-check.ts'
import { linesOf, textPieces, wholeJson } from './read-place.ts'
import { schemaReader } from './schema-reader.ts'
import type { Told } from './told.ts'

const ColumnSchema = z.object({
  title: ExportColumn.shape.called,
  description: ExportColumn.shape.about,
  type: z.union([z.string(), z.array(z.string())]),
  format: z.string().optional(),
  'x-type': ExportColumn.shape.type,
  'x-provenance': ExportColumn.shape.provenance,
  'x-whose': ExportColumn.shape.whose,
  'x-basis': ExportColumn.shape.basis,
})
const TableSchema = z.object({
  title: z.string(),
  properties: z.object({ rows: z.object({ maxItems: z.int() }) }),
  $defs: z.object({ row: z.object({ properties: z.record(ExportColumn.shape.key, ColumnSchema) }) }),
})

/**
 * The JSON form of a table with the schema that lies in the archive. Throws `rule` where that schema is none of ours: what is
 * not known here could not be checked.
 */
export async function jsonForm(place: Place, key: string): Promise<FormToCheck> {
  const schema = await wholeJson(place, `data/schema/${key}.schema.json`)
  const table = tableOf(schema, key)
  const validate = compiled(schema)
  const file = `data/json/${key}.json`
  return { file, table, rows: (told) => jsonRows(textPieces(place, file), { table, validate, told }) }
}

function tableOf(schema: unknown, key: string): ExportTable {
  const parsed = TableSchema.safeParse(schema)
  if (!parsed.success) throw new AppError('rule', `It is not a schema of a table: ${pathOf(parsed.error)}.`)
  const { title, properties, $defs } = parsed.data
  const described = Object.entries($defs.row.properties)
  const columns = described.map(([name, column]): ExportColumn => ({
    key: name,
    called: column.title,
    about: column.description,
    type: column['x-type'],
    isFilled: !Array.isArray(column.type),
    provenance: column['x-provenance'],
    whose: column['x-whose'],
    basis: column['x-basis'],
  }))
  const table = { key, called: title, columns, rows: properties.rows.maxItems, flagged: 0 }
  const counts = startCounts(table)
  for (const [at, [, { format }]] of described.entries()) if (format !== 'date-time') counts[at]!.unzoned = 1
  const difference = firstDifference(schema, tableJsonSchema(table, counts), WORDS)
  if (difference !== null) throw new AppError('rule', `It is not the schema of a table: ${difference}.`)
  return table
}

/** What is only said to people, and may be said better one day. */
const WORDS = ['/x-keywords', '/description']

function pathOf({ issues: [issue] }: z.ZodError): string {
  return `/${issue?.path.join('/') ?? ''} is not as it should be`
}

function compiled(schema: unknown): ValidateFunction {
  const { $id } = schema as { readonly $id: string }
  const ajv = schemaReader()
  ajv.addSchema(schema as object)
  const validate = ajv.getSchema(`${$id}#/$defs/row`)
  if (!validate) throw new AppError('rule', 'It does not say what a row is.')
  return validate
}

type Checked = { readonly table: ExportTable; readonly validate: ValidateFunction; readonly told: Told }

const TAIL = ['  ]', '}', '']

/** Reads the file line by line: it is written with one row a line, and anything else is refused. */
async function* jsonRows(
  pieces: AsyncIterable<string>,
  checked: Checked,
): AsyncGenerator<readonly ExportRow[]> {
  const { table, told } = checked
  const head = jsonHead(table).split('\n')
  const lineOf = jsonLine(table.columns)
  let [number, count, ended, hasComma] = [0, 0, 0, true]
  for await (const lines of linesOf(pieces, '\n')) {
    const batch: ExportRow[] = []
    for (const line of lines) {
      number += 1
      const isRow = number > head.length && ended === 0 && line.startsWith('    {')
      if (isRow) {
        if (!hasComma) told.say(`A comma is missing after row ${count}.`)
        hasComma = line.endsWith(',')
        count += 1
        batch.push(rowOf(line, checked, count, lineOf))
      } else if (line !== (number <= head.length ? head[number - 1] : TAIL[ended++]))
        throw new AppError('rule', `Line ${number} is not as the form has it.`)
    }
    if (batch.length > 0) yield batch
  }
  if (ended !== TAIL.length) throw new AppError('rule', `It is cut off after row ${count}.`)
  if (count > 0 && hasComma) told.say(`A comma stands after the last row.`)
  if (count !== table.rows) told.say(`The schema says ${table.rows} rows, but there are ${count}.`)
}

function rowOf(
  line: string,
  { table, validate, told }: Checked,
  number: number,
  lineOf: (row: ExportRow) => string,
): ExportRow {
  const text = line.endsWith(',') ? line.slice(4, -1) : line.slice(4)
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    throw new AppError('rule', `Row ${number} is not JSON.`)
  }
  if (!validate(row)) {
    const [error] = validate.errors ?? []
    told.say(`Row ${number} is not as the schema says: ${error?.instancePath ?? ''} ${error?.message ?? ''}.`)
  }
  const values = table.columns.map(({ key }) => (row as Record<string, ExportRow[number]>)[key] ?? null)
  for (const [at, { key, type }] of table.columns.entries())
    if (values[at] !== null && !valueKind(type).holds(values[at]!))
      told.say(`Row ${number}, ${key}: the value is none of ${type}.`)
  if (lineOf(values) !== text)
    told.say(`Row ${number} is not written as the form has it: each column once and in order, no blanks.`)
  return values
}
