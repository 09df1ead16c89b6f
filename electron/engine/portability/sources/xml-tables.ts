import { type GrowingTable, growingTable } from './growing-table.ts'
import { SOURCE_LIMITS, tooLongCell } from './limits.ts'
import type { XmlHandlers } from './xml-events.ts'
import { pathOf, type XmlShape } from './xml-shape.ts'

/** The table of what stands beside the rows of a file. */
export const BESIDE_ROWS = 'Other values'

type Element = {
  readonly path: string
  /** What its column is called inside the row; empty for the row itself. */
  readonly called: string
  readonly table: GrowingTable
  readonly isRow: boolean
  readonly hasAttributes: boolean
  readonly counts: Map<string, number>
  text: string
}

/**
 * Makes rows of the elements that are rows: their attributes and children as “@id”, “name”, “address/street”; a second
 * child of one name as “phone (2)”. What stands beside them is one row of a table of its own.
 */
export function xmlTables(
  shape: XmlShape,
  keepsRowsOf: (table: string) => boolean,
): XmlHandlers & { readonly tables: ReadonlyMap<string, GrowingTable>; readonly end: () => void } {
  const tables = new Map(Array.from(shape.values(), (name) => [name, growingTable(keepsRowsOf(name))]))
  const beside = growingTable(true)
  const open: Element[] = []

  function elementOf(name: string, hasAttributes: boolean): Element {
    const parent = open.at(-1)
    const path = pathOf(parent?.path ?? '', name)
    const common = { path, hasAttributes, counts: new Map<string, number>(), text: '' }
    const isInRow = parent !== undefined && parent.table !== beside
    const row = isInRow ? undefined : shape.get(path)
    if (row !== undefined) return { ...common, called: '', table: tables.get(row)!, isRow: true }
    const count = (parent?.counts.get(name) ?? 0) + 1
    parent?.counts.set(name, count)
    const numbered = count === 1 ? name : `${name} (${count})`
    // The root itself stands in no name.
    const called = parent ? pathOf(parent.called, numbered) : ''
    return { ...common, called, table: parent?.table ?? beside, isRow: false }
  }

  function put({ table }: Element, called: string, value: string): void {
    if (value.length > SOURCE_LIMITS.cell) throw tooLongCell(table.rows() + 1)
    table.put(called, called, value)
  }

  return {
    open(name, attributes) {
      const own = Object.entries(attributes).filter(([key]) => !SAYS_HOW.test(key))
      const element = elementOf(name, own.length > 0)
      open.push(element)
      for (const [key, value] of own) put(element, pathOf(element.called, `@${key}`), value)
    },
    text(text) {
      const element = open.at(-1)
      if (element) element.text += text
    },
    close() {
      const element = open.pop()!
      const { called, text, table, counts } = element
      const hasChildren = counts.size > 0 || (table === beside && isAround(shape, element.path))
      const isBlank = text.trim() === ''
      if (called === '' || hasChildren) {
        if (!isBlank || (element.isRow && !table.hasSome())) put(element, pathOf(called, '#text'), text)
      } else if (text !== '' || !element.hasAttributes) put(element, called, text)
      if (element.isRow) table.endRow()
    },
    rows: () => [...tables.values()].reduce((sum, table) => sum + table.rows(), 0),
    tables,
    end() {
      if (!beside.hasSome()) return
      beside.endRow()
      tables.set(BESIDE_ROWS, beside)
    },
  }
}

/** Attributes that say how the file is to be read, and nothing about anybody. */
const SAYS_HOW = /^(?:xmlns(?::.*)?|xsi:(?:schemaLocation|noNamespaceSchemaLocation))$/u

const isAround = (shape: XmlShape, path: string) =>
  [...shape.keys()].some((row) => row.startsWith(`${path}/`))
