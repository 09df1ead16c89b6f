import type { WorkbookParts } from './unpack-workbook.ts'

/** A sheet as the workbook lists it. */
export type SheetPlace = { readonly name: string; readonly isHidden: boolean; readonly part: string | null }

/** What a sheet says besides its values. */
export type SheetLook = {
  /** The sheet with nothing in it but rows and cells that hold something. */
  readonly xml: string
  readonly hiddenRows: readonly number[]
  readonly formulas: number
  /** Formulas whose value the workbook does not hold. */
  readonly valueless: number
  readonly lastRow: number
  readonly lastColumn: number
  /** Cells whose number is shown with leading noughts, by address: how it is shown. */
  readonly padded: ReadonlyMap<string, string>
}

/** The sheets of a workbook in their order; a sheet without a part is a chart. */
export function sheetsOf(parts: WorkbookParts): readonly SheetPlace[] {
  return sheetPlaces(
    parts.get('xl/workbook.xml') ?? '',
    parts.get('xl/_rels/workbook.xml.rels') ?? '',
    (part) => parts.has(part) && /<(?:\w+:)?sheetData\b/u.test(parts.get(part)!),
  )
}

/** The sheets that a workbook lists, by its own part and the part that says where the others are. */
export function sheetPlaces(
  workbook: string,
  relations: string,
  isSheet: (part: string) => boolean,
): readonly SheetPlace[] {
  const targets = new Map(
    tags(relations, 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/u, 'xl/'),
    ]),
  )
  return tags(workbook, 'sheet').map((tag) => {
    const part = targets.get(attribute(tag, 'id')) ?? ''
    return {
      name: unescaped(attribute(tag, 'name')),
      isHidden: /hidden/iu.test(attribute(tag, 'state')),
      part: isSheet(part) ? part : null,
    }
  })
}

/** Looks at the XML of a sheet: what is hidden or calculated, how far it reaches, and which numbers have noughts in front. */
export function lookAtSheet(sheet: string, styles: string): SheetLook {
  const formats = paddingFormats(styles)
  const xml = errorsAsTexts(withoutEmpty(sheet))
  let [lastRow, lastColumn] = [0, 0]
  const padded = new Map<string, string>()
  for (const [, tag = ''] of xml.matchAll(tagsCalled('c'))) {
    const address = attribute(tag, 'r')
    const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(address) ?? []
    lastRow = Math.max(lastRow, Number(row))
    lastColumn = Math.max(lastColumn, columnOf(letters))
    const format = formats.size > 0 && formats.get(attribute(tag, 's'))
    if (format && ['', 'n'].includes(attribute(tag, 't'))) padded.set(address, format)
  }
  const hiddenRows = tags(xml, 'row').flatMap((tag) =>
    /^(?:1|true)$/u.test(attribute(tag, 'hidden')) ? [Number(attribute(tag, 'r'))] : [],
  )
  const valueless = xml.match(/(?:<\/(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*\/>)\s*<\/(?:\w+:)?c>/gu)?.length ?? 0
  return { xml, hiddenRows, formulas: tags(xml, 'f').length, valueless, lastRow, lastColumn, padded }
}

/** A whole number as a format of noughts shows it: `1234` in `00000` is `01234`, in `000 000` is `001 234`. */
export function padded(digits: string, format: string): string {
  if (!/^\d+$/u.test(digits)) return digits
  const places = format.replaceAll(/[^0]/gu, '').length
  const whole = digits.padStart(places, '0')
  const ahead = whole.length - places
  let next = ahead
  return whole.slice(0, ahead) + format.replaceAll('0', () => whole[next++]!)
}

/** Styles, by their number as cells name it, that show noughts in front. */
export function paddingFormats(styles: string): ReadonlyMap<string, string> {
  const codes = new Map(
    tags(styles, 'numFmt').map((tag) => [
      attribute(tag, 'numFmtId'),
      unescaped(attribute(tag, 'formatCode')),
    ]),
  )
  const [, cellFormats = ''] = /<(?:\w+:)?cellXfs\b([\s\S]*?)<\/(?:\w+:)?cellXfs>/u.exec(styles) ?? []
  return new Map(
    tags(cellFormats, 'xf').flatMap((tag, index) => {
      const format = codes.get(attribute(tag, 'numFmtId'))?.replace(/;@$/u, '').replaceAll('\\', '') ?? ''
      return /^(?=[^0]*0[^0]*0)[0 ()-]+$/u.test(format) ? [[String(index), format] as const] : []
    }),
  )
}

/** The library leaves out a cell that shows an error; it is to be seen. */
function errorsAsTexts(xml: string): string {
  return xml.replaceAll(/(<(?:\w+:)?c\b[^>]*?\bt=)(?:"e"|'e')/gu, '$1"str"')
}

/** Rows and cells that hold nothing but a look: a sheet may have a million of them. */
function withoutEmpty(xml: string): string {
  return xml
    .replaceAll(/<(?:\w+:)?c\b[^>]*(?:\/>|><\/(?:\w+:)?c>)/gu, '')
    .replaceAll(/<(?:\w+:)?row\b[^>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/gu, '')
}

/** What stands in each tag of a name. */
export const tags = (xml: string, name: string): readonly string[] =>
  Array.from(xml.matchAll(tagsCalled(name)), ([, inside = '']) => inside)

const tagsCalled = (name: string) => new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*)>`, 'gu')

const patterns = new Map<string, RegExp>()

/** What an attribute of a tag says; empty where there is none. */
export function attribute(tag: string, name: string): string {
  const made = patterns.get(name)
  const pattern = made ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
  if (!made) patterns.set(name, pattern)
  const [, double, single] = pattern.exec(tag) ?? []
  return double ?? single ?? ''
}

/** The number of a column by its letters: 1 for A. */
export function columnOf(letters: string): number {
  let column = 0
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64
  return column
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** A text of XML without its escapes. */
export function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu, (all, hex, decimal, name) => {
    const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal)
    if (!hex && !decimal) return NAMED[String(name)] ?? String(all)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
