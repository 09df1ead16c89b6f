import { AppError } from '#shared/errors.ts'

/** What a file is by its first bytes: a workbook in a zip, or text. Anything else is refused with the way out. */
export function fileKind(bytes: Buffer): 'zip' | 'text' {
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return 'zip'
  refuseOtherFile(bytes)
  if (/^<(?:!doctype html|html|table|\?xml)/u.test(beginningOf(bytes)))
    throw notATable('a web page or XML', 'Open it in a spreadsheet and save it as CSV or .xlsx.')
  return 'text'
}

/** Refuses a PDF, a picture, an archive, a document of another kind and a locked or old workbook, by its first bytes. */
export function refuseOtherFile(bytes: Buffer): void {
  const other = OTHERS.find(({ magic }) => startsWith(bytes, magic))
  if (other) throw notATable(other.is, other.instead)
  if (bytes.subarray(0, 8).equals(OLE)) throw oldOffice(bytes)
  if (beginningOf(bytes).startsWith('{\\rtf')) throw notATable('a text document', COPY)
}

const beginningOf = (bytes: Buffer) => bytes.toString('latin1', 0, 400).trimStart().toLowerCase()

/** Refuses what was decoded and is no list after all: bytes of many control characters, and data of programs. */
export function refuseOtherText(text: string): void {
  const sample = text.slice(0, 8192)
  const strange = sample.replaceAll(/[^\p{Cc}]|\s/gu, '').length
  if (strange >= 40 && strange > sample.length / 12) throw notATable('not a text and not a workbook', SAVE)
  if (isJson(text)) throw notATable('JSON, the data of a program', SAVE)
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    // A list may well begin with a bracket.
    return false
  }
}

/** A refusal that says what the file is instead of a table. */
export function notATable(is: string, instead: string): AppError {
  return new AppError('invalid', `This file cannot be read as a table: it is ${is}. ${instead}`)
}

const SAVE = 'In a spreadsheet, save the list as .xlsx or CSV and choose that file.'
const COPY = 'Copy the list into a spreadsheet, save it as .xlsx or CSV and choose that file.'

const OTHERS: ReadonlyArray<{ readonly magic: string; readonly is: string; readonly instead: string }> = [
  { magic: '%PDF', is: 'a PDF', instead: COPY },
  { magic: '\u0089PNG', is: 'a picture', instead: COPY },
  { magic: '\u00FF\u00D8\u00FF', is: 'a picture', instead: COPY },
  { magic: 'GIF8', is: 'a picture', instead: COPY },
  { magic: '7z\u00BC\u00AF', is: 'an archive', instead: 'Take the list out of it first.' },
  { magic: 'Rar!', is: 'an archive', instead: 'Take the list out of it first.' },
  { magic: '\u001F\u008B', is: 'an archive', instead: 'Take the list out of it first.' },
  { magic: 'SQLite format 3', is: 'a database', instead: SAVE },
]

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** The container of Office before 2007, which also holds workbooks that a password locks. */
function oldOffice(bytes: Buffer): AppError {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage'))
    return notATable(
      'locked with a password',
      'Open it in a spreadsheet, save a copy without a password and choose that.',
    )
  if (holds('Workbook') || holds('Book')) return notATable('a workbook in the old format .xls', SAVE)
  return notATable('a document in an old Office format', COPY)
}

const startsWith = (bytes: Buffer, magic: string) => bytes.toString('latin1', 0, magic.length) === magic
