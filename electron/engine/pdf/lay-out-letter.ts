import type { Letter, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { textOfPieces } from '#shared/registers/letters/letter-words.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { type Flow, startFlow } from './flow.ts'
import { type Page, SHEET, type StyleName, STYLES, type Tag } from './page.ts'
import type { Typesetter } from './typesetter.ts'

/** Sender on the right, where a window envelope does not show it; the one it goes to on the left. */
const SENDER_X = 330
const MARGIN = 20
const ABOVE_SIGNATURE = 14
/** Lines of a paragraph or point that are not parted by the end of a page. */
const LINES_TOGETHER = 6

/** How a letter looks: its styles, and the room above its parts in points. */
type Look = {
  readonly text: StyleName
  readonly title: StyleName
  readonly heading: StyleName
  readonly indent: number
  readonly aboveText: number
  readonly abovePoint: number
  readonly aboveHeading: number
  readonly belowHeading: number
}

const PLAIN: Look = {
  text: 'letter',
  title: 'letterBold',
  heading: 'letterBold',
  indent: 14,
  aboveText: 8,
  abovePoint: 3,
  aboveHeading: 13,
  belowHeading: 3,
}
const LARGE: Look = {
  text: 'letterLarge',
  title: 'letterLargeTitle',
  heading: 'letterLargeHeading',
  indent: 20,
  aboveText: 6,
  abovePoint: 6,
  aboveHeading: 20,
  belowHeading: 3,
}

/** A letter as pages, below a root of its own. */
export function letterPages(letter: Letter, typesetter: Typesetter, root: Tag): readonly Page[] {
  const look = letter.large ? LARGE : PLAIN
  const flow = startFlow(typesetter)
  flow.running = letter.reference
  const left = { x: SHEET.left + MARGIN, width: SHEET.right - SHEET.left - 2 * MARGIN }
  drawLines(flow, letter.from, root, { x: SENDER_X, width: SHEET.right - SENDER_X }, 'letter')
  if (letter.to.length > 0) {
    flow.y = Math.max(flow.y + 10, 140)
    drawLines(flow, letter.to, root, { x: left.x, width: 230 }, 'letter')
  }
  flow.y += 22
  paragraph(flow, formatDay(letter.dated), root, left, 'letter')
  if (letter.reference) paragraph(flow, `Our reference: ${letter.reference}`, root, left, 'letter')
  flow.y += 12
  flow.paragraph(letter.subject, look.title, { type: 'H1', parent: root }, left)
  if (letter.greeting.length > 0) {
    flow.y += 8
    paragraph(flow, `${textOfPieces(letter.greeting)},`, root, left, look.text)
  }
  drawParagraphs(flow, letter, root, left, look)
  if (letter.signature.length > 0) drawSignature(flow, letter, root, left, look)
  const pages = flow.end()
  pages.at(-1)?.closed.push(root)
  return pages
}

type Paragraph = Letter['paragraphs'][number]
type Place = { readonly x: number; readonly width: number }

/** Lines that stand together. */
function drawLines(
  flow: Flow,
  lines: readonly (readonly LetterPiece[])[],
  parent: Tag,
  place: Place,
  style: StyleName,
): void {
  for (const text of lines.map(textOfPieces))
    for (const one of text.split('\n').filter(Boolean)) paragraph(flow, one, parent, place, style)
}

function signatureHeight(signature: Letter['signature'], { text }: Look): number {
  return signature.length === 0 ? 0 : ABOVE_SIGNATURE + (signature.length + 2) * STYLES[text].leading
}

/** Below the first line there is room to sign; all of it stays on one page. */
function drawSignature(flow: Flow, { signature }: Letter, root: Tag, left: Place, look: Look): void {
  const { text } = look
  const { leading } = STYLES[text]
  flow.y += ABOVE_SIGNATURE
  flow.ensure(signatureHeight(signature, look) - ABOVE_SIGNATURE)
  drawLines(flow, signature.slice(0, 1), root, left, text)
  flow.y += 2 * leading
  drawLines(flow, signature.slice(1), root, left, text)
}

/** A short paragraph stays on one page; `below` points of room have to follow it there. */
function paragraph(flow: Flow, text: string, parent: Tag, place: Place, style: StyleName, below = 0): void {
  const lines = flow.typesetter.linesOf(text, style, place.width).length
  flow.ensure(Math.min(lines, LINES_TOGETHER) * STYLES[style].leading + below)
  flow.paragraph(text, style, { type: 'P', parent }, place)
}

function drawParagraphs(
  flow: Flow,
  { paragraphs, signature }: Letter,
  root: Tag,
  place: Place,
  look: Look,
): void {
  let list: Tag | null = null
  let isBelowHeading = false
  for (const [index, { kind, pieces }] of paragraphs.entries()) {
    const text = textOfPieces(pieces)
    // The last words go with the name below them, so that nobody signs an empty page.
    const below = (at: number) => (at === paragraphs.length - 1 ? signatureHeight(signature, look) : 0)
    const next = paragraphs[index + 1]
    if (kind === 'heading') {
      const follows = next ? heightKept(flow, next, place, look) + below(index + 1) : 0
      drawHeading(flow, text, root, place, look, follows)
    } else flow.y += isBelowHeading ? look.belowHeading : kind === 'point' ? look.abovePoint : look.aboveText
    isBelowHeading = kind === 'heading'
    list = kind === 'point' ? (list ?? { type: 'L', parent: root }) : null
    if (list) drawPoint(flow, text, list, place, look, below(index))
    else if (kind === 'text')
      for (const one of partsOf(text)) paragraph(flow, one, root, place, look.text, below(index))
  }
}

/** The lines of a passage that stand as paragraphs of their own. */
const partsOf = (text: string) => text.split('\n').filter((part) => part.trim() !== '')

/** Height of what a paragraph keeps on one page from its start. */
function heightKept(flow: Flow, { kind, pieces }: Paragraph, { width }: Place, look: Look): number {
  const room = kind === 'point' ? width - look.indent : width
  const text = textOfPieces(pieces)
  const lines = flow.typesetter.linesOf(kind === 'text' ? (partsOf(text)[0] ?? '') : text, look.text, room)
  return Math.min(lines.length, LINES_TOGETHER) * STYLES[look.text].leading
}

/** A heading never stands alone at the foot of a page: `follows` points of what comes after it stay with it. */
function drawHeading(flow: Flow, text: string, root: Tag, place: Place, look: Look, follows: number): void {
  const { leading } = STYLES[look.heading]
  flow.ensure(look.aboveHeading + leading + look.belowHeading + follows)
  flow.space(look.aboveHeading)
  flow.paragraph(text, look.heading, { type: 'H2', parent: root }, place)
}

/** A point that is not long stays on one page; `below` points of room have to follow it there. */
function drawPoint(
  flow: Flow,
  text: string,
  list: Tag,
  { x, width }: Place,
  look: Look,
  below: number,
): void {
  const inside = { x: x + look.indent, width: width - look.indent }
  const lines = flow.typesetter.linesOf(text, look.text, inside.width).length
  flow.ensure(Math.min(lines, LINES_TOGETHER) * STYLES[look.text].leading + below)
  const item: Tag = { type: 'LI', parent: list }
  flow.page().texts.push({ text: '•', x, y: flow.y, style: look.text, tag: null })
  flow.paragraph(text, look.text, { type: 'LBody', parent: item }, inside)
}
