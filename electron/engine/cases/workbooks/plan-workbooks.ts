import type { PlanDocument, PlanWorkbook } from '#shared/cases/pack-plan.ts'
import type { CaseStore } from '../open-cases.ts'

/** Types of files that are spreadsheets. */
const SPREADSHEETS: readonly string[] = ['xlsx', 'xls', 'ods', 'csv', 'tsv']

/** Where a pack keeps a workbook; its name says nothing. */
export const workbookFile = (number: number) => `data/spreadsheets/${`${number}`.padStart(4, '0')}.xlsx`

/** The pages that a plan hands over. */
export function pagesGoing(documents: readonly PlanDocument[]): ReadonlySet<number> {
  const going = new Set<number>()
  for (const { runs } of documents)
    for (const { firstPage, pages } of runs)
      for (let index = 0; index < pages; index += 1) going.add(firstPage + index)
  return going
}

/** The spreadsheets of which pages are handed over; whether they can go along as workbooks shows when they are read. */
export function planWorkbooks({ raw }: CaseStore, documents: readonly PlanDocument[]): PlanWorkbook[] {
  const going = pagesGoing(documents)
  const rows = raw
    .prepare<[string], { source: number; page: number }>(
      `select sources.id as source, pages.id as page from sources join pages on pages.source = sources.id
       where sources.state = 'read' and sources.type in (select value from json_each(?)) order by pages.id`,
    )
    .all(JSON.stringify(SPREADSHEETS))
  const first = new Map<number, number>()
  for (const { source, page } of rows) if (going.has(page) && !first.has(source)) first.set(source, page)
  return [...first].flatMap(([source, page], index) => {
    const found = documents.find((document) => holds(document, page))
    if (!found) return []
    const { document, title } = found
    return { source, document, title, file: workbookFile(index + 1) }
  })
}

const holds = ({ runs }: PlanDocument, page: number) =>
  runs.some(({ firstPage, pages }) => page >= firstPage && page < firstPage + pages)
