import { type Letters, lettersOf } from './letters-of-fonts.ts'
import {
  type Dictionary,
  isDictionary,
  isList,
  isOperator,
  isReference,
  isText,
  type PdfValue,
  readValue,
} from './read-values.ts'
import { type Scan, textOf } from './scan-objects.ts'

/** What a content stream says: the letters it shows, in lines, and the strings beside them (alternative texts). */
export type Content = { shown: string; beside: string; unknownFonts: number; unread: string[] }

/** Forms stand in forms; deeper ones are made to break readers. */
const DEPTH = 12
/** A gap in a row of letters this wide, in thousandths of their size, is taken for a space. */
const GAP = -180

type Visit = {
  readonly scan: Scan
  readonly seen: Set<number>
  readonly fonts: Map<PdfValue, Letters>
  readonly content: Content
}

/** Reads the content of a page, its forms included, through the tables of letters of its fonts; never throws. */
export function readContent(
  scan: Scan,
  page: Dictionary,
  fonts: Map<PdfValue, Letters>,
  seen: Set<number>,
): Content {
  const content: Content = { shown: '', beside: '', unknownFonts: 0, unread: [] }
  const visit: Visit = { scan, seen, fonts, content }
  const listed = scan.resolve(page.get('/Contents'))
  const parts = (isList(listed) ? listed : [page.get('/Contents')]).flatMap((part) => streamOf(visit, part))
  const resources = inherited(scan, page, '/Resources')
  readStream(visit, Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])), resources, 0)
  return content
}

/** A value of a page that it may have from the pages above it. */
export function inherited(scan: Scan, page: Dictionary, key: string): PdfValue | undefined {
  let at: PdfValue | undefined = page
  for (let steps = 0; isDictionary(at) && steps < 50; steps += 1) {
    const value = scan.resolve(at.get(key))
    if (value !== undefined) return value
    at = scan.resolve(at.get('/Parent'))
  }
  return undefined
}

function streamOf({ scan, seen, content }: Visit, part: PdfValue | undefined): Uint8Array[] {
  if (!isReference(part)) return []
  const object = scan.objects.get(part.to)
  if (!object?.raw) return []
  seen.add(part.to)
  const { bytes, unread } = scan.unpacked(object)
  if (unread) content.unread.push(unread)
  return [bytes]
}

function readStream(visit: Visit, bytes: Uint8Array, resources: PdfValue | undefined, depth: number): void {
  const { content } = visit
  const source = { bytes, at: 0 }
  let font: Letters = null
  let before: PdfValue[] = []
  for (let value = readValue(source); value !== undefined; value = readValue(source)) {
    if (!isOperator(value)) {
      before.push(value)
      continue
    }
    switch (value.op) {
      case 'Tf':
        font = fontNamed(visit, resources, before[0])
        break
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (value.op === "'" || value.op === '"') content.shown += '\n'
        show(content, font, before.at(-1))
        break
      case 'Td':
      case 'TD':
      case 'Tm':
        content.shown += movesDown(value.op, before) ? '\n' : ' '
        break
      case 'T*':
      case 'ET':
        content.shown += '\n'
        break
      case 'Do':
        drawForm(visit, resources, before[0], depth)
        break
      case 'ID':
        skipPicture(source)
        break
    }
    if (value.op === 'BDC' || value.op === 'DP') for (const one of before) addBeside(visit, one, resources, 0)
    before = []
  }
  // What follows the last operator is shown by nobody, and still stands there.
  for (const one of before) if (isText(one)) content.beside += `${textOf(one)}\n`
}

function movesDown(op: string, before: readonly PdfValue[]): boolean {
  const down = before[op === 'Tm' ? 5 : 1]
  return op === 'Tm' || (typeof down === 'number' && Math.abs(down) > 0.01)
}

function show(content: Content, font: Letters, what: PdfValue | undefined): void {
  for (const part of isList(what) ? what : [what]) {
    if (isText(part)) {
      if (!font) content.unknownFonts += 1
      content.shown += font ? font(part) : textOf(part)
    } else if (typeof part === 'number' && part < GAP) content.shown += ' '
  }
}

function fontNamed(
  { scan, fonts }: Visit,
  resources: PdfValue | undefined,
  name: PdfValue | undefined,
): Letters {
  const known = isDictionary(resources) ? scan.resolve(resources.get('/Font')) : undefined
  const font = isDictionary(known) && typeof name === 'string' ? known.get(name) : undefined
  const dictionary = scan.resolve(font)
  if (dictionary === undefined) return null
  if (!fonts.has(dictionary)) fonts.set(dictionary, lettersOf(scan, dictionary))
  return fonts.get(dictionary) ?? null
}

function drawForm(
  visit: Visit,
  resources: PdfValue | undefined,
  name: PdfValue | undefined,
  depth: number,
): void {
  const { scan, content, seen } = visit
  const known = isDictionary(resources) ? scan.resolve(resources.get('/XObject')) : undefined
  const reference = isDictionary(known) && typeof name === 'string' ? known.get(name) : undefined
  if (!isReference(reference) || depth >= DEPTH) return
  const object = scan.objects.get(reference.to)
  if (!object?.raw || !isDictionary(object.value)) return
  seen.add(reference.to)
  if (scan.resolve(object.value.get('/Subtype')) !== '/Form') return
  const { bytes, unread } = scan.unpacked(object)
  if (unread) content.unread.push(unread)
  content.shown += '\n'
  readStream(visit, bytes, scan.resolve(object.value.get('/Resources')) ?? resources, depth + 1)
}

/** Every string in a list of properties: a replacement text, an alternative text, a language. */
function addBeside(
  visit: Visit,
  value: PdfValue | undefined,
  resources: PdfValue | undefined,
  depth: number,
): void {
  const { scan, content } = visit
  if (isText(value)) content.beside += `${textOf(value)}\n`
  else if (depth > 4) return
  else if (isList(value)) for (const one of value) addBeside(visit, one, resources, depth + 1)
  else if (isDictionary(value))
    for (const one of value.values()) addBeside(visit, scan.resolve(one), resources, depth + 1)
  else if (typeof value === 'string' && isDictionary(resources) && depth === 0) {
    const named = scan.resolve(resources.get('/Properties'))
    if (isDictionary(named)) addBeside(visit, scan.resolve(named.get(value)), undefined, 1)
  }
}

/** The bytes of a picture in the stream are no operators. */
function skipPicture(source: { readonly bytes: Uint8Array; at: number }): void {
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
  for (let at = bytes.indexOf('EI', source.at); at >= 0; at = bytes.indexOf('EI', at + 2)) {
    const [left, right] = [bytes[at - 1] ?? 32, bytes[at + 2] ?? 32]
    if (left <= 32 && right <= 32) {
      source.at = at + 2
      return
    }
  }
  source.at = bytes.length
}
