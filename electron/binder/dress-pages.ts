import { deflateSync } from 'node:zlib'
import { type Dressing, dressingContent, PICTURE_NAME } from './dressing.ts'
import { LABEL_FONT, LABEL_FONT_IS } from './label-words.ts'
import type { KeptPicture } from './page-picture.ts'
import { dictionary, type Dictionary, isDictionary, resolver, type Value } from './pdf-objects.ts'
import { type Add, unseenFonts } from './pdf-text.ts'
import { shownPage, STAMP_FONT, stampContent, withResources } from './stamp.ts'
import type { Objects } from './write-volume.ts'

/** What pages of a volume are given: a stamp each, and by their places, from 0, what is put on them beside it. */
export type Dressings = {
  readonly stamps: readonly string[]
  readonly dressings: ReadonlyMap<number, Dressing>
}

/** Puts on the pages what they are given, over what they have; a new page has nothing else. */
export function dressPages(
  objects: Objects,
  add: Add,
  pages: readonly number[],
  { stamps, dressings }: Dressings,
): void {
  const resolve = resolver(objects)
  const fonts: Dictionary = new Map([[STAMP_FONT, add(dictionary(STAMP_FONT_IS))]])
  const unseen = unseenFonts()
  const dressed: Dictionary[] = []
  const before = addStream(add, 'q\n')
  for (const [index, page] of pages.entries()) {
    const value = objects.get(page)?.value
    if (!isDictionary(value)) continue
    const dressing = dressings.get(index)
    if (dressing?.isNew) {
      value.delete('/Contents')
      value.set('/Resources', new Map())
      if (dressing.unit !== 1) value.set('/UserUnit', `${dressing.unit}`)
    }
    const contents = value.get('/Contents')
    const list = resolve(contents)
    const kept = Array.isArray(list) ? list : contents === undefined || list === undefined ? [] : [contents]
    const shown = shownPage(value, resolve)
    const drawn = [
      dressing ? dressingContent(dressing, shown, unseen) : '',
      stampContent(shown, stamps[index]!),
    ]
    const last = addStream(add, `\nQ\nq ${shown.matrix.map(rounded).join(' ')} cm\n${drawn.join('\n')} Q\n`)
    value.set('/Contents', [before, ...kept, last])
    withResources(value, resolve, '/Font', fonts)
    if (dressing?.picture)
      withResources(value, resolve, '/XObject', new Map([[PICTURE_NAME, addPicture(add, dressing.picture)]]))
    if (dressing) dressed.push(value)
  }
  if (dressed.length === 0) return
  const more = new Map([[LABEL_FONT, add(dictionary(LABEL_FONT_IS))], ...unseen.addTo(add)])
  for (const value of dressed) withResources(value, resolve, '/Font', more)
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

const addPicture = (add: Add, { width, height, space, filter, data }: KeptPicture): Value =>
  add(
    dictionary({
      '/Type': '/XObject',
      '/Subtype': '/Image',
      '/Width': `${width}`,
      '/Height': `${height}`,
      '/ColorSpace': space,
      '/BitsPerComponent': '8',
      '/Filter': filter,
    }),
    data,
  )

const STAMP_FONT_IS = {
  '/Type': '/Font',
  '/Subtype': '/Type1',
  '/BaseFont': '/Courier-Bold',
  '/Encoding': '/WinAnsiEncoding',
}

/** Streams from so many bytes on are packed. */
const WORTH_PACKING = 1000

function addStream(add: Add, text: string): Value {
  const bytes = Buffer.from(text, 'latin1')
  if (bytes.length < WORTH_PACKING) return add(dictionary({ '/Length': `${bytes.length}` }), bytes)
  return add(dictionary({ '/Filter': '/FlateDecode' }), deflateSync(bytes))
}
