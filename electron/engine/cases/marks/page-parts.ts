import type { PagePart } from '#shared/registers/cases/case-marks.contract.ts'
import { prepared } from '../import/prepared.ts'
import type { CaseStore } from '../open-cases.ts'
import { pageRow } from '../pages.ts'
import { headerParts } from './header-parts.ts'
import { textOf } from './mark-rows.ts'
import { cellsOnPage } from './cells-on-page.ts'
import { sheetParts } from './sheet-parts.ts'

/** Types of files that are mails. */
const MAIL = new Set(['eml', 'msg', 'mhtml'])
/** Types of files whose pages are rows of cells without a name of their sheet. */
const TABLES = new Set(['csv', 'tsv'])
/** Pages of the same sheet that are read at most to count its rows, where its original does not tell. */
const MOST_PAGES = 3000

/** Cells, rows and columns of a page of a sheet, or the lines of the head of a mail; nothing on other pages. */
export async function pageParts(store: CaseStore, page: number): Promise<PagePart[]> {
  const { source, label, number } = pageRow(store, page)
  const type =
    prepared<{ type: string }>(store.raw, 'select type from sources where id = ?').get(source)?.type ?? ''
  const text = textOf(store, page)
  if (MAIL.has(type)) return number === 1 || label.startsWith('Message') ? headerParts(text) : []
  const sheet = sheetOf(type, label)
  if (sheet === null) return []
  const exact = await cellsOnPage(store, source, page)
  if (exact) return exact
  return sheetParts(sheet, text, rowsBefore(store, source, sheet, type, page))
}

/** The sheet that a page shows, by what the page is called: "Sheet Budget, page 2". */
function sheetOf(type: string, label: string): string | null {
  const found = /^Sheet (?<sheet>.+?)(?:, page \d+)?$/u.exec(label)?.groups?.['sheet']
  return found ?? (TABLES.has(type) ? '' : null)
}

type Before = { readonly id: number; readonly label: string }

/** The texts of the pages of the same sheet before a page, in order. */
function rowsBefore(store: CaseStore, source: number, sheet: string, type: string, page: number): string[] {
  return store.raw
    .prepare<[number, number], Before>(
      `select id, label from pages where source = ? and id < ? order by id limit ${MOST_PAGES}`,
    )
    .all(source, page)
    .filter(({ label }) => sheetOf(type, label) === sheet)
    .map(({ id }) => textOf(store, id))
}
