import { AppError } from '#shared/errors.ts'
import { ExportColumn, type ExportTable } from '#shared/portability/export.ts'
import { ValueType } from '#shared/portability/source.ts'
import type { ExportRow } from '../formats/table-to-write.ts'
import { valueKind } from '../formats/value-kinds.ts'
import { tableXmlSchema } from '../formats/xml-schema.ts'
import type { FormToCheck, Place } from './form-to-check.ts'
import { textPieces, wholeText } from './read-place.ts'
import { xmlRows } from './xml-rows.ts'
import { treeLines, type XmlTree, xmlTree } from './xml-tree.ts'

/**
 * The XML form of a table with the schema that lies in the archive. Throws `rule` where that schema holds anything that is
 * not known here: it could not be checked.
 */
export async function xmlForm(place: Place, key: string): Promise<FormToCheck> {
  const given = xmlTree(await wholeText(place, `data/xml/${key}.xsd`), WORDS)
  const table = tableOf(given, key)
  const lines = treeLines(given)
  const expected = treeLines(xmlTree(tableXmlSchema(table), WORDS))
  const other = lines.find((line, at) => line !== expected[at])
  if (other !== undefined || lines.length !== expected.length)
    throw new AppError('rule', `It is not the schema of a table. Not known here: ${other ?? 'its end'}`)
  const file = `data/xml/${key}.xml`
  return {
    file,
    table,
    rows: (told): AsyncIterable<readonly ExportRow[]> => xmlRows(textPieces(place, file), table, told),
  }
}

const WORDS = ['xs:annotation']

function tableOf(schema: XmlTree, key: string): ExportTable {
  const type = step(step(schema, 0), 0)
  const cells = step(step(step(step(type, 0), 0), 0), 0)
  const rows = Number(type.children[2]?.attributes['fixed'])
  if (!Number.isSafeInteger(rows) || rows < 0)
    throw new AppError('rule', 'It does not say how many rows there are.')
  return { key, called: '', columns: cells.children.map(columnOf), rows, flagged: 0 }
}

function step({ children }: XmlTree, at: number): XmlTree {
  const child = children[at]
  if (!child) throw new AppError('rule', 'It is not the schema of a table: it says too little.')
  return child
}

function columnOf({ attributes }: XmlTree): ExportColumn {
  const key = ExportColumn.shape.key.safeParse(attributes['name'])
  const type = ValueType.options.find((known) => valueKind(known).xml === attributes['type'])
  if (!key.success || !type)
    throw new AppError('rule', `Column ${attributes['name'] ?? ''} is of a type that is not known here.`)
  return {
    key: key.data,
    called: '',
    about: '',
    type,
    isFilled: attributes['nillable'] !== 'true',
    provenance: 'provided',
    whose: 'person',
    basis: '',
  }
}
