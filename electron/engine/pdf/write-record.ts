import PDFDocument from 'pdfkit'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { Stamp } from '#shared/records/register-content.ts'
import type { RecordDocument } from '#shared/registers/reports/document-model.ts'
import { pageDrawer } from './draw-page.ts'
import { type ContentsLine, contentsPages, coverPages, recordPages } from './lay-out-record.ts'
import type { Page } from './page.ts'
import { type Typesetter, typesetterFor } from './typesetter.ts'

/** Told how far the work is; throws when it is to stop. */
export type Progress = (done: number, total: number, doing: string) => Promise<void>

/** This much may wait to be written before drawing goes on. */
const WAITING_BYTES = 512 * 1024
const PAGES_BETWEEN_STEPS = 20

/**
 * Writes the record as a tagged PDF. The same document and stamp give the same bytes.
 * Pages are laid out twice, once to count them, so that none is kept in memory.
 */
export async function writeRecordPdf(
  document: RecordDocument,
  stamp: Stamp,
  path: string,
  progress: Progress = async () => {},
): Promise<void> {
  await drawRecordPdf(
    newDocument(document, stamp),
    document,
    createWriteStream(path, { mode: 0o600 }),
    progress,
  )
}

/** Draws the record into a document that is still empty and writes it to a stream; ends both. */
export async function drawRecordPdf(
  doc: PDFKit.PDFDocument,
  document: RecordDocument,
  output: Writable,
  progress: Progress = async () => {},
): Promise<void> {
  const written = finished(doc.pipe(output))
  written.catch(() => {})
  try {
    const typesetter = typesetterFor(doc)
    const { lines, bodyPages } = await countPages(document, typesetter, progress)
    const total = 1 + contentsPages(lines, typesetter).length + bodyPages
    const draw = pageDrawer(doc, typesetter, { title: document.title, footer: document.footer, total })
    let drawn = 0
    for (const page of allPages(document, lines, typesetter)) {
      draw(page)
      drawn += 1
      if (drawn % PAGES_BETWEEN_STEPS === 0)
        await progress(bodyPages + drawn, bodyPages + total, 'Drawing the pages')
      while (doc.readableLength > WAITING_BYTES && !output.errored) await setImmediate()
    }
    doc.end()
    await written
  } catch (error) {
    doc.unpipe(output)
    output.destroy()
    throw output.errored ?? error
  }
}

function newDocument(document: RecordDocument, stamp: Stamp): PDFKit.PDFDocument {
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
      Title: document.subtitle ? `${document.title}: ${document.subtitle}` : document.title,
      Subject: `${document.basis}. ${document.footer}`,
      Keywords: `register ${stamp.registerId}, chain head ${stamp.chain.head}`,
      Creator: 'DPO Workbench',
      Producer: 'DPO Workbench, PDFKit',
      CreationDate: new Date(stamp.madeAt),
      ModDate: new Date(stamp.madeAt),
    },
  })
}

async function countPages(
  document: RecordDocument,
  typesetter: Typesetter,
  progress: Progress,
): Promise<{ lines: readonly ContentsLine[]; bodyPages: number }> {
  const lines: ContentsLine[] = []
  let bodyPages = 0
  for (const page of recordPages(document, typesetter)) {
    bodyPages += 1
    for (const { level, title, name } of page.bookmarks) lines.push({ level, title, name, page: bodyPages })
    if (bodyPages % (4 * PAGES_BETWEEN_STEPS) === 0)
      await progress(bodyPages, bodyPages * 3, 'Counting the pages')
  }
  return { lines, bodyPages }
}

function* allPages(
  document: RecordDocument,
  lines: readonly ContentsLine[],
  typesetter: Typesetter,
): Generator<Page> {
  yield* coverPages(document, typesetter)
  const before = 1 + contentsPages(lines, typesetter).length
  yield* contentsPages(
    lines.map((line) => ({ ...line, page: line.page + before })),
    typesetter,
  )
  yield* recordPages(document, typesetter)
}
