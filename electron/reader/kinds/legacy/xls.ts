import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { type Finding, type Given, NotRead } from '../../finding.ts'

/** Reads a workbook of before 2007 or a binary one; formulas are never calculated. */
export function readXls({ bytes, takeSheet }: Given, finding: Finding): Promise<void> {
  const book = opened(bytes)
  finding.pageCount(book.SheetNames.length)
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]!
    finding.page(`Sheet ${name}`, utils.sheet_to_csv(sheet, { FS: '\t', blankrows: false }).trim())
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0
    if (isHidden) finding.hides('hiddenSheet', name)
    takeSheet?.({ name, isHidden, rows: rowsOf(sheet) })
    const hidden = [...(sheet['!rows'] ?? []), ...(sheet['!cols'] ?? [])].filter((one) => one?.hidden).length
    if (hidden > 0) finding.hides('hiddenRows', `${name}: ${hidden} hidden rows or columns`, hidden)
    for (const cell of Object.values(sheet))
      for (const { t } of (cell as { c?: { t: string }[] })?.c ?? [])
        finding.hides('comments', `${name}: ${t}`)
  }
  if (book.vbaraw) finding.hides('macros', 'Macros, never run')
  for (const key of ['Title', 'Author', 'LastAuthor', 'Company'] as const)
    finding.fact(key, book.Props?.[key])
  if (book.Props?.Author) finding.hides('metadata', 'Author')
  return Promise.resolve()
}

function rowsOf(sheet: WorkSheet): string[][] {
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true })
}

function opened(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      cellFormula: false,
      cellHTML: false,
      cellStyles: true,
      bookVBA: true,
      cellDates: true,
    })
  } catch (error) {
    if (error instanceof Error && /password|encrypt/iu.test(error.message))
      throw new NotRead(
        'The workbook is locked with a password.',
        'Ask whoever sent it for the password, and read it again with it.',
      )
    throw new NotRead('The workbook is damaged.', 'Open it in Excel and save it again, or print it as PDF.')
  }
}
