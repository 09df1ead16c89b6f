import type { SheetCells } from '#shared/reading/reading.ts'
import type { PagePart } from '#shared/registers/cases/case-marks.contract.ts'
import { readerEntry } from '../../reading/reader-entry.ts'
import { startReaderProcess } from '../../reading/reader-process.ts'
import type { CaseStore } from '../open-cases.ts'
import { type CellPlace, lettersOf, lettersOfCells } from '../workbooks/cells-on-pages.ts'
import { readSheets, type SheetsRead } from '../workbooks/read-sheets.ts'
import { textOf } from './mark-rows.ts'
import { columnName } from './sheet-parts.ts'

type Cell = CellPlace & { readonly start: number; end: number }

/** What was read last in each case: a person goes through one sheet page by page. */
const last = new WeakMap<CaseStore['raw'], { readonly source: number; readonly read: SheetsRead | null }>()

/**
 * The rows, columns and cells that a page of a spreadsheet shows, as they stand in the file itself. Null where the file
 * cannot be read again, or its pages do not say the same as its cells.
 */
export async function cellsOnPage(
  store: CaseStore,
  source: number,
  page: number,
): Promise<PagePart[] | null> {
  const read = await sheetsOf(store, source)
  if (!read) return null
  const cells = placesOf(store, read, source, page)
  return cells && partsOf(textOf(store, page), cells, read.sheets)
}

async function sheetsOf(store: CaseStore, source: number): Promise<SheetsRead | null> {
  const known = last.get(store.raw)
  if (known?.source === source) return known.read
  const reader = startReaderProcess({ entry: readerEntry() })
  try {
    const read = await readSheets(store, reader, source)
    last.set(store.raw, { source, read })
    return read
  } finally {
    await reader.close()
  }
}

/** Goes through the pages letter by letter beside the cells, up to the page that is asked for. */
function placesOf(
  store: CaseStore,
  { reading, sheets }: SheetsRead,
  source: number,
  page: number,
): Cell[] | null {
  const letters = lettersOfCells(reading, sheets)
  const pages = store.raw
    .prepare<[number, number], number>('select id from pages where source = ? and id <= ? order by id')
    .pluck()
    .all(source, page)
  let found: Cell[] = []
  for (const id of pages) {
    found = []
    const text = textOf(store, id)
    for (const { letter, at } of lettersOf(text)) {
      const next = letters.next()
      if (next.done || next.value.letter !== letter) return null
      const { cell } = next.value
      if (!cell) continue
      const open = found.at(-1)
      const end = at + String.fromCodePoint(text.codePointAt(at)!).length
      if (open && isSame(open, cell)) open.end = end
      else found.push({ ...cell, start: at, end })
    }
  }
  return found
}

const isSame = (one: CellPlace, other: CellPlace) =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column

function partsOf(text: string, cells: readonly Cell[], sheets: readonly SheetCells[]): PagePart[] {
  const part = (sheet: number, ref: string, start: number, end: number): PagePart => ({
    target: { kind: 'cells', sheet: sheets[sheet]?.name ?? '', ref },
    text: text.slice(start, end),
    start,
    end,
  })
  const rows = [...Map.groupBy(cells, ({ sheet, row }) => `${sheet} ${row}`).values()]
  const columns = cells.toSorted((one, other) => one.sheet - other.sheet || one.column - other.column)
  return [
    ...rows.map((row) => {
      const [first] = row
      return part(first!.sheet, `${first!.row + 1}:${first!.row + 1}`, first!.start, row.at(-1)!.end)
    }),
    ...columns.map(({ sheet, column, start, end }) =>
      part(sheet, `${columnName(column)}:${columnName(column)}`, start, end),
    ),
    ...cells.map(({ sheet, row, column, start, end }) =>
      part(sheet, `${columnName(column)}${row + 1}`, start, end),
    ),
  ]
}
