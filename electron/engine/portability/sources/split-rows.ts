import { SOURCE_LIMITS } from './limits.ts'

/** Refusals of what cannot be divided; each is told how many rows of the same piece came before. */
export type Refusals = {
  readonly tooLong: (rowsBefore: number) => Error
  readonly tooManyCells: (rowsBefore: number) => Error
  readonly unclosed: (rowsBefore: number) => Error
}

/** A row of a text: null where nothing stands between two delimiters, and an empty text where an empty pair of marks does. */
export type Cells = (string | null)[]

/** Takes the next piece of a text, and gives the rows that are whole now. */
export type SplitRows = (piece: string, isLast: boolean) => Cells[]

const [QUOTE, CR, LF] = [34, 13, 10]
/** What a cell needs more of before it can be told where it ends. */
const OPEN = -1

/**
 * Divides text into rows of cells as RFC 4180 has it, piece by piece: quoted cells may hold the delimiter, doubled
 * quotation marks and line ends, and lines end in any of the three usual ways. A mark inside a cell that is not quoted
 * stands for itself. csv-parse gives the same with `relax_quotes` in twice the time: an export reads everybody's
 * rows to find one person's.
 */
export function splitRows(delimiter: string, refusals: Refusals): SplitRows {
  const mark = delimiter.charCodeAt(0)
  let text = ''
  let cells: Cells = []
  let found: Cells[] = []
  /** Letters of the row that is under way, and of its last cell those among which its end is not. */
  let [held, seen] = [0, 0]

  function endOfPlain(from: number, isLast: boolean): number {
    let at = from
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === mark || code === LF) return at
      if (code === CR) return at + 1 < text.length || isLast ? at : OPEN
    }
    return isLast ? at : OPEN
  }

  /** Where the quotation mark stands that closes the cell, or how far there is none. */
  function closing(start: number, isLast: boolean): number {
    for (let from = Math.max(start + 1, seen); ;) {
      const close = text.indexOf('"', from)
      if (close === -1) {
        if (isLast) throw refusals.unclosed(found.length)
        seen = text.length
        return OPEN
      }
      if (text.charCodeAt(close + 1) === QUOTE) from = close + 2
      else {
        seen = close
        return close + 1 < text.length || isLast ? close : OPEN
      }
    }
  }

  function keepRest(from: number): void {
    text = text.slice(from)
    seen = Math.max(0, seen - from)
    if (text.length > SOURCE_LIMITS.cell || held + text.length > SOURCE_LIMITS.row)
      throw refusals.tooLong(found.length)
    if (cells.length > 2 * SOURCE_LIMITS.columns) throw refusals.tooManyCells(found.length)
  }

  return (piece, isLast) => {
    text = text === '' ? piece : text + piece
    found = []
    let start = 0
    // A delimiter at the very end has an empty cell behind it.
    while (start < text.length || (isLast && cells.length > 0)) {
      const isQuoted = text.charCodeAt(start) === QUOTE
      const close = isQuoted ? closing(start, isLast) : start
      const end = close === OPEN ? OPEN : endOfPlain(isQuoted ? close + 1 : start, isLast)
      if (end === OPEN) break
      if (isQuoted) cells.push(unquoted(text, start, close, end))
      else cells.push(end > start ? text.slice(start, end) : null)
      seen = 0
      const code = text.charCodeAt(end)
      if (code === mark) {
        held += end - start
        start = end + 1
        continue
      }
      found.push(cells)
      cells = []
      held = 0
      start = code === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1
    }
    keepRest(Math.min(start, text.length))
    return found
  }
}

/** What stands between the marks, and behind them where the cell goes on; its marks are kept then. */
function unquoted(text: string, start: number, close: number, end: number): string {
  const inside = text.slice(start + 1, close)
  const single = inside.includes('"') ? inside.replaceAll('""', '"') : inside
  return close + 1 === end ? single : `"${single}${text.slice(close, end)}`
}
