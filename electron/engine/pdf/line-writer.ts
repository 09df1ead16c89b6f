import { directedRuns, hasRightToLeft } from './direction.ts'
import { SHEET, type Style, STYLES, type TextMark } from './page.ts'
import { fontFor, type InnerFont, innerFont, shapedRun } from './shaping.ts'

type Inside = { readonly page: { readonly fonts: Record<string, unknown> } }

/** More distinct words than this are laid out anew rather than remembered. */
const REMEMBERED_WORDS = 40_000

/** Writes single lines of text on the page in hand; words are laid out once and remembered. */
export function lineWriter(doc: PDFKit.PDFDocument): (mark: Omit<TextMark, 'tag'>) => void {
  const inside = doc as unknown as Inside
  const fonts = new Map<Style['font'], { font: InnerFont; words: Map<string, string | null> }>()
  const fontOf = (name: Style['font']) => {
    let found = fonts.get(name)
    if (!found) {
      found = { font: innerFont(doc, name), words: new Map() }
      fonts.set(name, found)
    }
    return found
  }
  return ({ text, x, y, style }) => {
    const { size, colour, leading } = STYLES[style]
    const name = fontFor(STYLES[style], text)
    const { font, words } = fontOf(name)
    const top = y + (leading - size * LINE) / 2
    const isTurned = hasRightToLeft(text)
    const operators = isTurned ? '' : encodedLine(text, font, words)
    if (operators === null) {
      doc.font(name).fontSize(size).fillColor(colour).text(text, x, top, { lineBreak: false })
      return
    }
    inside.page.fonts[font.id] ??= font.ref()
    const baseline = SHEET.height - top - (font.ascender / 1000) * size
    const flip = `q 1 0 0 -1 0 ${SHEET.height} cm ${rgb(colour)} rg`
    const shown = isTurned
      ? turnedLine(text, font, { x, y: baseline, size })
      : `${placeAt(x, baseline)} [${operators}] TJ`
    doc.addContent(`${flip} BT /${font.id} ${size} Tf ${shown} ET Q`)
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

function placeAt(x: number, y: number): string {
  return `1 0 0 1 ${rounded(x)} ${rounded(y)} Tm`
}

/** A line with right-to-left letters: its runs from left to right, each glyph where shaping puts it. */
function turnedLine(
  line: string,
  font: InnerFont,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): string {
  const parts: string[] = []
  let pen = x
  let together: string[] = []
  const write = () => {
    if (together.length > 0) parts.push(`[${together.join(' ')}] TJ`)
    together = []
  }
  for (const { code, xAdvance, advanceWidth, xOffset, yOffset } of directedRuns(line).flatMap((run) =>
    shapedRun(font, run),
  )) {
    const isOff = xOffset !== 0 || yOffset !== 0
    if (isOff) write()
    if (isOff || together.length === 0)
      parts.push(placeAt(pen + (xOffset * size) / 1000, y + (yOffset * size) / 1000))
    together.push(`<${code}>`)
    if (isOff) write()
    else if (xAdvance !== advanceWidth) together.push(`${rounded(advanceWidth - xAdvance)}`)
    pen += (xAdvance * size) / 1000
  }
  write()
  return parts.join(' ')
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
