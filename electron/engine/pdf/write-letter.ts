import PDFDocument from 'pdfkit'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import { pageDrawer } from './draw-page.ts'
import { letterPages } from './lay-out-letter.ts'
import type { SharedFonts } from './shared-fonts.ts'
import { typesetterFor } from './typesetter.ts'

/**
 * Writes a letter as a tagged PDF and tells how many pages it has. The same letter and moment give the same bytes.
 * Many letters are written faster with fonts they share.
 */
export async function writeLetterPdf(
  letter: Letter,
  madeAt: Instant,
  path: string,
  fonts?: SharedFonts,
): Promise<number> {
  return drawLetter(letter, madeAt, createWriteStream(path, { mode: 0o600 }), fonts)
}

/** The SHA-256 of the PDF that a letter makes at a moment; nothing is written anywhere. */
export async function letterPdfSha256(letter: Letter, madeAt: Instant): Promise<string> {
  const hash = createHash('sha256')
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      hash.update(chunk)
      done()
    },
  })
  await drawLetter(letter, madeAt, output)
  return hash.digest('hex')
}

/** Draws a letter to a stream, and tells how many pages it has. */
export async function drawLetter(
  letter: Letter,
  madeAt: Instant,
  output: Writable,
  fonts?: SharedFonts,
): Promise<number> {
  // A title shows in windows and lists: it names the matter, never the person.
  const doc = newLetterDocument([letter.subject, letter.reference].filter(Boolean).join(', '), madeAt)
  const written = finished(doc.pipe(output))
  written.catch(() => {})
  try {
    fonts?.lendTo(doc)
    const typesetter = typesetterFor(doc)
    const pages = letterPages(letter, typesetter, { type: 'Document', parent: null })
    const draw = pageDrawer(doc, typesetter, {
      title: letter.subject,
      footer: letter.reference,
      total: pages.length,
    })
    for (const page of pages) draw(page)
    fonts?.keepFrom(doc)
    doc.end()
    await written
    return pages.length
  } catch (error) {
    doc.unpipe(output)
    output.destroy()
    throw output.errored ?? error
  }
}

/** An empty tagged document for letters. */
export function newLetterDocument(title: string, madeAt: Instant): PDFKit.PDFDocument {
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
      Title: title,
      Creator: 'DPO Workbench',
      Producer: 'DPO Workbench, PDFKit',
      CreationDate: new Date(madeAt),
      ModDate: new Date(madeAt),
    },
  })
}
