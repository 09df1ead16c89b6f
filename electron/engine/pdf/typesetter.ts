import { resourcePath } from '../resources.ts'
import { type Style, type StyleName, STYLES } from './page.ts'
import { directedRuns, hasRightToLeft, withDirections } from './direction.ts'
import { printable } from './printable.ts'
import { fontFor, innerFont, widthOfRun } from './shaping.ts'

/** Measures text and breaks it into lines, with the fonts of one document. */
export type Typesetter = {
  readonly widthOf: (text: string, style: StyleName) => number
  /** Lines no wider than `width`; the second and later ones no wider than `later`, when that is given. */
  readonly linesOf: (text: string, style: StyleName, width: number, later?: number) => readonly string[]
}

const FONT_FILES: Readonly<Record<Style['font'], string>> = {
  regular: 'fonts/DejaVuSansCondensed.ttf',
  bold: 'fonts/DejaVuSansCondensed-Bold.ttf',
  oblique: 'fonts/DejaVuSansCondensed-Oblique.ttf',
}

/** More distinct words than this are measured anew rather than remembered. */
const REMEMBERED_WORDS = 40_000

/** Registers the fonts of a document and gives the typesetter that measures with them. */
export function typesetterFor(doc: PDFKit.PDFDocument): Typesetter {
  for (const [name, file] of Object.entries(FONT_FILES)) doc.registerFont(name, resourcePath(file))
  const remembered = {
    regular: new Map<string, number>(),
    bold: new Map<string, number>(),
    oblique: new Map<string, number>(),
  }
  const coverage = new Map<number, boolean>()
  const { font: shapes } = innerFont(doc, 'regular')

  const widthOf = (text: string, style: StyleName): number => {
    const { size } = STYLES[style]
    const font = fontFor(STYLES[style], text)
    const words = remembered[font]
    let width = words.get(text)
    if (width === undefined) {
      width = hasRightToLeft(text)
        ? widthOfTurned(doc, font, text)
        : doc.font(font).fontSize(1000).widthOfString(text)
      if (words.size >= REMEMBERED_WORDS) words.clear()
      words.set(text, width)
    }
    return (width * size) / 1000
  }
  const covers = (codePoint: number): boolean => {
    let isCovered = coverage.get(codePoint)
    if (isCovered === undefined) coverage.set(codePoint, (isCovered = shapes.hasGlyphForCodePoint(codePoint)))
    return isCovered
  }
  return {
    widthOf,
    linesOf: (text, style, width, later = width) =>
      breakLines(printable(text, covers), style, [width, later], widthOf),
  }
}

function widthOfTurned(doc: PDFKit.PDFDocument, name: Style['font'], text: string): number {
  const font = innerFont(doc, name)
  return directedRuns(text).reduce((width, run) => width + widthOfRun(font, run), 0)
}

function breakLines(
  text: string,
  style: StyleName,
  [firstWidth, laterWidth]: readonly [number, number],
  widthOf: Typesetter['widthOf'],
): readonly string[] {
  const space = widthOf(' ', style)
  const lines: string[] = []
  let line = ''
  let used = 0
  const add = (word: string, wordWidth: number, before: string) => {
    line += before + word
    used += wordWidth + (before ? space : 0)
  }
  const paragraph = text.split(' ').filter(Boolean)
  for (const word of paragraph) {
    const wordWidth = widthOf(word, style)
    const width = lines.length === 0 ? firstWidth : laterWidth
    if (line && used + space + wordWidth <= width) add(word, wordWidth, ' ')
    else {
      if (line) lines.push(line)
      line = ''
      used = 0
      for (const piece of wordWidth <= laterWidth ? [word] : pieces(word, style, laterWidth, widthOf)) {
        if (line) lines.push(line)
        line = piece
        used = widthOf(piece, style)
      }
    }
  }
  if (line) lines.push(line)
  return withDirections(paragraph.join(' '), lines)
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/** A word wider than its line, broken after a slash, hyphen, dot or at sign where there is one, else anywhere between letters. */
function pieces(
  word: string,
  style: StyleName,
  width: number,
  widthOf: Typesetter['widthOf'],
): readonly string[] {
  const result: string[] = []
  let piece = ''
  let used = 0
  for (const { segment } of segmenter.segment(word)) {
    const segmentWidth = widthOf(segment, style)
    if (piece && used + segmentWidth > width) {
      const cut =
        Math.max(...['/', '-', '.', '@', '_', '&', '?', '='].map((mark) => piece.lastIndexOf(mark))) + 1
      const at = cut > piece.length / 2 ? cut : piece.length
      result.push(piece.slice(0, at))
      piece = piece.slice(at)
      used = widthOf(piece, style)
    }
    piece += segment
    used += segmentWidth
  }
  return piece ? [...result, piece] : result
}
