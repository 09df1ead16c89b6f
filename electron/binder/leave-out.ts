import { deflateSync } from 'node:zlib'
import { leaveOutUnused } from './leave-out-unused.ts'
import {
  isDictionary,
  isReference,
  type PdfObject,
  type Resolve,
  resolver,
  type Value,
} from './pdf-objects.ts'
import { withoutSpokenText } from './spoken-text.ts'
import { unpackDrawing } from './unpack-drawing.ts'
import type { Objects } from './write-volume.ts'

/** What a page keeps; everything else on it (notes, scripts, thumbnails, private data) goes. */
const PAGE_KEYS = new Set([
  '/Type',
  '/Parent',
  '/MediaBox',
  '/CropBox',
  '/Rotate',
  '/Resources',
  '/Contents',
  '/Group',
  '/UserUnit',
])
/** What goes from pictures and drawings: data about them that nobody sees. */
const UNSEEN_KEYS = [
  '/Metadata',
  '/PieceInfo',
  '/LastModified',
  '/StructParent',
  '/StructParents',
  '/AF',
  '/Alternates',
  '/OPI',
  '/Thumb',
  '/OC',
]
/** Objects of these types are left out wherever they are named. */
const UNSEEN_TYPES = new Set([
  '/Metadata',
  '/EmbeddedFile',
  '/Filespec',
  '/Annot',
  '/Action',
  '/SigRef',
  '/Sig',
])

/** Takes from a volume what its pages do not show; the numbers of the pages say which they are. */
export function leaveOut(objects: Objects, pages: readonly number[]): void {
  leaveOutUnseen(objects)
  const resolve = resolver(objects)
  const drawings = new Set<number>()
  for (const number of pages) {
    const page = objects.get(number)?.value
    if (!isDictionary(page)) continue
    for (const key of Array.from(page.keys())) if (!PAGE_KEYS.has(key)) page.delete(key)
    const contents = page.get('/Contents')
    const list = resolve(contents)
    for (const part of Array.isArray(list) ? list : [contents]) if (isReference(part)) drawings.add(part.to)
  }
  for (const { value } of objects.values()) {
    const letters = isDictionary(value) ? resolve(value.get('/CharProcs')) : undefined
    if (isDictionary(letters))
      for (const letter of letters.values()) if (isReference(letter)) drawings.add(letter.to)
  }
  for (const [number, object] of objects)
    if (drawings.has(number) || isDrawing(object)) objects.set(number, withoutSpoken(object, resolve))
  leaveOutUnused(objects, pages, resolve)
  leaveOutLists(objects)
}

function leaveOutUnseen(objects: Objects): void {
  for (const [number, { value, stream }] of objects) {
    if (!isDictionary(value)) continue
    if (UNSEEN_TYPES.has(nameOf(value.get('/Type')))) objects.delete(number)
    else if (stream) for (const key of UNSEEN_KEYS) value.delete(key)
  }
}

/** Whether a stream is drawn as a part of a page: a group of objects or a pattern. */
function isDrawing({ value, stream }: PdfObject): boolean {
  if (!stream || !isDictionary(value)) return false
  return nameOf(value.get('/Subtype')) === '/Form' || value.has('/PatternType')
}

/** A drawing without the words its marks say beside what it shows. */
function withoutSpoken(object: PdfObject, resolve: Resolve): PdfObject {
  const { value, stream } = object
  if (!stream || !isDictionary(value)) return object
  const before = unpackDrawing(stream, value, resolve)
  const after = before && withoutSpokenText(before)
  if (!after) return object
  value.delete('/DecodeParms')
  value.set('/Filter', '/FlateDecode')
  return { value, stream: deflateSync(after) }
}

/** The lists of layers and words that drawings name: they stand in resources, wherever these are. */
function leaveOutLists(objects: Objects): void {
  for (const { value } of objects.values()) {
    if (!isDictionary(value)) continue
    value.delete('/Properties')
    const resources = value.get('/Resources')
    if (isDictionary(resources)) resources.delete('/Properties')
  }
}

const nameOf = (value: Value | undefined) => (typeof value === 'string' ? value : '')
