import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import writeXlsx from 'write-excel-file/node'
import { textCell } from '#engine/tables/cells.ts'
import { NAUGHTY } from './naughty.ts'

/** One line of a list of people as somebody keeps it in a spreadsheet: every cell a text. */
export type HostileLine = {
  readonly name: string
  readonly kind: string
  readonly highRisk: string
  readonly affected: string
  readonly version: string
  readonly addressee: string
  /** Three lines of the address and the postcode. */
  readonly address: readonly [string, string, string, string]
  readonly email: string
  readonly language: string
  readonly safe: string
}

export const HOSTILE_HEADINGS = [
  'Full name',
  'Relationship',
  'High risk (Y/N)',
  'What was affected',
  'Letter version',
  'Addressed to',
  'Address line 1',
  'Address line 2',
  'Town',
  'Postcode',
  'E-mail',
  'Language needed',
  'Safe to write?',
] as const

/** Names that have broken letters, labels and spreadsheets: directions, marks, emoji, formulas, and very long ones. */
export const HOSTILE_NAMES: readonly string[] = [
  'O’Brien-Ó Súilleabháin',
  'Nguyễn Thị Ánh',
  'Zoe\u0308 Mu\u0308ller',
  'محمد عبد الله الأحمد',
  'נועה בן־דוד',
  'سارة (Sarah) حسن 12',
  '山田 太郎',
  'Наталія Шевченко',
  'Ελένη Παπαδοπούλου',
  'நந்தினி',
  '👩‍👩‍👧‍👦 Family 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\u202Eevil\u202C name',
  'Zero\u200Bwidth Joiner\u200D',
  `=cmd|' /C calc'!A0`,
  '=HYPERLINK("http://127.0.0.1:9/?"&A1,"Click")',
  '+44 20 7946 0018',
  '-2+3',
  '@SUM(1+1)',
  '＝1+1',
  'a,b;"c"|\'d\'\te',
  'Null',
  'undefined',
  'TRUE',
  '00123',
  '<script>alert(1)</script>',
  `Robert'); DROP TABLE records; --`,
  '{{name}} ${name} %s',
  `Anna-Maria ${'Wilhelmina '.repeat(30)}van der Berg`,
  'U',
  'Łukasz Żółć',
  'Line one\nLine two',
  'ẞ İ ı ŉ ǅ',
  'Z̸̡̛̳͈̈́͌a̴͕͑l̶̰̀g̷̦̎ó̵̠',
]

const KINDS = ['child', 'Parent', 'foster carer', 'Grandmother', 'Staff', 'other', 'young person', '']
const YES_OR_NO = ['Y', 'n', 'Yes', 'NO', 'true', 'FALSE', '1', '0', '']
const VERSIONS = ['standard', 'Easy read', 'child', 'Plain English', '']
const SAFE = ['Yes', 'no', 'check first', 'Y', '']
const STREETS = ['12 High Street', 'Flat 3, The "Old" Mill', '=1+1 Close', 'Ты Улица 5', '١٢ شارع النيل']

/**
 * Lines of people, the same in every run: real names in many scripts, naughty strings and formulas take turns, every
 * line with an address of its own, so that no two are the same person.
 */
export function hostileLines(count = 500): readonly HostileLine[] {
  const strings = NAUGHTY.filter((text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\s]/gu, '') !== '')
  const names = [...HOSTILE_NAMES, ...strings]
  const at = (list: readonly string[], index: number) => list[index % list.length]!
  return Array.from({ length: count }, (_, index) => ({
    name: index < names.length ? names[index]! : `${at(names, index)} ${index}`,
    kind: at(KINDS, index),
    highRisk: at(YES_OR_NO, index),
    affected: index % 3 === 0 ? `Report of ${index % 28} May, “page ${index}”\n${at(strings, index)}` : '',
    version: at(VERSIONS, index),
    addressee: index % 4 === 0 ? `The carers of ${at(HOSTILE_NAMES, index)}` : '',
    address: [`${index} ${at(STREETS, index)}`, '', 'Bromsgrove', `B60 ${index % 9}AD`],
    email: index % 2 === 0 ? `person${index}@example.org` : '',
    language: index % 7 === 0 ? 'Polski, large print' : '',
    safe: at(SAFE, index),
  }))
}

/** The cells of a line, under `HOSTILE_HEADINGS`. */
export function hostileCells(line: HostileLine): readonly string[] {
  const { name, kind, highRisk, affected, version, addressee, address, email, language, safe } = line
  return [name, kind, highRisk, affected, version, addressee, ...address, email, language, safe]
}

type Csv = { readonly delimiter?: string; readonly encoding?: string; readonly addBOM?: boolean }

/** The lines as a CSV file of any delimiter and encoding; what the encoding does not know becomes a question mark. */
export function hostileCsv(lines: readonly HostileLine[], options: Csv = {}): Buffer {
  const { delimiter = ',', encoding = 'utf8', addBOM = false } = options
  const rows = [HOSTILE_HEADINGS, ...lines.map(hostileCells)]
  const text = stringify(
    rows.map((row) => [...row]),
    { delimiter, record_delimiter: 'windows', quoted: true },
  )
  return iconv.encode(text, encoding, { addBOM })
}

/** The lines as a workbook in which every cell is a text, formulas included. */
export async function hostileXlsx(lines: readonly HostileLine[]): Promise<Buffer> {
  const rows = [HOSTILE_HEADINGS, ...lines.map(hostileCells)]
  return writeXlsx(rows.map((row) => row.map(textCell)) as never, { sheet: 'People' }).toBuffer()
}
