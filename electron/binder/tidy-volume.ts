import { dressPages, type Dressings } from './dress-pages.ts'
import { leaveOut } from './leave-out.ts'
import {
  dictionary,
  type Dictionary,
  isDictionary,
  isReference,
  type PdfObject,
  readObjects,
  resolver,
  type Value,
} from './pdf-objects.ts'
import { type Add, utf16Hex } from './pdf-text.ts'
import { type Objects, writeVolume } from './write-volume.ts'

/** What a volume is given beside the pages that PDFium wrote. */
export type Finish = Dressings & { readonly bookmarks: readonly Bookmark[] }

/** Where a document begins in a volume: its title, and the page counted from 0. */
export type Bookmark = { readonly title: string; readonly page: number }

/**
 * Makes the finished volume of what PDFium wrote: every page stamped and labelled with its reference, bookmarks where
 * documents begin, and nothing that belongs to no page. The same input gives the same bytes.
 */
export function tidyVolume(bytes: Buffer, { stamps, bookmarks, dressings }: Finish): Buffer {
  const { root, objects } = readObjects(bytes)
  const pages = pagesOf(objects, root)
  if (pages.length !== stamps.length) throw new Error('The volume has another number of pages than it should')
  leaveOut(objects, pages)
  const add = adder(objects)
  dressPages(objects, add, pages, { stamps, dressings })
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

/** Adds objects after the last, and gives the reference of each. */
function adder(objects: Objects): Add {
  let last = 0
  for (const number of objects.keys()) last = Math.max(last, number)
  return (value, stream) => {
    objects.set(++last, { value, stream: stream ?? null })
    return { to: last }
  }
}

/** The label of a page is its reference, without the volume. */
const labelOf = (stamp: string, index: number): Value[] => [
  `${index}`,
  dictionary({ '/P': textString(stamp.split(' ')[0]!) }),
]

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
const textString = (text: string) => `<FEFF${utf16Hex(text)}>`
