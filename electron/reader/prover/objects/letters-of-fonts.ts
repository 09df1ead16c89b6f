import {
  type Dictionary,
  isDictionary,
  isList,
  isOperator,
  isText,
  type PdfValue,
  readValue,
} from './read-values.ts'
import type { Scan, Scanned } from './scan-objects.ts'

/** What the strings of a font say; null where the file does not tell it. */
export type Letters = ((string: Uint8Array) => string) | null

/** What a font writes: by its own table of letters, else by a known encoding; null where neither is there. */
export function lettersOf(scan: Scan, font: PdfValue | undefined): Letters {
  const dictionary = scan.resolve(font)
  if (!isDictionary(dictionary)) return null
  const table = tableOf(scan, dictionary.get('/ToUnicode'))
  if (table) return table
  return dictionary.get('/Subtype') === '/Type0' ? null : byEncoding(scan, dictionary)
}

/** The table of letters that a font brings, `/ToUnicode`. */
function tableOf(scan: Scan, reference: PdfValue | undefined): Letters {
  const object = streamAt(scan, reference)
  if (!object) return null
  const source = { bytes: scan.unpacked(object).bytes, at: 0 }
  const letters = new Map<number, string>()
  const lengths = new Set<number>()
  let before: PdfValue[] = []
  for (let value = readValue(source); value !== undefined; value = readValue(source)) {
    if (!isOperator(value)) before.push(value)
    else {
      if (value.op === 'endcodespacerange') for (const one of before) if (isText(one)) lengths.add(one.length)
      if (value.op === 'endbfchar') addPairs(letters, before)
      if (value.op === 'endbfrange') addRanges(letters, before)
      before = []
    }
  }
  if (letters.size === 0) return null
  const width = lengths.size === 1 ? [...lengths][0]! : null
  return (string) => {
    const step = width ?? (Math.max(...letters.keys()) > 255 ? 2 : 1)
    let text = ''
    for (let at = 0; at < string.length; at += step)
      text += letters.get(codeOf(string.subarray(at, at + step))) ?? '\uFFFD'
    return text
  }
}

function streamAt(scan: Scan, reference: PdfValue | undefined): Scanned | null {
  const to = typeof reference === 'object' && 'to' in reference ? reference.to : null
  const object = to === null ? undefined : scan.objects.get(to)
  return object?.raw ? object : null
}

const codeOf = (bytes: Uint8Array) => bytes.reduce((code, byte) => code * 256 + byte, 0)

const wide = (bytes: Uint8Array) =>
  bytes.length === 1
    ? String.fromCodePoint(bytes[0]!)
    : Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le')

function addPairs(letters: Map<number, string>, values: readonly PdfValue[]): void {
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [code, letter] = [values[at], values[at + 1]]
    if (isText(code) && isText(letter)) letters.set(codeOf(code), wide(letter))
  }
}

function addRanges(letters: Map<number, string>, values: readonly PdfValue[]): void {
  for (let at = 0; at + 2 < values.length; at += 3) {
    const [low, high, to] = [values[at], values[at + 1], values[at + 2]]
    if (!isText(low) || !isText(high)) continue
    const [first, last] = [codeOf(low), Math.min(codeOf(high), codeOf(low) + 65_535)]
    if (isList(to)) {
      to.forEach((one, index) => isText(one) && letters.set(first + index, wide(one)))
    } else if (isText(to) && to.length > 0) {
      const start = wide(to)
      const head = start.slice(0, -1)
      for (let code = first; code <= last; code += 1)
        letters.set(code, head + String.fromCharCode(start.charCodeAt(start.length - 1) + code - first))
    }
  }
}

function byEncoding(scan: Scan, font: Dictionary): Letters {
  const encoding = scan.resolve(font.get('/Encoding'))
  const named = isDictionary(encoding) ? scan.resolve(encoding.get('/BaseEncoding')) : encoding
  const differences = isDictionary(encoding) ? scan.resolve(encoding.get('/Differences')) : undefined
  // A drawn font has no letters but those it names.
  const isDrawn = font.get('/Subtype') === '/Type3'
  if (isDrawn && !isList(differences)) return null
  const letters = new Map<number, string>()
  const decode = new TextDecoder(named === '/MacRomanEncoding' ? 'macintosh' : 'windows-1252')
  if (!isDrawn)
    for (let code = 0; code < 256; code += 1) letters.set(code, decode.decode(Uint8Array.of(code)))
  let code = 0
  let isUnknown = false
  for (const value of isList(differences) ? differences : []) {
    if (typeof value === 'number') code = value
    else if (typeof value === 'string') {
      const letter = letterNamed(value.slice(1))
      if (letter === null) isUnknown = true
      letters.set(code, letter ?? '\uFFFD')
      code += 1
    }
  }
  if (isUnknown && isDrawn && [...letters.values()].every((letter) => letter === '\uFFFD')) return null
  return (string) => Array.from(string, (byte) => letters.get(byte) ?? '\uFFFD').join('')
}

const ACCENTS: readonly (readonly [string, string])[] = [
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circumflex', '\u0302'],
  ['dieresis', '\u0308'],
  ['tilde', '\u0303'],
  ['caron', '\u030C'],
  ['cedilla', '\u0327'],
  ['ring', '\u030A'],
]

const NAMED: Readonly<Record<string, string>> = {
  space: ' ',
  hyphen: '-',
  minus: '-',
  period: '.',
  comma: ',',
  colon: ':',
  semicolon: ';',
  at: '@',
  slash: '/',
  underscore: '_',
  plus: '+',
  parenleft: '(',
  parenright: ')',
  quotesingle: "'",
  quoteright: '’',
  quoteleft: '‘',
  quotedblleft: '“',
  quotedblright: '”',
  endash: '–',
  emdash: '—',
  ampersand: '&',
  numbersign: '#',
  fi: 'fi',
  fl: 'fl',
  ff: 'ff',
  ffi: 'ffi',
  ffl: 'ffl',
  germandbls: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  lslash: 'ł',
  Lslash: 'Ł',
  dotlessi: 'i',
}
const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** The letter that the name of a glyph stands for; null where the name says nothing. */
function letterNamed(name: string): string | null {
  const plain = name.split('.')[0]!
  if (/^[A-Za-z]$/u.test(plain)) return plain
  const code = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/u.exec(plain)
  const point = code ? Number.parseInt((code[1] ?? code[2])!, 16) : Number.NaN
  if (point <= 0x10_ff_ff) return String.fromCodePoint(point)
  const digit = DIGITS.indexOf(plain)
  if (digit >= 0) return `${digit}`
  const accent = ACCENTS.find(([word]) => plain.length === word.length + 1 && plain.endsWith(word))
  if (accent) return `${plain[0]}${accent[1]}`.normalize('NFC')
  return NAMED[plain] ?? null
}
