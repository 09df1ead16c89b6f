import { AppError } from '#shared/errors.ts'
import { emailOf, nameOf, postcodeOf, telephoneOf } from './identifiers.ts'

/** One line of a list as it was given. */
export type ListLine = {
  /** Counted from 1, as an editor counts. */
  readonly line: number
  /** The line as it stands, to be written out again unchanged. */
  readonly text: string
  readonly cells: readonly string[]
}

/** What recognises a person on one line. */
export type Identifiers = {
  readonly emails: readonly string[]
  readonly telephones: readonly string[]
  /** `name|POSTCODE` */
  readonly persons: readonly string[]
}

export type ReadList = {
  /** The line with the names of the columns, if there is one. */
  readonly heading: ListLine | null
  readonly lines: readonly ListLine[]
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * Reads a pasted or dropped list: CSV with any columns and any usual delimiter, or one person on each line. Empty lines
 * are passed over; a first line without any address, number or postcode, of several cells or of a column's usual name,
 * is the heading. Refuses a list in which a quotation mark is never closed.
 */
export function readList(text: string): ReadList {
  const plain = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(plain)
  const lines = splitLines(plain, delimiter)
  const [first, ...others] = lines
  if (!first) return { heading: null, lines: [] }
  return isHeading(first) ? { heading: first, lines: others } : { heading: null, lines }
}

/** What recognises the person on a line; all empty when nothing on it is understood. */
export function identifiersOf({ cells }: ListLine, heading: ListLine | null): Identifiers {
  const postcodes = cells.flatMap((cell) => postcodeOf(cell) ?? postcodeWithin(cell) ?? [])
  const names = postcodes.length > 0 ? namesIn(cells, heading) : []
  return {
    emails: [...new Set(cells.flatMap((cell) => emailsIn(cell)))],
    telephones: [...new Set(cells.flatMap((cell) => telephoneOf(cell) ?? []))],
    persons: names.flatMap((name) => postcodes.map((postcode) => `${name}|${postcode}`)),
  }
}

/** Whether anything on a line can be compared. */
export function isUnderstood({ emails, telephones, persons }: Identifiers): boolean {
  return emails.length + telephones.length + persons.length > 0
}

const HEADINGS =
  /^(e-?mail( address)?|mail|(first|last|full|given|family|fore)? ?name|surname|title|mobile|(tele)?phone( number)?|tel|number|post ?code|address|contact)$/i

function isHeading({ cells }: ListLine): boolean {
  if (cells.some((cell) => HEADINGS.test(cell.trim()))) return true
  return (
    cells.length > 1 &&
    !isUnderstood(identifiersOf({ line: 1, text: '', cells }, null)) &&
    cells.every(isWord)
  )
}

const isWord = (cell: string) =>
  /^[\p{L} _-]*$/u.test(cell.trim()) && nameOf(cell) === null && cell.trim() === cell.trim().toLowerCase()

function emailsIn(cell: string): readonly string[] {
  const whole = emailOf(cell)
  if (whole || !cell.includes('@')) return whole ? [whole] : []
  return cell.split(/[\s,;]+/).flatMap((part) => emailOf(part) ?? [])
}

const postcodeWithin = (cell: string) =>
  postcodeOf(/\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\s*$/i.exec(cell.trim())?.[1] ?? '')

/** Names in one cell, in the columns the heading calls first and last name, or in two cells side by side. */
function namesIn(cells: readonly string[], heading: ListLine | null): readonly string[] {
  const column = (pattern: RegExp) =>
    cells[heading?.cells.findIndex((cell) => pattern.test(cell.trim())) ?? -1] ?? ''
  const split = `${column(/^(first|given|fore) ?name$/i)} ${column(/^(last ?name|family ?name|surname)$/i)}`
  const pairs = cells.slice(1).map((cell, index) => `${cells[index]} ${cell}`)
  const candidates = [...cells, split, ...(heading ? [] : pairs)].filter((cell) => !postcodeWithin(cell))
  return [...new Set(candidates.flatMap((candidate) => nameOf(candidate) ?? []))]
}

function delimiterOf(text: string): string {
  const [sample = ''] = text.trimStart().split(/\r?\n/, 1)
  const counts = DELIMITERS.map((delimiter) => sample.split(delimiter).length)
  const most = Math.max(...counts)
  return most === 1 ? ',' : DELIMITERS[counts.indexOf(most)]!
}

/** Splits into lines and cells; a quoted cell may hold the delimiter, doubled quotes and line ends. */
function splitLines(text: string, delimiter: string): readonly ListLine[] {
  const found: ListLine[] = []
  let [start, cells, cell, quotedFrom, line, lineOfStart] = [0, [] as string[], '', 0, 1, 1]
  let isQuoted = false
  const end = (at: number) => {
    const whole = text.slice(start, at).replace(/\r$/, '')
    if (whole.trim() !== '')
      found.push({ line: lineOfStart, text: whole, cells: [...cells, cell.replace(/\r$/, '')] })
    cells = []
    cell = ''
    start = at + 1
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (isQuoted) {
      if (sign === '\n') line += 1
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true
      quotedFrom = line
      cell = ''
    } else if (sign === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      end(at)
      line += 1
      lineOfStart = line
    } else cell += sign
  }
  if (isQuoted)
    throw new AppError(
      'invalid',
      `Line ${quotedFrom}: a quotation mark is opened and never closed. Close it and check again.`,
    )
  end(text.length)
  return found
}
