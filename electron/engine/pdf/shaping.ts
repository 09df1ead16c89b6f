import type { Style } from './page.ts'
import { type DirectedRun, hasRightToLeft } from './direction.ts'

/** Where a glyph stands and how far it moves the pen, in thousandths of the size of the text. */
export type Position = {
  readonly xAdvance: number
  readonly advanceWidth: number
  readonly xOffset: number
  readonly yOffset: number
}
type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }

/** What pdfkit keeps of a font and a page; its own `text()` lays every word out anew, which takes most of the time. */
export type InnerFont = {
  readonly id: string
  readonly ascender: number
  readonly scale: number
  readonly encode: (text: string) => readonly [readonly string[], readonly Position[]]
  readonly ref: () => unknown
  readonly subset: { readonly includeGlyph: (id: number) => number }
  readonly widths: (number | undefined)[]
  readonly unicode: (readonly number[] | undefined)[]
  readonly font: {
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean
    readonly glyphForCodePoint: (codePoint: number) => Glyph
    readonly layout: (
      text: string,
      features?: undefined,
      script?: undefined,
      language?: undefined,
      direction?: 'ltr' | 'rtl',
    ) => { readonly glyphs: readonly Glyph[]; readonly positions: readonly Omit<Position, 'advanceWidth'>[] }
  }
}

/** The font that pdfkit has in hand under a name. */
export function innerFont(doc: PDFKit.PDFDocument, name: Style['font']): InnerFont {
  doc.font(name)
  return (doc as unknown as { readonly _font: InnerFont })._font
}

/** The font for a text in a style: the oblique has no Arabic letters. */
export function fontFor({ font }: Style, text: string): Style['font'] {
  return font === 'oblique' && hasRightToLeft(text) ? 'regular' : font
}

/** A glyph with its number in the document's part of the font. */
export type PlacedGlyph = Position & { readonly code: string }

/** The glyphs of a run from left to right, with Arabic letters joined; they are taken into the document. */
export function shapedRun(font: InnerFont, run: DirectedRun): readonly PlacedGlyph[] {
  const { glyphs, positions } = laidOut(font, run)
  return glyphs.flatMap((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    const { scale } = font
    const place = { xAdvance: xAdvance * scale, xOffset: xOffset * scale, yOffset: yOffset * scale }
    const [first, second, third] = glyph.codePoints
    if (first !== LAM || second === undefined || third !== undefined)
      return [{ ...place, ...taken(font, glyph, glyph.codePoints) }]
    return [
      { ...place, ...taken(font, glyph, [second]) },
      { ...NO_PLACE, ...taken(font, font.font.glyphForCodePoint(BLANK), [LAM]) },
    ]
  })
}

/**
 * Readers of a PDF turn right-to-left text round letter by letter, so the two letters that lam and alef share one
 * glyph for must be two: the shape stands for the alef, and a blank at its right edge for the lam.
 */
const LAM = 0x06_44
/** A blank that no text is drawn with: shaping puts a space of no width in its place. */
const BLANK = 0x20_0c
const NO_PLACE = { xAdvance: 0, xOffset: 0, yOffset: 0 }

function taken(font: InnerFont, { id, advanceWidth }: Glyph, readAs: readonly number[]) {
  const number = font.subset.includeGlyph(id)
  font.widths[number] ??= advanceWidth * font.scale
  font.unicode[number] ??= readAs
  return { code: number.toString(16).padStart(4, '0'), advanceWidth: advanceWidth * font.scale }
}

/** How wide a run is, in thousandths of the size of the text. */
export function widthOfRun(font: InnerFont, run: DirectedRun): number {
  return laidOut(font, run).positions.reduce((width, { xAdvance }) => width + xAdvance * font.scale, 0)
}

function laidOut({ font }: InnerFont, { text, isRightToLeft }: DirectedRun) {
  return font.layout(text, undefined, undefined, undefined, isRightToLeft ? 'rtl' : 'ltr')
}
