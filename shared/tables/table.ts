import { z } from 'zod'

/** How a text file may be encoded, and what a person calls it. The first ones are the usual ones. */
export const ENCODINGS = [
  { code: 'utf-8', label: 'UTF-8' },
  { code: 'windows-1252', label: 'Windows Western (1252)' },
  { code: 'utf-16le', label: 'UTF-16, little-endian' },
  { code: 'utf-16be', label: 'UTF-16, big-endian' },
  { code: 'macintosh', label: 'Mac OS Roman' },
  { code: 'iso-8859-1', label: 'ISO 8859-1 (Western)' },
  { code: 'iso-8859-15', label: 'ISO 8859-15 (Western, with €)' },
  { code: 'cp850', label: 'DOS Western (850)' },
  { code: 'iso-8859-2', label: 'ISO 8859-2 (Central European)' },
  { code: 'windows-1250', label: 'Windows Central European (1250)' },
  { code: 'windows-1251', label: 'Windows Cyrillic (1251)' },
  { code: 'koi8-r', label: 'KOI8-R (Cyrillic)' },
  { code: 'cp866', label: 'DOS Cyrillic (866)' },
  { code: 'iso-8859-5', label: 'ISO 8859-5 (Cyrillic)' },
  { code: 'windows-1253', label: 'Windows Greek (1253)' },
  { code: 'iso-8859-7', label: 'ISO 8859-7 (Greek)' },
  { code: 'windows-1254', label: 'Windows Turkish (1254)' },
  { code: 'windows-1255', label: 'Windows Hebrew (1255)' },
  { code: 'iso-8859-8', label: 'ISO 8859-8 (Hebrew)' },
  { code: 'windows-1256', label: 'Windows Arabic (1256)' },
  { code: 'iso-8859-6', label: 'ISO 8859-6 (Arabic)' },
  { code: 'windows-1257', label: 'Windows Baltic (1257)' },
  { code: 'windows-1258', label: 'Windows Vietnamese (1258)' },
  { code: 'gb18030', label: 'GB 18030 (Chinese)' },
  { code: 'big5', label: 'Big5 (Chinese)' },
  { code: 'shift_jis', label: 'Shift JIS (Japanese)' },
  { code: 'euc-jp', label: 'EUC-JP (Japanese)' },
  { code: 'euc-kr', label: 'EUC-KR (Korean)' },
] as const
export type Encoding = (typeof ENCODINGS)[number]['code']
export const Encoding = z.enum(ENCODINGS.map(({ code }) => code) as [Encoding, ...Encoding[]])

/** What may stand between the cells of a line. */
export const DELIMITERS = [
  { code: ',', label: 'Comma' },
  { code: ';', label: 'Semicolon' },
  { code: '\t', label: 'Tab' },
  { code: '|', label: 'Vertical bar' },
] as const
export type Delimiter = (typeof DELIMITERS)[number]['code']
export const Delimiter = z.enum(DELIMITERS.map(({ code }) => code) as [Delimiter, ...Delimiter[]])

/** One row as it was read: where it stands in the file, counted from 1 as a spreadsheet counts, and its cells as texts. */
export const TableRow = z.object({ row: z.int().min(1), cells: z.array(z.string()) })
export type TableRow = z.infer<typeof TableRow>

/** A table of any origin, whole; every row has the same number of cells, and blank rows are left out. */
export const Table = z.object({
  form: z.enum(['text', 'workbook']),
  /** The file's name without its folder. */
  fileName: z.string(),
  rows: z.array(TableRow),
  /** The sheets of a workbook in order, and the one that was read; none of a text file. */
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  sheet: z.string().nullable(),
  /** How a text was encoded and how sure that is; null for a workbook. */
  encoding: z
    .object({ code: Encoding, sureness: z.enum(['certain', 'likely', 'guess', 'chosen']) })
    .nullable(),
  delimiter: Delimiter.nullable(),
  /** What is worth knowing about the file, in sentences: blank rows, rows of other lengths, hidden rows, formulas. */
  problems: z.array(z.string()),
})
export type Table = z.infer<typeof Table>

/** "Row 4", "Rows 4, 7 and 9", "Rows 1, 2, 3 and 40 more": places in a file, at most ten by name. */
export function rowsInWords(rows: readonly number[]): string {
  if (rows.length === 1) return `Row ${rows[0]}`
  const named = rows.length > 11 ? rows.slice(0, 10) : rows.slice(0, -1)
  const last = rows.length > 11 ? `${(rows.length - 10).toLocaleString('en-GB')} more` : rows.at(-1)
  return `Rows ${named.join(', ')} and ${last}`
}
