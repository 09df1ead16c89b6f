import type { ChosenFile } from './chosen-file.ts'
import { notesOfNames } from './column-names.ts'
import type { TextPlan } from './encoding-of.ts'
import type { GrowingTable } from './growing-table.ts'
import { noSuchTable } from './limits.ts'
import type { OpenSource, SourceBatch } from './source.ts'
import { xmlSteps } from './xml-events.ts'
import { type XmlShape, xmlShape } from './xml-shape.ts'
import { BESIDE_ROWS, xmlTables } from './xml-tables.ts'

/**
 * XML as a source: each element that stands several times under one parent is a row. Every text and attribute inside
 * is in a column; comments and instructions to programs are not.
 */
export function xmlSource(file: ChosenFile, plan: TextPlan): Omit<OpenSource, 'close'> {
  let seen: GrowingTable | null = null
  let shaped: Promise<XmlShape> | null = null
  let looked: ReturnType<OpenSource['tables']> | null = null
  async function shape() {
    const found = xmlShape()
    for await (const _ of xmlSteps(file, plan, found)) continue
    return found.shape()
  }
  async function look() {
    const found = xmlTables(await (shaped ??= shape()), () => false)
    for await (const _ of xmlSteps(file, plan, found)) continue
    found.end()
    return Array.from(found.tables, ([name, table]) => ({
      name,
      columns: table.names.list().length,
      rows: table.rows(),
    }))
  }
  return {
    fileName: file.fileName,
    form: 'xml',
    bytes: file.bytes,
    encoding: plan.encoding,
    delimiter: null,
    tables: () => (looked ??= look()),
    async *read(wanted): AsyncGenerator<SourceBatch> {
      const rows = await (shaped ??= shape())
      const known = [...rows.values()]
      const name = wanted === '' && known.length === 1 ? known[0]! : wanted
      if (!known.includes(name) && name !== BESIDE_ROWS) throw noSuchTable(file.fileName, wanted)
      const found = xmlTables(rows, (table) => table === name)
      for await (const _ of xmlSteps(file, plan, found)) {
        seen = found.tables.get(name) ?? null
        const batch = seen?.batch()
        if (batch) yield batch
      }
      found.end()
      seen = found.tables.get(name) ?? null
      const last = seen?.batch()
      if (last) yield last
      if (!seen) throw noSuchTable(file.fileName, wanted)
    },
    notes: () => (seen ? notesOfNames(seen.names) : []),
  }
}
