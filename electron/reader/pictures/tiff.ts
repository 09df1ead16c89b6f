import UTIF from 'utif2'
import { checkSize, damaged, type Pixels } from './limits.ts'

const KIND = 't254'
const SMALLER_COPY = 1
const ORIENTATION = 't274'
const RESOLUTION = 't282'
const UNIT = 't296'
const CENTIMETRES = 3

/** The pages of a TIFF, one after another, with how each is turned; throws `NotRead`. */
export function* decodeTiff(bytes: Buffer): Generator<Pixels & { readonly orientation: number }> {
  const copy = new Uint8Array(bytes).buffer
  for (const page of UTIF.decode(copy)) {
    const [width, height] = [tag(page, 't256'), tag(page, 't257')]
    // Entries without a picture of their own are notes about the others, or small copies of them.
    if (!width || !height || ((tag(page, KIND) ?? 0) & SMALLER_COPY) !== 0) continue
    checkSize(width, height)
    UTIF.decodeImage(copy, page)
    if (!page.data?.length) throw damaged()
    const across = tag(page, RESOLUTION)
    const dpi = across === null ? null : across * (tag(page, UNIT) === CENTIMETRES ? 2.54 : 1)
    yield { width, height, rgba: UTIF.toRGBA8(page), dpi, orientation: tag(page, ORIENTATION) ?? 1 }
    // One page at a time: together they may be larger than the memory.
    page.data = new Uint8Array(0)
  }
}

function tag(page: UTIF.IFD, name: string): number | null {
  const value = (page as unknown as Record<string, unknown>)[name]
  const first = Array.isArray(value) ? (value as unknown[])[0] : value
  return typeof first === 'number' && Number.isFinite(first) ? first : null
}
