import type { SheetCells } from '#shared/reading/reading.ts'
import type { CaseStore } from '../open-cases.ts'

/** A page of a spreadsheet of a case, with what it is called. */
export type SheetPage = { readonly id: number; readonly label: string }

/** The pages of a spreadsheet in their order. */
export function sheetPages({ raw }: CaseStore, source: number): readonly SheetPage[] {
  return raw
    .prepare<[number], SheetPage>('select id, label from pages where source = ? order by id')
    .all(source)
}

/**
 * Whether every page that a workbook of values would show is handed over. What a workbook leaves out anyhow, hidden
 * sheets and comments, may be withheld.
 */
export function isWholeHandedOver(
  pages: readonly SheetPage[],
  sheets: readonly SheetCells[],
  isGoing: (page: number) => boolean,
): boolean {
  return pages.every(({ id, label }) => isGoing(id) || isLeftOut(label, sheets))
}

function isLeftOut(label: string, sheets: readonly SheetCells[]): boolean {
  if (label === 'Comments' || /^Comments, page \d+$/u.test(label)) return true
  const hasName = ({ name }: SheetCells) => {
    if (!label.startsWith(`Sheet ${name}`)) return false
    const rest = label.slice(`Sheet ${name}`.length)
    return rest === '' || /^, page \d+$/u.test(rest)
  }
  const named = sheets.filter(hasName)
  return named.length > 0 && named.every(({ isHidden }) => isHidden)
}
