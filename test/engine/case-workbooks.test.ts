import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { removedCells } from '#engine/cases/workbooks/cells-on-pages.ts'
import { writeWorkbook } from '#engine/cases/workbooks/write-workbook.ts'
import { readWorkbook } from '#engine/tables/reading/read-workbook.ts'
import type { SheetCells } from '#shared/reading/reading.ts'
import { Instant } from '#shared/time/instant.ts'
import { unzippedBytes } from '#test/support/a-zip.ts'

const AT = Instant.parse('2026-11-22T09:00:00.000Z')

const sheet = (name: string, rows: string[][], isHidden = false): SheetCells => ({ name, isHidden, rows })

/** The text of a page as it is laid out from the sheets: a heading, then a line a row. */
const laidOut = (sheets: readonly SheetCells[]) =>
  sheets
    .map(({ name, rows }) => [`Sheet ${name}`, ...rows.map((cells) => cells.join(' | '))].join('\n'))
    .join('\n')

const reading = (sheets: readonly SheetCells[]) => ({
  type: 'xlsx',
  texts: sheets.map(({ name, rows }) => ({
    label: `Sheet ${name}`,
    text: rows.map((cells) => cells.join('\t')).join('\n'),
    needsOcr: false,
  })),
})

describe('cells in which something is removed', () => {
  test('are found wherever the words of a page were laid out from them, and only those', () => {
    const cell = fc.stringMatching(/^[A-Za-z0-9é£%=+ .'-]{0,12}$/u)
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (made, rowAt, columnAt) => {
        const sheets = [sheet('One', [['Head', 'Second'], ...made]), sheet('Two', made)]
        const row = rowAt % made.length
        const column = columnAt % made[row]!.length
        const wanted = made[row]![column]!
        fc.pre(/[A-Za-z0-9]/u.test(wanted))
        const before = laidOut([sheets[0]!]).length + 1 + 'Sheet Two\n'.length
        const lines = made.slice(0, row).reduce((sum, cells) => sum + cells.join(' | ').length + 1, 0)
        const start =
          before + lines + made[row]!.slice(0, column).reduce((sum, text) => sum + text.length + 3, 0)
        const removed = [{ start, end: start + wanted.length, spoken: 'redacted: Person A' }]
        const found = removedCells(reading(sheets), sheets, [{ text: laidOut(sheets), removed }])
        expect([...(found ?? [])]).toEqual([[`1:${row}:${column}`, 'redacted: Person A']])
      }),
    )
  })

  test('are not told where a page does not say what the cells say', () => {
    const sheets = [sheet('One', [['Amina', 'Idris']])]
    const text = laidOut(sheets)
    const tell = (page: string) => removedCells(reading(sheets), sheets, [{ text: page, removed: [] }])
    expect(tell(text)).toEqual(new Map())
    for (const other of [text.replace('Idris', 'Idr'), `${text} more`, text.replace('Amina', 'Amin4')])
      expect(tell(other)).toBeNull()
  })
})

describe('a workbook of values', () => {
  test('keeps every cell in its place, calculates nothing, and leaves out what is hidden and who made it', async () => {
    const rows = [
      ['', 'Name', '=1+1'],
      ['007', '12.5', '+44 1632'],
      ['', '', 'ends here'],
    ]
    const bytes = await writeWorkbook(
      [sheet("O'Brien [1]/2", rows), sheet('Private', [['HIDDENWORD']], true)],
      AT,
    )
    const read = await readWorkbook(bytes, null, 10)
    expect(read.sheets).toEqual([{ name: "O'Brien  1  2", isHidden: false }])
    expect(read.rows.map(({ cells }) => cells.map((text) => text))).toEqual(rows)
    expect(read.problems).toEqual([])
    const parts = await unzippedBytes(bytes)
    const all = [...parts].map(([name, part]) => `${name}\n${part.toString()}`).join('\n')
    for (const gone of [
      'HIDDENWORD',
      'Private',
      'docProps',
      '<f>',
      'definedName ',
      'comment',
      'pivot',
      'Creator',
    ])
      expect(all).not.toContain(gone)
    expect((await writeWorkbook([sheet("O'Brien [1]/2", rows)], AT)).equals(bytes)).toBe(true)
  })
})
