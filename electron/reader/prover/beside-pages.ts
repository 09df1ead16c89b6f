import type { Findings } from './findings.ts'
import { readContent } from './objects/read-content.ts'
import { type Dictionary, isDictionary } from './objects/read-values.ts'
import type { Scan, Scanned } from './objects/scan-objects.ts'
import { addStrings, runsIn, type Strings, textsIn } from './objects/strings-of.ts'

/** So much of a picture or a font is looked through for words, in bytes. */
const HEAD_OF_PICTURE = 200_000

/** What can be read beside the pages of a file: what it says, and what programs, fonts and tables of theirs say. */
export type BesidePages = { readonly told: string; readonly technical: string }

/** Everything readable that no page shows: strings of all objects, and streams that are no content and no picture. */
export function textBesidePages(
  scan: Scan,
  inPages: ReadonlySet<number>,
  reached: ReadonlySet<number>,
  findings: Findings,
): BesidePages {
  const strings: Strings = { texts: [], names: [] }
  const all = [...scan.objects.values(), ...scan.earlier]
  for (const object of all) {
    addStrings(object.value, strings)
    if (!object.raw || !isDictionary(object.value)) continue
    const isCurrent = scan.objects.get(object.number) === object
    if (isCurrent && inPages.has(object.number) && !isPicture(object.value, scan)) continue
    const isUsed = isCurrent && reached.has(object.number)
    const { text, isTechnical } = textOfStream(scan, object, isUsed, findings)
    strings[isTechnical ? 'names' : 'texts'].push(text)
  }
  for (const loose of scan.loose) if (loose.length > 3) strings.texts.push(withoutTable(loose))
  return { told: strings.texts.join('\n'), technical: strings.names.join('\n') }
}

/** The table of places is digits only: it would be taken for telephone numbers. */
const withoutTable = (loose: Uint8Array) =>
  textsIn(loose)
    .replaceAll(/\d{10} \d{5} [nf]\s*/gu, '')
    .replaceAll(/startxref\s+\d+|\b\d+ \d+\s(?=\d|$)/gu, '')

const isPicture = (dictionary: Dictionary, scan: Scan) =>
  scan.resolve(dictionary.get('/Subtype')) === '/Image'

/** Kinds of streams that hold numbers and outlines: their letters are no words. */
const isNumbers = (dictionary: Dictionary) =>
  dictionary.get('/Type') === '/XRef' ||
  dictionary.get('/Type') === '/ObjStm' ||
  dictionary.has('/FunctionType') ||
  dictionary.has('/ShadingType') ||
  (dictionary.has('/N') && dictionary.has('/Alternate'))

type StreamText = { readonly text: string; readonly isTechnical: boolean }

function textOfStream(scan: Scan, object: Scanned, isUsed: boolean, findings: Findings): StreamText {
  const dictionary = object.value as Dictionary
  const { bytes, picture, unread } = scan.unpacked(object)
  if (unread) {
    findings.unread('objects', null, `A stream (object ${object.number}) could not be read: ${unread}.`)
    return { text: '', isTechnical: false }
  }
  if (picture || isPicture(dictionary, scan))
    return { text: runsIn(bytes, HEAD_OF_PICTURE), isTechnical: false }
  const isTechnical = isUsed && (isNumbers(dictionary) || isFontFile(dictionary) || isTableOfLetters(bytes))
  if (isTechnical) return { text: runsIn(bytes, HEAD_OF_PICTURE), isTechnical }
  // What nothing shows may be content of an earlier page: its strings are read as such as well.
  const content = readContent(scan, new Map([['/Contents', [{ to: object.number }]]]), new Map(), new Set())
  return { text: `${textsIn(bytes)}\n${content.shown}\n${content.beside}`, isTechnical }
}

/** Says which letters the codes of a font stand for, in words of its own. */
const isTableOfLetters = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4000)).includes('begincmap')

const isFontFile = (dictionary: Dictionary) =>
  dictionary.has('/Length1') ||
  ['/Type1C', '/CIDFontType0C', '/OpenType'].some((kind) => kind === dictionary.get('/Subtype'))
