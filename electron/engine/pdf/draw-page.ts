import { hasRightToLeft, withoutMarks } from './direction.ts'
import { lineWriter } from './line-writer.ts'
import {
  type Bookmark,
  type FigureMarks,
  type Page,
  RULE_COLOUR,
  SHEET,
  type Tag,
  type TextMark,
} from './page.ts'
import type { Typesetter } from './typesetter.ts'

/** What stands at the head and foot of every page. */
export type Margins = { readonly title: string; readonly footer: string; readonly total: number }

type Node = PDFKit.PDFStructureElement
type Outline = PDFKit.PDFOutline
type WriteLine = ReturnType<typeof lineWriter>

/** Draws pages one after the other into a document, with their structure, bookmarks and links. */
export function pageDrawer(
  doc: PDFKit.PDFDocument,
  typesetter: Typesetter,
  margins: Margins,
  writeLine: WriteLine = lineWriter(doc),
): (page: Page) => void {
  const nodes = new WeakMap<Tag, Node>()
  const outline: Outline[] = [doc.outline]
  let opened: Tag[] = []
  let count = 0

  const nodeOf = (tag: Tag): Node => {
    let node = nodes.get(tag)
    if (!node) {
      // The scope of a heading cell is an option of pdfkit that its types do not know yet.
      const options = {
        ...(tag.scope ? { scope: tag.scope } : {}),
        ...(tag.alternative ? { alt: tag.alternative } : {}),
      } as PDFKit.Mixins.StructureElementOptions
      node = doc.struct(tag.type, options)
      nodes.set(tag, node)
      opened.push(tag)
      if (tag.parent) nodeOf(tag.parent).add(node)
      else doc.addStructure(node)
    }
    return node
  }

  return (page) => {
    count += 1
    doc.addPage()
    drawMargins(doc, writeLine, typesetter, margins, page.running, count)
    drawShapes(doc, page)
    let drawn = 0
    const drawTexts = (to: number) => {
      for (const run of runsOf(page.texts.slice(drawn, to))) drawRun(doc, writeLine, run, nodeOf)
      drawn = to
    }
    for (const figure of page.figures) {
      drawTexts(figure.after)
      drawFigure(doc, writeLine, figure, nodeOf)
    }
    drawTexts(page.texts.length)
    for (const { x, y, width, height, to, title, tag } of page.links)
      doc.goTo(x, y, width, height, to, { structParent: nodeOf(tag), Contents: new String(title) } as object)
    for (const bookmark of page.bookmarks) addBookmark(doc, outline, bookmark)
    for (const tag of page.closed) nodes.get(tag)?.end()
    if (page.closed.length > 0) opened = opened.filter((tag) => !forget(nodes.get(tag)))
  }
}

/** All that pdfkit asks of a node once it is written: that it has a parent. */
const WRITTEN = { P: true }

/**
 * Lets go of what a node holds once it has been written; true when it has.
 * pdfkit keeps every node to the end of the document, and the nodes are most of what it keeps.
 */
function forget(node: Node | undefined): boolean {
  const inside = node as unknown as { _flushed: boolean; dictionary: { data: unknown } } | undefined
  if (inside?._flushed) inside.dictionary.data = WRITTEN
  return inside?._flushed ?? true
}

/** Writes the lines of one node; the space after each keeps words apart when the node is read aloud or copied. */
function writeRun(writeLine: WriteLine, run: readonly TextMark[]): void {
  const last = run.length - 1
  run.forEach((mark, index) => writeLine(index < last ? { ...mark, text: `${mark.text} ` } : mark))
}

/** Texts that follow one another and belong to the same node are one piece of marked content. */
function* runsOf(texts: readonly TextMark[]): Generator<readonly TextMark[]> {
  let run: TextMark[] = []
  for (const mark of texts) {
    if (run.length > 0 && run[0]?.tag !== mark.tag) {
      yield run
      run = []
    }
    run.push(mark)
  }
  if (run.length > 0) yield run
}

function drawRun(
  doc: PDFKit.PDFDocument,
  writeLine: WriteLine,
  run: readonly TextMark[],
  nodeOf: (tag: Tag) => Node,
): void {
  const tag = run[0]?.tag
  if (tag) {
    const isTurned = run.some(({ text }) => hasRightToLeft(text))
    const content = doc.markStructureContent(isTurned ? 'Span' : tag.type)
    writeRun(writeLine, run)
    doc.endMarkedContent()
    nodeOf(tag).add(isTurned ? asWritten(doc, run, content) : content)
    return
  }
  doc.markContent('Artifact', { type: 'Layout' })
  writeRun(writeLine, run)
  doc.endMarkedContent()
}

/** What has right-to-left letters is drawn as it is seen; the structure says it as it was written. */
function asWritten(
  doc: PDFKit.PDFDocument,
  run: readonly TextMark[],
  content: PDFKit.PDFStructureContent,
): Node {
  return doc.struct('Span', { actual: run.map(({ text }) => withoutMarks(text)).join(' ') }, [content])
}

function drawFigure(
  doc: PDFKit.PDFDocument,
  writeLine: WriteLine,
  { tag, boxes, lines, texts }: FigureMarks,
  nodeOf: (tag: Tag) => Node,
): void {
  const content = doc.markStructureContent('Figure')
  for (const { x1, y1, x2, y2, colour } of lines)
    doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.5).stroke(colour)
  for (const { x, y, width, height, colour } of boxes) doc.rect(x, y, width, height).fill(colour)
  for (const text of texts) writeLine(text)
  doc.endMarkedContent()
  nodeOf(tag).add(content)
}

function drawShapes(doc: PDFKit.PDFDocument, { boxes, rules }: Page): void {
  if (boxes.length + rules.length === 0) return
  doc.markContent('Artifact', { type: 'Layout' })
  for (const { x, y, width, height, colour } of boxes) doc.rect(x, y, width, height).fill(colour)
  for (const { x, y, width, colour, thickness } of rules)
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .stroke(colour)
  doc.endMarkedContent()
}

function drawMargins(
  doc: PDFKit.PDFDocument,
  writeLine: WriteLine,
  { widthOf, linesOf }: Typesetter,
  { title, footer, total }: Margins,
  running: string,
  count: number,
): void {
  const number = `Page ${count} of ${total}`
  const { left, right } = SHEET
  const write = (text: string, x: number, y: number) => writeLine({ text, x, y, style: 'running' })
  doc.markContent('Artifact', { type: 'Pagination' })
  if (count > 1) {
    const [head = ''] = linesOf(running, 'running', 260)
    const [name = ''] = linesOf(title, 'running', 225)
    write(name, left, 36)
    write(head, right - widthOf(head, 'running'), 36)
    doc.moveTo(left, 50).lineTo(right, 50).lineWidth(0.5).stroke(RULE_COLOUR)
  }
  write(footer, left, 800)
  write(number, right - widthOf(number, 'running'), 800)
  doc.endMarkedContent()
}

function addBookmark(doc: PDFKit.PDFDocument, outline: Outline[], { level, title, name, y }: Bookmark): void {
  const parent = outline[level] ?? doc.outline
  // pdfkit measures `left` from the right edge of the page; the whole width gives the left edge.
  const place = { top: Math.max(0, y - 12), left: SHEET.width, expanded: level < 1 }
  outline.length = level + 1
  outline.push(parent.addItem(title, place))
  doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, y - 12), null)
}
