import { AppError } from '#shared/errors.ts'
import type { PackPlan, PlanWorkbook } from '#shared/cases/pack-plan.ts'
import type { PageRemoval } from '#shared/cases/removal.ts'
import type { SheetCells } from '#shared/reading/reading.ts'
import { readerEntry } from '../../reading/reader-entry.ts'
import { type ReaderProcess, startReaderProcess } from '../../reading/reader-process.ts'
import type { FileToProve, PageToProve } from '../gate/file-to-prove.ts'
import type { CaseStore } from '../open-cases.ts'
import { unpackWords } from '../page-texts.ts'
import { isUnder } from '../pack/page-areas.ts'
import { namer } from '../pack/people-of-case.ts'
import { removalOf } from '../pack/removals.ts'
import { keyOf, type PageOfSheet, removedCells } from './cells-on-pages.ts'
import { isWholeHandedOver, sheetPages } from './pages-of-sheets.ts'
import { pagesGoing } from './plan-workbooks.ts'
import { readSheets } from './read-sheets.ts'
import { writeWorkbook } from './write-workbook.ts'

/** The longest text that a cell of a workbook holds. */
const LONGEST_CELL = 32_767

/** Which pages a pack hands over, and what is removed from each. */
export type Going = {
  readonly isGoing: (page: number) => boolean
  readonly removal: (page: number) => PageRemoval | null
}

/** The spreadsheets of a pack as workbooks of values, with labels in the place of the cells in which something is removed. */
export async function* makeWorkbooks(
  store: CaseStore,
  { pack, plan }: { readonly pack: number; readonly plan: PackPlan },
): AsyncGenerator<FileToProve> {
  if (plan.workbooks.length === 0) return
  const going = pagesGoing(plan.documents)
  const isGoing = (page: number) => going.has(page)
  const removal = (page: number) => removalOf(store, pack, page)
  const reader = startReaderProcess({ entry: readerEntry() })
  try {
    for (const workbook of plan.workbooks) {
      const sheets = await sheetsToHandOver({ store, reader, isGoing, removal }, workbook.source)
      if (!sheets) throw notTheSame(workbook)
      const pages = sheetPages(store, workbook.source)
        .filter(({ id }) => isGoing(id))
        .map(({ id }): PageToProve => ({ page: 1, casePage: id, removal: removal(id) }))
      const bytes = await writeWorkbook(sheets, plan.madeAt)
      yield { name: workbook.file, kind: 'workbook', bytes, pages }
    }
  } finally {
    await reader.close()
  }
}

const notTheSame = ({ title, file }: PlanWorkbook) =>
  new AppError(
    'rule',
    `“${title || file}” cannot be handed over as a workbook any more. Freeze the pack anew: it then goes as pages alone.`,
  )

/**
 * Which of some spreadsheets can go along as workbooks: those of which everything that shows is handed over, and whose
 * cells are found again on their pages.
 */
export async function whichCanGo(
  store: CaseStore,
  workbooks: readonly PlanWorkbook[],
  going: Going,
): Promise<readonly PlanWorkbook[]> {
  if (workbooks.length === 0) return []
  const reader = startReaderProcess({ entry: readerEntry() })
  const able: PlanWorkbook[] = []
  try {
    for (const workbook of workbooks)
      if (await sheetsToHandOver({ store, reader, ...going }, workbook.source)) able.push(workbook)
  } finally {
    await reader.close()
  }
  return able
}

type FromCase = Going & { readonly store: CaseStore; readonly reader: ReaderProcess }

/** The sheets of a file with labels in the place of what is removed; null where that cannot be told for every cell. */
async function sheetsToHandOver(
  { store, reader, isGoing, removal }: FromCase,
  source: number,
): Promise<readonly SheetCells[] | null> {
  const read = await readSheets(store, reader, source)
  if (!read) return null
  const { reading, sheets } = read
  if (sheets.every(({ isHidden }) => isHidden) || hasLongCell(sheets)) return null
  const shown = sheetPages(store, source)
  if (!isWholeHandedOver(shown, sheets, isGoing)) return null
  const pages = shown.map(({ id }) => pageOf(store, id, removal(id)))
  const isMarked = pages.some(({ removed }) => removed.length > 0)
  const cells = isMarked ? removedCells(reading, sheets, pages) : new Map<string, string>()
  if (!cells) return null
  const named = namer(store)
  return sheets.map(({ name, isHidden, rows }, sheet) => ({
    name: named(name),
    isHidden,
    rows: rows.map((texts, row) =>
      texts.map((text, column) => {
        const spoken = cells.get(keyOf({ sheet, row, column }))
        return spoken === undefined ? text : `[${spoken}]`
      }),
    ),
  }))
}

const hasLongCell = (sheets: readonly SheetCells[]) =>
  sheets.some(({ rows }) => rows.some((cells) => cells.some(({ length }) => length > LONGEST_CELL)))

/** The text of a page with the words that lie under what is removed. */
function pageOf({ raw }: CaseStore, page: number, removal: PageRemoval | null): PageOfSheet {
  const kept = raw
    .prepare<[number], { text: string; words: Buffer }>('select text, words from page_texts where page = ?')
    .get(page)
  if (!kept) return { text: '', removed: [] }
  const words = unpackWords(kept.words)
  const removed = (removal?.areas ?? []).flatMap(({ boxes, spoken }) =>
    boxes.length === 0
      ? [{ start: 0, end: kept.text.length, spoken }]
      : words.filter((word) => isUnder(word, boxes)).map(({ start, end }) => ({ start, end, spoken })),
  )
  return { text: kept.text, removed }
}
