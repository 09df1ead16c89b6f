import {
  type Dictionary,
  isDictionary,
  isReference,
  type PdfObject,
  readObjects,
  type Value,
} from './pdf-objects.ts'
import { stampContent, withStampFont } from './stamp.ts'
import { type Objects, writeVolume } from './write-volume.ts'

/** Where a document begins in a volume: its title, and the page counted from 0. */
export type Bookmark = { readonly title: string; readonly page: number }

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

/**
 * Makes the finished volume of what PDFium wrote: every page stamped and labelled with its reference, bookmarks where
 * documents begin, and nothing that belongs to no page. The same input gives the same bytes.
 */
export function tidyVolume(bytes: Buffer, stamps: readonly string[], bookmarks: readonly Bookmark[]): Buffer {
  const { root, objects } = readObjects(bytes)
  leaveOutUnseen(objects)
  const pages = pagesOf(objects, root)
  if (pages.length !== stamps.length) throw new Error('The volume has another number of pages than it should')
  const add = adder(objects)
  stampPages(objects, add, pages, stamps)
  const before = objects.get(root)?.value
  const catalogue = dictionary({
    '/Type': '/Catalog',
    '/Pages': (isDictionary(before) && before.get('/Pages')) || 'null',
    '/PageLabels': dictionary({ '/Nums': stamps.flatMap(labelOf) }),
  })
  if (bookmarks.length > 0) {
    catalogue.set('/Outlines', addOutline(add, objects, bookmarks, pages))
    catalogue.set('/PageMode', '/UseOutlines')
  }
  objects.set(root, { value: catalogue, stream: null })
  return writeVolume(objects, root, stamps)
}

function leaveOutUnseen(objects: Objects): void {
  for (const [number, { value, stream }] of objects) {
    if (!isDictionary(value)) continue
    if (UNSEEN_TYPES.has(nameOf(value.get('/Type')))) objects.delete(number)
    else if (stream) for (const key of UNSEEN_KEYS) value.delete(key)
  }
}

/** Adds objects after the last, and gives the reference of each. */
function adder(objects: Objects): Add {
  let last = 0
  for (const number of objects.keys()) last = Math.max(last, number)
  return (value, stream) => {
    objects.set(++last, { value, stream: stream ?? null })
    return { to: last }
  }
}

function stampPages(objects: Objects, add: Add, pages: readonly number[], stamps: readonly string[]): void {
  const resolve = resolver(objects)
  const font = add(dictionary(STAMP_FONT_IS))
  const before = addStream(add, 'q\n')
  for (const [index, page] of pages.entries()) {
    const value = objects.get(page)?.value
    if (!isDictionary(value)) continue
    for (const key of Array.from(value.keys())) if (!PAGE_KEYS.has(key)) value.delete(key)
    const contents = value.get('/Contents')
    const list = resolve(contents)
    const kept = Array.isArray(list) ? list : contents === undefined || list === undefined ? [] : [contents]
    const stamp = addStream(add, `\nQ\n${stampContent(value, resolve, stamps[index]!)}\n`)
    value.set('/Contents', [before, ...kept, stamp])
    withStampFont(value, resolve, font)
  }
}

const STAMP_FONT_IS = {
  '/Type': '/Font',
  '/Subtype': '/Type1',
  '/BaseFont': '/Courier-Bold',
  '/Encoding': '/WinAnsiEncoding',
}

/** The label of a page is its reference, without the volume. */
const labelOf = (stamp: string, index: number): Value[] => [
  `${index}`,
  dictionary({ '/P': textString(stamp.split(' ')[0]!) }),
]

type Add = (value: Value, stream?: Buffer) => Value

const dictionary = (entries: Readonly<Record<string, Value>>): Dictionary => new Map(Object.entries(entries))

const nameOf = (value: Value | undefined) => (typeof value === 'string' ? value : '')

function addStream(add: Add, text: string): Value {
  const bytes = Buffer.from(text, 'latin1')
  return add(dictionary({ '/Length': `${bytes.length}` }), bytes)
}

function resolver(objects: ReadonlyMap<number, PdfObject>): (value: Value | undefined) => Value | undefined {
  return (value) => {
    let found = value
    for (let steps = 0; isReference(found) && steps < 20; steps += 1) found = objects.get(found.to)?.value
    return isReference(found) ? undefined : found
  }
}

/** The numbers of the pages in their order; PDFium writes one flat list. */
function pagesOf(objects: ReadonlyMap<number, PdfObject>, root: number): number[] {
  const resolve = resolver(objects)
  const catalogue = resolve({ to: root })
  const tree = isDictionary(catalogue) ? resolve(catalogue.get('/Pages')) : undefined
  const kids = isDictionary(tree) ? resolve(tree.get('/Kids')) : undefined
  return Array.isArray(kids) ? kids.flatMap((kid) => (isReference(kid) ? [kid.to] : [])) : []
}

function addOutline(
  add: Add,
  objects: ReadonlyMap<number, PdfObject>,
  bookmarks: readonly Bookmark[],
  pages: readonly number[],
): Value {
  const outline = dictionary({ '/Type': '/Outlines', '/Count': `${bookmarks.length}` })
  const parent = add(outline)
  const items = bookmarks.map(({ title, page }) =>
    add(
      dictionary({
        '/Title': textString(title),
        '/Parent': parent,
        '/Dest': [{ to: pages[page]! }, '/XYZ', 'null', 'null', 'null'],
      }),
    ),
  )
  items.forEach((item, index) => {
    const value = objects.get((item as { to: number }).to)!.value as Dictionary
    if (index > 0) value.set('/Prev', items[index - 1]!)
    if (index < items.length - 1) value.set('/Next', items[index + 1]!)
  })
  outline.set('/First', items[0]!)
  outline.set('/Last', items.at(-1)!)
  return parent
}

/** Text as a string of a PDF: UTF-16, in hexadecimal. */
const textString = (text: string) =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
