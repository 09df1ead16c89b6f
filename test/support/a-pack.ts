import { execFileSync, spawnSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import type { Output } from '#shared/rpc/contract.ts'
import type { callerOf } from './engine.ts'

type Call = ReturnType<typeof callerOf>

/** How the pages of a made PDF differ from a plain one. */
export type MadePdf = {
  readonly pages: number
  readonly says: string
  /** Turned by so many degrees, cropped, or of another size in points. */
  readonly rotate?: number
  readonly crop?: readonly number[]
  readonly size?: readonly [number, number]
  /** With a form field, a link, a note, an attached file, a title, and a script. */
  readonly isLoaded?: boolean
}

/** A PDF whose page n says `${says} page n`. */
export function aPdf({
  pages,
  says,
  rotate,
  crop,
  size = [595, 842],
  isLoaded = false,
}: MadePdf): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [...size],
    margin: 20,
    autoFirstPage: false,
    info: { Title: `SECRETTITLE ${says}` },
  })
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  for (let number = 1; number <= pages; number += 1) {
    doc.addPage()
    const data = (doc.page.dictionary as unknown as { data: Record<string, unknown> }).data
    if (rotate !== undefined) data['Rotate'] = rotate
    if (crop) data['CropBox'] = [...crop]
    if (number === 1 && isLoaded) load(doc)
    doc.fontSize(Math.min(14, size[0] / 12)).text(`${says} page ${number}`, size[0] / 4, size[1] / 2)
  }
  return new Promise((resolve) => {
    doc.on('end', () => resolve(Buffer.concat(pieces)))
    doc.end()
  })
}

function load(doc: PDFKit.PDFDocument): void {
  doc.font('Helvetica')
  doc.initForm()
  doc.formText('name', 50, 50, 200, 30, { value: 'FORMVALUE' })
  doc.link(50, 100, 100, 20, 'https://example.invalid/SECRETLINK')
  doc.note(200, 200, 20, 20, 'SECRETNOTE')
  doc.file(Buffer.from('SECRETATTACHMENT'), { name: 'SECRETFILE.txt' })
  doc.addNamedJavaScript('start', 'app.alert("SECRETSCRIPT")')
}

/** Accepts every check that can be accepted; the others stay. */
export async function acceptAll(
  call: Call,
  request: string,
  kind: 'partial' | 'final',
): Promise<Output<'cases.checks'>> {
  const { checks } = await call('cases.checks', { request, kind })
  for (const { code, says, canBeAccepted } of checks)
    if (canBeAccepted)
      await call('cases.accept', { request, check: code, says, because: 'Looked at in the test' })
  return call('cases.checks', { request, kind })
}

/** Everything that stands in a PDF, its compressed streams opened. */
export function rawText(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const opened = [...text.matchAll(/stream\r?\n/gu)].map(({ index, 0: mark }) => {
    try {
      return inflateSync(pdf.subarray(index + mark.length), { finishFlush: 2 }).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...opened].join('\n')
}

/** Whether a program is on this computer. */
export const hasProgram = (name: string) => spawnSync(name, ['--version']).error === undefined

/** The text of a PDF as Poppler reads it. */
export const textOfPdf = (path: string, password?: string) =>
  execFileSync('pdftotext', [...(password === undefined ? [] : ['-upw', password]), path, '-'], {
    encoding: 'utf8',
  })
