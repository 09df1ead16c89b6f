import { none } from 'stream-chain/core'
import { jsonParser, type Token } from 'stream-json/core/parser.js'
import { AppError } from '#shared/errors.ts'
import type { ChosenFile } from './chosen-file.ts'
import { notesOfNames } from './column-names.ts'
import type { TextPlan } from './encoding-of.ts'
import type { GrowingTable } from './growing-table.ts'
import { jsonTables } from './json-tables.ts'
import { nothingIn, noSuchTable, ONLY_TABLE, SOURCE_LIMITS, tooLongCell } from './limits.ts'
import type { OpenSource, SourceBatch } from './source.ts'
import { textOfFile } from './text-of-file.ts'

/** A longer list is looked at no further than its first rows. */
const COUNTED_BYTES = 16 * 1024 ** 2

/**
 * JSON and JSON Lines as a source. Numbers that a program would not show back as they are written come as texts, a key
 * that stands twice in an object has two columns, and a list inside a row comes as JSON.
 */
export function jsonSource(file: ChosenFile, plan: TextPlan): Omit<OpenSource, 'close'> {
  const hasLines = hasSeveralValues(plan.sample)
  let seen: GrowingTable | null = null
  let looked: ReturnType<OpenSource['tables']> | null = null
  /** A list at the top, or values one after another, are one table without looking further. */
  const isOne = hasLines || plan.sample.trimStart().startsWith('[')
  async function* rowsOf(name: string): AsyncGenerator<SourceBatch> {
    const found = jsonTables(hasLines, (table) => table === name)
    for await (const _ of stepsOf(file, plan, found)) {
      seen = found.tables().get(name) ?? null
      const batch = seen?.batch()
      if (batch) yield batch
    }
    if (rowsIn(found) === 0) throw nothingIn(file.fileName)
  }
  async function first() {
    for await (const { columns } of rowsOf(ONLY_TABLE))
      return [{ name: ONLY_TABLE, columns: columns.length, rows: null }]
    return []
  }
  async function look() {
    if (isOne && file.bytes > COUNTED_BYTES) return first()
    const found = jsonTables(hasLines, () => false)
    for await (const _ of stepsOf(file, plan, found)) continue
    if (rowsIn(found) === 0) throw nothingIn(file.fileName)
    return Array.from(found.tables(), ([name, table]) => ({
      name,
      columns: table.names.list().length,
      rows: table.rows(),
    }))
  }
  return {
    fileName: file.fileName,
    form: 'json',
    bytes: file.bytes,
    encoding: plan.encoding,
    delimiter: null,
    tables: () => (looked ??= look()),
    async *read(wanted): AsyncGenerator<SourceBatch> {
      if (isOne && wanted === ONLY_TABLE) {
        yield* rowsOf(ONLY_TABLE)
        return
      }
      const known = await (looked ??= look())
      const name = wanted === '' && known.length === 1 ? known[0]!.name : wanted
      if (!known.some((table) => table.name === name)) throw noSuchTable(file.fileName, wanted)
      yield* rowsOf(name)
    },
    notes: () => (seen ? notesOfNames(seen.names) : []),
  }
}

/** Has the tables take the whole file, and stops after each piece and at the end. */
async function* stepsOf(
  file: ChosenFile,
  plan: TextPlan,
  found: ReturnType<typeof jsonTables>,
): AsyncGenerator<null> {
  const parse = jsonParser({ packValues: true, streamValues: false, jsonStreaming: true })
  let held = 0
  const take = (text: string | typeof none): void => {
    const tokens = tokensOf(parse, text, found, file.fileName)
    held = tokens.length > 0 ? 0 : held + (typeof text === 'string' ? text.length : 0)
    if (held > SOURCE_LIMITS.cell) throw tooLongCell(rowsIn(found) + 1)
    for (const token of tokens) found.take(token)
  }
  for await (const { text } of textOfFile(file, plan)) {
    take(text)
    yield null
  }
  take(none)
  found.end()
  await file.refuseChanged()
  yield null
}

function tokensOf(
  parse: ReturnType<typeof jsonParser>,
  text: string | typeof none,
  found: ReturnType<typeof jsonTables>,
  fileName: string,
): readonly Token[] {
  try {
    const given = parse(text as string) as { readonly values?: readonly Token[] } | typeof none
    return typeof given === 'object' ? (given.values ?? []) : []
  } catch (error) {
    const rows = rowsIn(found)
    throw new AppError(
      'invalid',
      `“${fileName}” breaks off or is not JSON ${rows === 0 ? 'from its first row on' : `after row ${rows.toLocaleString('en-GB')}`}. Have the system export it again, and choose that.`,
      { cause: error },
    )
  }
}

const rowsIn = (found: ReturnType<typeof jsonTables>) =>
  [...found.tables().values()].reduce((sum, table) => sum + table.rows(), 0)

/** Whether a text holds one value after another, as JSON Lines does. */
function hasSeveralValues(sample: string): boolean {
  let [depth, values] = [0, 0]
  let [isText, isEscaped] = [false, false]
  for (const sign of sample) {
    if (isText) {
      if (!isEscaped && sign === '"') isText = false
      isEscaped = !isEscaped && sign === '\\'
    } else if (sign === '"') isText = true
    else if (sign === '{' || sign === '[') {
      if (depth === 0) values += 1
      if (values > 1) return true
      depth += 1
    } else if (sign === '}' || sign === ']') depth -= 1
  }
  return false
}
