import PDFDocument from 'pdfkit'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Letter, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { textOfPieces } from '#shared/registers/letters/letter-words.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { pageDrawer } from './draw-page.ts'
import { type Flow, startFlow } from './flow.ts'
import { type Page, SHEET, STYLES, type Tag } from './page.ts'
import { type Typesetter, typesetterFor } from './typesetter.ts'

/** Writes a letter as a tagged PDF and tells how many pages it has. The same letter and moment give the same bytes. */
export async function writeLetterPdf(letter: Letter, madeAt: Instant, path: string): Promise<number> {
  const doc = newDocument(letter, madeAt)
  const output = createWriteStream(path, { mode: 0o600 })
  const written = finished(doc.pipe(output))
  written.catch(() => {})
  try {
    const pages = letterPages(letter, typesetterFor(doc))
    const draw = pageDrawer(doc, typesetterFor(doc), {
      title: letter.subject,
      footer: letter.reference,
      total: pages.length,
    })
    for (const page of pages) draw(page)
    doc.end()
    await written
    return pages.length
  } catch (error) {
    doc.unpipe(output)
    output.destroy()
    throw output.errored ?? error
  }
}

function newDocument({ subject, reference }: Letter, madeAt: Instant): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    // pdfkit knows this subset; its types do not list it yet.
    subset: 'PDF/UA' as unknown as 'PDF/A-2a',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      // A title shows in windows and lists: it names the matter, never the person.
      Title: [subject, reference].filter(Boolean).join(', '),
      Creator: 'DPO Workbench',
      Producer: 'DPO Workbench, PDFKit',
      CreationDate: new Date(madeAt),
      ModDate: new Date(madeAt),
    },
  })
}

/** Sender on the right, where a window envelope does not show it; the one it goes to on the left. */
const SENDER_X = 330
const MARGIN = 20
const INDENT = 14

function letterPages(letter: Letter, typesetter: Typesetter): readonly Page[] {
  const flow = startFlow(typesetter)
  flow.running = letter.reference
  const root: Tag = { type: 'Document', parent: null }
  const left = { x: SHEET.left + MARGIN, width: SHEET.right - SHEET.left - 2 * MARGIN }
  drawLines(flow, letter.from, root, { x: SENDER_X, width: SHEET.right - SENDER_X })
  flow.y = Math.max(flow.y + 10, 140)
  drawLines(flow, letter.to, root, { x: left.x, width: 230 })
  flow.y += 22
  paragraph(flow, formatDay(letter.dated), root, left)
  if (letter.reference) paragraph(flow, `Our reference: ${letter.reference}`, root, left)
  flow.y += 12
  flow.paragraph(letter.subject, 'letterBold', { type: 'H1', parent: root }, left)
  flow.y += 8
  paragraph(flow, `${textOfPieces(letter.greeting)},`, root, left)
  drawParagraphs(flow, letter, root, left)
  flow.y += 14
  flow.ensure(4 * STYLES.letter.leading)
  drawLines(flow, letter.signature, root, left, 2)
  const pages = flow.end()
  pages.at(-1)?.closed.push(root)
  return pages
}

type Place = { readonly x: number; readonly width: number }

/** Lines that stand together; after the first `gapAfter` there is room to sign. */
function drawLines(
  flow: Flow,
  lines: readonly (readonly LetterPiece[])[],
  parent: Tag,
  place: Place,
  gapAfter = 0,
): void {
  lines
    .map(textOfPieces)
    .filter((text) => text !== '')
    .forEach((text, index) => {
      if (gapAfter > 0 && index === 1) flow.y += gapAfter * STYLES.letter.leading
      for (const one of text.split('\n')) paragraph(flow, one, parent, place)
    })
}

function paragraph(flow: Flow, text: string, parent: Tag, place: Place): void {
  flow.paragraph(text, 'letter', { type: 'P', parent }, place)
}

function drawParagraphs(flow: Flow, { paragraphs }: Letter, root: Tag, place: Place): void {
  let list: Tag | null = null
  for (const { kind, pieces } of paragraphs) {
    const text = textOfPieces(pieces)
    if (kind === 'text') {
      list = null
      flow.y += 8
      for (const one of text.split('\n').filter((part) => part.trim() !== ''))
        paragraph(flow, one, root, place)
      continue
    }
    list ??= { type: 'L', parent: root }
    flow.y += 3
    drawPoint(flow, text, list, place)
  }
}

function drawPoint(flow: Flow, text: string, list: Tag, { x, width }: Place): void {
  flow.ensure(STYLES.letter.leading)
  const item: Tag = { type: 'LI', parent: list }
  flow.page().texts.push({ text: '•', x, y: flow.y, style: 'letter', tag: null })
  flow.paragraph(text, 'letter', { type: 'LBody', parent: item }, { x: x + INDENT, width: width - INDENT })
}
