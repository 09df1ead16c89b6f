import { attribute, paddingFormats, tags, unescaped } from '../../tables/reading/workbook-sheet.ts'

/** How a number is shown: as a day or moment, as a time of day, as a length of time, or with noughts in front. */
export type CellFormat =
  | { readonly kind: 'moment' | 'time' | 'length' }
  | { readonly kind: 'padded'; readonly format: string }

/** The styles of a workbook, by their number as cells name it, that show a number as something else. */
export function cellFormats(styles: string): ReadonlyMap<string, CellFormat> {
  const codes = new Map(
    tags(styles, 'numFmt').map((tag) => [
      attribute(tag, 'numFmtId'),
      unescaped(attribute(tag, 'formatCode')),
    ]),
  )
  const [, cells = ''] = /<(?:\w+:)?cellXfs\b([\s\S]*?)<\/(?:\w+:)?cellXfs>/u.exec(styles) ?? []
  const found = new Map<string, CellFormat>()
  for (const [index, tag] of tags(cells, 'xf').entries()) {
    const id = attribute(tag, 'numFmtId')
    const kind = kindOfCode(codes.get(id) ?? BUILT_IN(Number(id)))
    if (kind) found.set(String(index), { kind })
  }
  for (const [index, format] of paddingFormats(styles)) found.set(index, { kind: 'padded', format })
  return found
}

/** What a format code shows, without the texts, colours and conditions in it. */
function kindOfCode(code: string): 'moment' | 'time' | 'length' | null {
  const [first = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*./gu, '').split(';')
  if (/\[(?:h+|m+|s+)\]/iu.test(first)) return 'length'
  const plain = first.replaceAll(/\[[^\]]*\]|AM\/PM|A\/P|General/giu, '')
  const hasTime = /[hs]/iu.test(plain)
  if (/[yd]/iu.test(plain) || (/m/iu.test(plain) && !hasTime)) return 'moment'
  return hasTime ? 'time' : null
}

/** The codes that a workbook does not write down. */
const BUILT_IN = (id: number): string => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36) return 'yyyy-mm-dd'
  if (id >= 50 && id <= 58) return 'yyyy-mm-dd'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'hh:mm:ss'
  return id === 46 ? '[h]:mm:ss' : ''
}

const DAY_MS = 86_400_000
/** Days from the first day of each of the two calendars of workbooks to 1970. */
const [DAYS_1900, DAYS_1904] = [25_569, 24_107]
/** Workbooks have a 29 February 1900, which was not. */
const LEAP_1900 = 60
const LAST_DAY = 2_958_466

/** A number as its format shows it, in ISO 8601; null where no calendar has it. */
export function shownMoment(
  serial: number,
  kind: 'moment' | 'time' | 'length',
  is1904: boolean,
): string | null {
  if (serial < 0 || serial >= LAST_DAY) return null
  if (kind === 'length') return hours(serial)
  if (kind === 'time' && serial < 1) return new Date(Math.round(serial * DAY_MS)).toISOString().slice(11, 19)
  if (!is1904 && Math.floor(serial) === LEAP_1900) return null
  const days = is1904 ? serial - DAYS_1904 : serial - DAYS_1900 + (serial < LEAP_1900 ? 1 : 0)
  const [day, time = ''] = new Date(Math.round(days * DAY_MS))
    .toISOString()
    .replace(/(?:\.000)?Z$/u, '')
    .split('T')
  return time === '00:00:00' ? day! : `${day}T${time}`
}

/** "25:30:00". */
function hours(serial: number): string {
  const seconds = Math.round(serial * 86_400)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
