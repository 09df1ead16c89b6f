import PDFDocument from 'pdfkit'
import { buffer } from 'node:stream/consumers'
import { setImmediate as breathe } from 'node:timers/promises'
import type { PageText } from '#shared/reading/reading.ts'
import { type Flow, startFlow } from '../../pdf/flow.ts'
import { lineWriter } from '../../pdf/line-writer.ts'
import { type Page, RULE_COLOUR, SHEET, type StyleName, STYLES } from '../../pdf/page.ts'
import type { SharedFonts } from '../../pdf/shared-fonts.ts'
import { typesetterFor } from '../../pdf/typesetter.ts'
import { sectionsOf, type TextBlock, type TextSection } from './text-blocks.ts'

/** A PDF of the texts of a file, and what its pages are called. */
export type TextPaper = { readonly pdf: Buffer; readonly labels: readonly string[] }

const WIDTH = SHEET.right - SHEET.left
/** Where the text of a head stands: "From:" and the like stand left of it. */
const HEAD = 62
/** Pages laid out between two breaths of the program. */
const AT_ONCE = 20

/**
 * Lays the texts of a file out as a PDF of A4 pages: heads of a mail as a block, rows of a sheet line by line, what
 * does not show on paper under a heading that says so. The same texts give the same bytes. Null where there are no
 * words.
 */
export async function makeTextPaper(
  type: string,
  texts: readonly PageText[],
  fonts?: SharedFonts,
): Promise<TextPaper | null> {
  const sections = sectionsOf(type, texts)
  if (sections.length === 0) return null
  const doc = newPaper()
  const written = buffer(doc)
  fonts?.lendTo(doc)
  const typesetter = typesetterFor(doc)
  // Used in this order always, so that the fonts are named alike whatever was laid out before.
  for (const font of ['regular', 'bold'] as const) doc.font(font)
  const writeLine = lineWriter(doc)
  const flow = startFlow(typesetter)
  const labels: string[] = []
  let drawn = 0
  const draw = async (pages: readonly Page[]) => {
    for (const page of pages) {
      drawPage(doc, page, writeLine)
      drawn += 1
      if (drawn % AT_ONCE === 0) await breathe()
    }
  }
  for (const section of sections) {
    if (section.ownPage && flow.y > SHEET.top) flow.newPage()
    for (const block of section.blocks) {
      placeBlock(flow, block)
      const finished = flow.takeFinished()
      nameUpTo(labels, drawn + finished.length, section)
      await draw(finished)
    }
    flow.space(STYLES.letter.leading)
    nameUpTo(labels, drawn + 1, section)
  }
  await draw(flow.end())
  fonts?.keepFrom(doc)
  doc.end()
  return { pdf: await written, labels: numbered(labels) }
}

/** A title or a moment of its own would tell copies of the same text apart. */
function newPaper(): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'en-GB',
    info: { Creator: 'DPO Workbench', Producer: 'DPO Workbench, PDFKit', CreationDate: new Date(0) },
  })
}

/** A page is called after the section that it begins with. */
function nameUpTo(labels: string[], pages: number, { label }: TextSection): void {
  while (labels.length < pages) labels.push(label)
}

/** "Page 3" for pages without a name; the second page of one name says that it is the second. */
function numbered(labels: readonly string[]): readonly string[] {
  let run = 0
  return labels.map((label, index) => {
    if (label === '') return `Page ${index + 1}`
    run = labels[index - 1] === label ? run + 1 : 1
    return run === 1 ? label : `${label}, page ${run}`
  })
}

function placeBlock(flow: Flow, block: TextBlock): void {
  switch (block.kind) {
    case 'heading':
      flow.space(6)
      flow.ensure(STYLES.group.leading + 3 * STYLES.letter.leading)
      flow.paragraph(block.text, 'group', null)
      flow.y += 4
      return
    case 'head':
      return placeHead(flow, block.label, block.text)
    case 'rule':
      flow.y += 4
      flow.rule(flow.y, RULE_COLOUR, 0.6)
      flow.y += 8
      return
    case 'row':
      flow.paragraph(block.text, block.isFirst ? 'passage' : 'body', null)
      flow.y += 2
      return
    case 'line':
      return placeLine(flow, block.text, block.indent)
  }
}

function placeHead(flow: Flow, label: string, text: string): void {
  const style: StyleName = label === 'Subject:' ? 'letterBold' : 'letter'
  flow.ensure(STYLES[style].leading)
  flow.page().texts.push({ text: label, x: SHEET.left, y: flow.y, style: 'letter', tag: null })
  if (text.trim() === '') flow.y += STYLES.letter.leading
  else flow.paragraph(text, style, null, { x: SHEET.left + HEAD, width: WIDTH - HEAD })
}

function placeLine(flow: Flow, text: string, indent: number): void {
  if (text.trim() === '') return flow.space(STYLES.letter.leading)
  const moved = indent * 3
  flow.paragraph(text, 'letter', null, { x: SHEET.left + moved, width: WIDTH - moved })
}

function drawPage(
  doc: PDFKit.PDFDocument,
  { texts, rules }: Page,
  writeLine: ReturnType<typeof lineWriter>,
): void {
  doc.addPage()
  for (const text of texts) writeLine(text)
  for (const { x, y, width, colour, thickness } of rules)
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .stroke(colour)
}
