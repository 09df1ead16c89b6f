import { SHEET, type Style, STYLES, type TextMark } from './page.ts'

/** What pdfkit keeps of a font and a page; its own `text()` lays every word out anew, which takes most of the time. */
type Position = {
  readonly xAdvance: number
  readonly advanceWidth: number
  readonly xOffset: number
  readonly yOffset: number
}
type InnerFont = {
  readonly id: string
  readonly ascender: number
  readonly encode: (text: string) => readonly [readonly string[], readonly Position[]]
  readonly ref: () => unknown
}
type Inside = { readonly _font: InnerFont; readonly page: { readonly fonts: Record<string, unknown> } }

/** More distinct words than this are laid out anew rather than remembered. */
const REMEMBERED_WORDS = 40_000

/** Writes single lines of text on the page in hand; words are laid out once and remembered. */
export function lineWriter(doc: PDFKit.PDFDocument): (mark: Omit<TextMark, 'tag'>) => void {
  const inside = doc as unknown as Inside
  const fonts = new Map<Style['font'], { font: InnerFont; words: Map<string, string | null> }>()
  const fontOf = (name: Style['font']) => {
    let found = fonts.get(name)
    if (!found) {
      doc.font(name)
      found = { font: inside._font, words: new Map() }
      fonts.set(name, found)
    }
    return found
  }
  return ({ text, x, y, style }) => {
    const { font: name, size, colour, leading } = STYLES[style]
    const { font, words } = fontOf(name)
    const top = y + (leading - size * LINE) / 2
    const operators = encodedLine(text, font, words)
    if (operators === null) {
      doc.font(name).fontSize(size).fillColor(colour).text(text, x, top, { lineBreak: false })
      return
    }
    inside.page.fonts[font.id] ??= font.ref()
    const baseline = SHEET.height - top - (font.ascender / 1000) * size
    const place = `1 0 0 1 ${rounded(x)} ${rounded(baseline)} Tm`
    const flip = `q 1 0 0 -1 0 ${SHEET.height} cm ${rgb(colour)} rg`
    doc.addContent(`${flip} BT ${place} /${font.id} ${size} Tf [${operators}] TJ ET Q`)
  }
}

/** Height of a line of this family, in sizes. */
const LINE = 1.164

/** A line as the operand of TJ; null when a letter stands off its place, as marks above letters may. */
function encodedLine(text: string, font: InnerFont, words: Map<string, string | null>): string | null {
  let line = ''
  for (const word of text.split(/(?<= )/u)) {
    let encoded = words.get(word)
    if (encoded === undefined) {
      encoded = encodedWord(word, font)
      if (words.size >= REMEMBERED_WORDS) words.clear()
      words.set(word, encoded)
    }
    if (encoded === null) return null
    line += encoded
  }
  return line
}

function encodedWord(word: string, font: InnerFont): string | null {
  const [glyphs, positions] = font.encode(word)
  if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) return null
  let encoded = ''
  let together = ''
  glyphs.forEach((glyph, index) => {
    together += glyph
    const { xAdvance = 0, advanceWidth = 0 } = positions[index] ?? {}
    if (xAdvance === advanceWidth) return
    encoded += `<${together}> ${rounded(advanceWidth - xAdvance)} `
    together = ''
  })
  return together ? `${encoded}<${together}>` : encoded
}

function rounded(value: number): string {
  return `${Math.round(value * 100) / 100}`
}

const COLOURS = new Map<string, string>()

/** "#1b2430" as three parts of one. */
function rgb(colour: string): string {
  let parts = COLOURS.get(colour)
  if (parts === undefined) {
    const part = (at: number) =>
      Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000
    COLOURS.set(colour, (parts = `${part(1)} ${part(3)} ${part(5)}`))
  }
  return parts
}
