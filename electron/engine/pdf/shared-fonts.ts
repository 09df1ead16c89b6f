import type { Style } from './page.ts'

/** What pdfkit and fontkit keep to themselves of a document and of a font that was read. */
type ParsedFont = { _glyphs: object }
type Embedded = { readonly font: ParsedFont }
type Inside = {
  readonly _fontFamilies: Record<string, Embedded | undefined>
  _fontCount: number
}
type EmbeddedFont = new (doc: PDFKit.PDFDocument, font: ParsedFont, id: string) => Embedded

const NAMES: readonly Style['font'][] = ['regular', 'bold', 'oblique']

/** Fonts that were read once for many documents: two or three of them, whatever the number of documents. */
export type SharedFonts = {
  /** Gives a document the fonts read so far; before its typesetter is made. */
  readonly lendTo: (doc: PDFKit.PDFDocument) => void
  /** Keeps what a document had to read; before it ends. */
  readonly keepFrom: (doc: PDFKit.PDFDocument) => void
}

/**
 * Lets many small documents share their fonts. pdfkit reads a font file anew for every document, which takes several
 * times as long as drawing a letter.
 */
export function shareFonts(): SharedFonts {
  const read = new Map<string, { readonly Embedded: EmbeddedFont; readonly font: ParsedFont }>()
  return {
    lendTo(doc) {
      const inside = doc as unknown as Inside
      for (const [name, { Embedded, font }] of read) {
        // A glyph remembers the letter it was first used for: each document starts without such memories.
        font._glyphs = {}
        inside._fontCount += 1
        inside._fontFamilies[name] = new Embedded(doc, font, `F${inside._fontCount}`)
      }
    },
    keepFrom(doc) {
      for (const name of NAMES) {
        const embedded = (doc as unknown as Inside)._fontFamilies[name]
        if (!embedded || read.has(name)) continue
        read.set(name, { Embedded: embedded.constructor as EmbeddedFont, font: embedded.font })
      }
    },
  }
}
