import type { Dictionary, Value } from './pdf-objects.ts'

/** Adds an object to a document and gives its reference. */
export type Add = (value: Value, stream?: Buffer) => Value

/** A part of a text in one font, as hexadecimal digits; `length` is its number of letters. */
export type FontRun = { readonly font: string; readonly hex: string; readonly length: number }

/** Fonts of a volume for text that is not seen; letters that no standard encoding has get codes of their own. */
export type UnseenFonts = {
  readonly runsOf: (text: string) => readonly FontRun[]
  /** The fonts by their names, made of what was asked for until then. */
  readonly addTo: (add: Add) => Dictionary
}

/** Each letter takes so much of its size, in the font for plain letters (Courier) and in the others alike. */
export const UNSEEN_ADVANCE = 0.6
const PLAIN = '/DpoText'
const WIDE = '/DpoText'
/** Codes of one font for other letters. */
const CODES = 255

/** Begins with no letters. */
export function unseenFonts(): UnseenFonts {
  const others = new Map<string, number>()
  const codeOf = (letter: string): { font: string; code: number } => {
    const plain = winAnsiOf(letter)
    if (plain !== null) return { font: PLAIN, code: plain }
    if (!others.has(letter)) others.set(letter, others.size)
    const number = others.get(letter)!
    return { font: `${WIDE}${Math.floor(number / CODES)}`, code: (number % CODES) + 1 }
  }
  return {
    runsOf(text) {
      const runs: FontRun[] = []
      for (const letter of text) {
        const { font, code } = codeOf(letter)
        const last = runs.at(-1)
        const hex = code.toString(16).padStart(2, '0')
        if (last?.font === font)
          runs[runs.length - 1] = { font, hex: last.hex + hex, length: last.length + 1 }
        else runs.push({ font, hex, length: 1 })
      }
      return runs
    },
    addTo(add) {
      const fonts: Dictionary = new Map([[PLAIN, add(entries(COURIER))]])
      const letters = [...others.keys()]
      for (let first = 0; first < letters.length; first += CODES)
        fonts.set(`${WIDE}${first / CODES}`, addEmptyFont(add, letters.slice(first, first + CODES)))
      return fonts
    },
  }
}

const COURIER = {
  '/Type': '/Font',
  '/Subtype': '/Type1',
  '/BaseFont': '/Courier',
  '/Encoding': '/WinAnsiEncoding',
}

const entries = (values: Readonly<Record<string, Value>>): Dictionary => new Map(Object.entries(values))

/** A font whose letters draw nothing and say what they stand for. */
function addEmptyFont(add: Add, letters: readonly string[]): Value {
  const names = letters.map((_, index) => `/g${index + 1}`)
  const nothing = stream(add, '600 0 0 0 0 0 d1')
  return add(
    entries({
      '/Type': '/Font',
      '/Subtype': '/Type3',
      '/FontBBox': ['0', '-200', '600', '800'],
      '/FontMatrix': ['0.001', '0', '0', '0.001', '0', '0'],
      '/FirstChar': '1',
      '/LastChar': `${letters.length}`,
      '/Widths': letters.map(() => '600'),
      '/Encoding': entries({ '/Type': '/Encoding', '/Differences': ['1', ...names] }),
      '/CharProcs': entries(Object.fromEntries(names.map((name) => [name, nothing]))),
      '/Resources': entries({}),
      '/ToUnicode': stream(add, unicodeMap(letters)),
    }),
  )
}

function unicodeMap(letters: readonly string[]): string {
  const pairs = letters.map(
    (letter, index) => `<${(index + 1).toString(16).padStart(2, '0')}> <${utf16Hex(letter)}>`,
  )
  const blocks: string[] = []
  for (let first = 0; first < pairs.length; first += 100) {
    const some = pairs.slice(first, first + 100)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /DpoText def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

const stream = (add: Add, text: string): Value => add(entries({}), Buffer.from(text, 'latin1'))

/** Text as UTF-16 in hexadecimal digits. */
export const utf16Hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

/** Letters of WinAnsi that stand elsewhere in Unicode, from 0x80; a dot where there is none. */
const MOVED = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'

/** The code of a letter in WinAnsi; null where it has none. */
export function winAnsiOf(letter: string): number | null {
  const code = letter.codePointAt(0)!
  if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff)) return code
  const moved = letter === '.' ? -1 : MOVED.indexOf(letter)
  return moved === -1 ? null : 0x80 + moved
}
