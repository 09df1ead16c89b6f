import { AppError } from '#shared/errors.ts'
import type { ExportTable } from '#shared/portability/export.ts'
import type { ExportRow } from '../formats/table-to-write.ts'
import { valueKind } from '../formats/value-kinds.ts'
import { unescapedText } from '../formats/xml-text.ts'
import type { Told } from './told.ts'
import { strictParser } from './xml-tree.ts'

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * The rows of a table's XML file in batches, each held against the columns: their elements in order, their types, `xsi:nil` only
 * where it is allowed. Throws `rule` where an element is none of the form.
 */
export async function* xmlRows(
  pieces: AsyncIterable<string>,
  table: ExportTable,
  told: Told,
): AsyncGenerator<readonly ExportRow[]> {
  const walk = startWalk(table, told)
  const parser = strictParser()
  parser.on('opentag', ({ name, attributes }) => walk.open(name, attributes as Record<string, string>))
  parser.on('closetag', () => walk.close())
  parser.on('text', (text) => walk.text(text))
  for await (const piece of pieces) {
    parser.write(piece)
    const batch = walk.taken()
    if (batch.length > 0) yield batch
  }
  parser.close()
  const batch = walk.taken()
  if (batch.length > 0) yield batch
  if (walk.count() !== table.rows)
    told.say(`The schema says ${table.rows} rows, but there are ${walk.count()}.`)
}

type Walk = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: () => void
  readonly text: (text: string) => void
  readonly taken: () => readonly ExportRow[]
  readonly count: () => number
}

type Cell = { text: string; isNil: boolean; isEscaped: boolean }

function startWalk(table: ExportTable, told: Told): Walk {
  const { columns } = table
  let [depth, count] = [0, 0]
  let rows: ExportRow[] = []
  let row: ExportRow[number][] = []
  let cell: Cell | null = null
  return {
    open(name, attributes) {
      depth += 1
      if (depth === 1) checkRoot(name, attributes, table)
      else if (depth === 2) {
        count += 1
        row = []
        if (name !== 'row' || Object.keys(attributes).length > 0)
          throw new AppError('rule', `Row ${count} is not an element “row” without attributes.`)
      } else {
        const expected = columns[row.length]?.key ?? 'nothing'
        if (depth > 3) throw new AppError('rule', `Row ${count}: “${name}” stands in ${expected}.`)
        if (name !== columns[row.length]?.key)
          throw new AppError('rule', `Row ${count}: “${name}” stands where ${expected} should.`)
        cell = startCell(attributes, count, name)
      }
    },
    close() {
      if (depth === 3 && cell) row.push(valueOf(cell, columns[row.length]!, count, told))
      else if (depth === 2) {
        if (row.length < columns.length) told.say(`Row ${count} ends before ${columns[row.length]!.key}.`)
        rows.push(columns.map((_, at) => row[at] ?? null))
      }
      cell = null
      depth -= 1
    },
    text(text) {
      if (cell) cell.text += text
      else if (depth > 0 && text.trim() !== '')
        throw new AppError('rule', `Near row ${count} stands a text outside the columns.`)
    },
    taken() {
      const batch = rows
      rows = []
      return batch
    },
    count: () => count,
  }
}

function checkRoot(
  name: string,
  attributes: Readonly<Record<string, string>>,
  { key, rows }: ExportTable,
): void {
  const expected: Readonly<Record<string, string>> = {
    name: key,
    rows: `${rows}`,
    'xmlns:xsi': XSI,
    'xsi:noNamespaceSchemaLocation': `${key}.xsd`,
  }
  const names = new Set([...Object.keys(expected), ...Object.keys(attributes)])
  const wrong = [...names].find((one) => attributes[one] !== expected[one])
  if (name !== 'table' || wrong !== undefined)
    throw new AppError('rule', `Its first element is not as the schema says: ${wrong ?? name}.`)
}

function startCell(attributes: Readonly<Record<string, string>>, row: number, name: string): Cell {
  const cell = { text: '', isNil: false, isEscaped: false }
  for (const attribute in attributes) {
    if (attributes[attribute] !== 'true' || (attribute !== 'xsi:nil' && attribute !== 'escaped'))
      throw new AppError('rule', `Row ${row}, ${name}: an attribute is not as the form has it.`)
    if (attribute === 'escaped') cell.isEscaped = true
    else cell.isNil = true
  }
  return cell
}

function valueOf(
  { text, isNil, isEscaped }: Cell,
  { key, type, isFilled }: ExportTable['columns'][number],
  row: number,
  told: Told,
): ExportRow[number] {
  const say = (what: string) => {
    told.say(`Row ${row}, ${key}: ${what}.`)
    return null
  }
  if (isNil && (isFilled || text !== '' || isEscaped)) return say('xsi:nil stands where it may not')
  if (isNil) return null
  if (isEscaped && type !== 'text') return say('only texts are escaped')
  const given = isEscaped ? unescapedText(text) : text
  const value = given === null ? undefined : valueKind(type).read(given)
  return value === undefined ? say(`the text is none of ${type}`) : value
}
