import type { Reading, SheetCells } from '#shared/reading/reading.ts'
import { sectionsOf, type TextBlock } from '../import/text-blocks.ts'

/** A cell by its sheet, row and column, each from 0. */
export type CellPlace = { readonly sheet: number; readonly row: number; readonly column: number }

/** The text of a page of a spreadsheet, and which parts of it are removed, in UTF-16 units. */
export type PageOfSheet = {
  readonly text: string
  readonly removed: readonly { readonly start: number; readonly end: number; readonly spoken: string }[]
}

/** What signs divide cells and lines on the pages, or are lost when a text is laid out: they are not compared. */
const NOT_COMPARED = /[\s\p{C}|,;"'\u00AD\u2010-\u2015-]/u

type Letter = { readonly letter: string; readonly at: number }

/** The letters of a text that are compared, each with its place. */
export function* lettersOf(text: string): Generator<Letter> {
  let at = 0
  for (const character of text) {
    for (const letter of character.normalize('NFKC')) if (!NOT_COMPARED.test(letter)) yield { letter, at }
    at += character.length
  }
}

/**
 * Which cells the removed parts of the pages stand in, with what is said in their place: the pages are gone through
 * letter by letter beside the cells they were laid out from. Null where the two do not say the same, so that nobody can
 * tell; then the workbook must not go out.
 */
export function removedCells(
  { texts, type }: Pick<Reading, 'texts' | 'type'>,
  sheets: readonly SheetCells[],
  pages: readonly PageOfSheet[],
): ReadonlyMap<string, string> | null {
  const removed = new Map<string, string>()
  const shown = lettersOnPages(pages)
  for (const { letter, cell } of lettersOfCells({ texts, type }, sheets)) {
    const next = shown.next()
    if (next.done || next.value.letter !== letter) return null
    if (cell && next.value.spoken !== null) removed.set(keyOf(cell), next.value.spoken)
  }
  return shown.next().done === true ? removed : null
}

/** A name for a cell, to be looked up by. */
export const keyOf = ({ sheet, row, column }: CellPlace) => `${sheet}:${row}:${column}`

function* lettersOnPages(
  pages: readonly PageOfSheet[],
): Generator<{ letter: string; spoken: string | null }, undefined> {
  for (const { text, removed } of pages)
    for (const { letter, at } of lettersOf(text))
      yield { letter, spoken: removed.find(({ start, end }) => at >= start && at < end)?.spoken ?? null }
}

/** The letters of a spreadsheet in the order in which its pages show them, each with the cell it stands in. */
export function* lettersOfCells(
  { texts, type }: Pick<Reading, 'texts' | 'type'>,
  sheets: readonly SheetCells[],
): Generator<{ letter: string; cell: CellPlace | null }> {
  for (const [index, { blocks, label }] of sectionsOf(type, texts).entries()) {
    const [named, other] = [blocks.filter(isHeading), blocks.filter((block) => !isHeading(block))]
    yield* outside(named)
    const here = label.startsWith('Sheet ')
      ? [sheets.findIndex(({ name }) => label === `Sheet ${name}`)]
      : index === 0 && label === ''
        ? [...sheets.keys()]
        : []
    if (here.length === 0) yield* outside(other)
    // An OpenDocument file is one text, in which the names of the sheets stand above their rows.
    for (const sheet of here) yield* cellsOf(sheets, sheet, type === 'ods')
  }
}

const isHeading = ({ kind }: TextBlock) => kind === 'heading'

function* outside(blocks: readonly TextBlock[]) {
  for (const block of blocks)
    if (block.kind !== 'rule') for (const { letter } of lettersOf(block.text)) yield { letter, cell: null }
}

function* cellsOf(sheets: readonly SheetCells[], sheet: number, isNamed: boolean) {
  const found = sheets[sheet]
  if (!found) return
  if (isNamed) for (const { letter } of lettersOf(found.name)) yield { letter, cell: null }
  for (const [row, cells] of found.rows.entries())
    for (const [column, text] of cells.entries())
      for (const { letter } of lettersOf(text)) yield { letter, cell: { sheet, row, column } }
}
