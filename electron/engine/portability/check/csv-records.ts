import { AppError } from '#shared/errors.ts'
import { linesOf } from './read-place.ts'

/** A cell as it stands in a CSV, with whether it stood between quotation marks. */
export type CsvCell = { readonly text: string; readonly isQuoted: boolean }

const PLAIN = /^[^"\r\n]*$/u
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|$)/uy

/**
 * The records of a CSV in batches, strictly by RFC 4180: CRLF after each, also the last, commas between cells, quotation
 * marks doubled inside quotation marks. Throws `rule` naming the record, the heading being the first.
 */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  let [open, isOpen, number]: [string[], boolean, number] = [[], false, 0]
  let next: string | null = null
  for await (const lines of linesOf(pieces, '\r\n')) {
    const batch: (readonly CsvCell[])[] = []
    for (const line of lines) {
      // Only where another follows is a line known to have its end.
      const ended = next
      next = line
      if (ended === null) continue
      open.push(ended)
      if (hasOddMarks(ended)) isOpen = !isOpen
      if (isOpen) continue
      number += 1
      batch.push(cellsOf(open.join('\r\n'), number))
      open = []
    }
    if (batch.length > 0) yield batch
  }
  if (open.length > 0 || next !== '')
    throw new AppError('rule', `Record ${number + 1} is cut off: no CRLF ends it.`)
}

/** A line whose quotation marks are odd in number opens a cell, or closes one that was open. */
function hasOddMarks(text: string): boolean {
  let isOdd = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd
  return isOdd
}

function cellsOf(record: string, number: number): readonly CsvCell[] {
  if (PLAIN.test(record)) return record.split(',').map((text) => ({ text, isQuoted: false }))
  const cells: CsvCell[] = []
  CELL.lastIndex = 0
  for (;;) {
    const [, quoted, plain, end] = CELL.exec(record) ?? []
    if (end === undefined)
      throw new AppError('rule', `Record ${number} is no CSV (RFC 4180) from cell ${cells.length + 1} on.`)
    cells.push(
      quoted === undefined
        ? { text: plain ?? '', isQuoted: false }
        : { text: quoted.replaceAll('""', '"'), isQuoted: true },
    )
    if (end === '') return cells
  }
}
