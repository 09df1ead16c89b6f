import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Box } from '#shared/cases/mark.ts'
import { rawText } from '#test/support/a-pack.ts'
import { type Look, lookOf } from '../../electron/binder/look.ts'
import { lettersOf } from '../../electron/binder/letters.ts'
import { hasMiddleOf } from '../../electron/binder/regions.ts'
import type { AreaToRemove, PlacedWord } from '../../electron/binder/removal.ts'
import { volumeIn } from '../../electron/binder/volume.ts'
import { type Pdfium, startPdfium } from '../../electron/reader/kinds/pdf/pdfium.ts'
import { placeOnPage } from '../../electron/reader/papers/place.ts'

let started: Promise<Pdfium> | null = null

/** One PDFium for all of a test file: starting it takes longer than most tests. */
export const onePdfium = () => (started ??= startPdfium())

/** What is wanted of one page of a paper. */
export type WantedPage = {
  readonly areas?: readonly AreaToRemove[]
  readonly making?: 'objects' | 'picture'
  readonly words?: readonly PlacedWord[]
}

/** A paper bound whole, what is wanted of its pages removed. */
export async function bound(
  paper: Buffer,
  pages: readonly WantedPage[],
): Promise<{ readonly bytes: Buffer; readonly pictures: readonly number[] }> {
  const volume = volumeIn(await onePdfium())
  volume.open('paper', paper)
  volume.take('paper', {
    pages: pages.map((_, at) => at + 1),
    stamps: pages.map((_, at) => `RR-0001/${`${at + 1}`.padStart(4, '0')} volume 1`),
    removals: pages.flatMap(({ areas, making = 'objects' }, at) =>
      areas ? [{ at, making, areas: [...areas] }] : [],
    ),
    layers: pages.flatMap(({ words }, at) => (words ? [{ at, words: [...words] }] : [])),
  })
  const result = volume.bind([])
  volume.drop('paper')
  return result
}

/** An area of text to remove. */
export const anArea = (
  boxes: readonly Box[],
  label = 'Person C, another child',
  words = 'words',
): AreaToRemove => ({ boxes: [...boxes], words, label, spoken: `redacted: ${label}` })

/** Where a text stands on a page, each time, one box from its first to its last letter. */
export async function placesOf(paper: Buffer, text: string, page = 0): Promise<Box[]> {
  const engine = await onePdfium()
  const boxes: Box[] = []
  await engine.withDocument(paper, null, async (document) => {
    const handle = engine.m.FPDF_LoadPage(document, page)
    const letters = lettersOf(engine, handle, placeOnPage(engine, handle))
    engine.m.FPDF_ClosePage(handle)
    const all = letters.map((letter) => letter.text).join('')
    const wanted = text.replaceAll(' ', '')
    for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
      const some = letters.slice(at, at + wanted.length)
      boxes.push({
        left: Math.min(...some.map(({ left }) => left)),
        top: Math.min(...some.map(({ top }) => top)),
        right: Math.max(...some.map(({ right }) => right)),
        bottom: Math.max(...some.map(({ bottom }) => bottom)),
      })
    }
    await Promise.resolve()
  })
  return boxes
}

/** An area for each place of each text on the first page. */
export async function areasOf(paper: Buffer, ...texts: readonly string[]): Promise<AreaToRemove[]> {
  const areas: AreaToRemove[] = []
  for (const text of texts) for (const box of await placesOf(paper, text)) areas.push(anArea([box]))
  return areas
}

/** What stands in the files that were looked through last. */
const unpacked = new WeakMap<Buffer, string>()

/** Whether a text stands anywhere in a file: plain, as UTF-16, or in hexadecimal, in any object and stream. */
export function saysAnywhere(pdf: Buffer, text: string): boolean {
  if (!unpacked.has(pdf)) unpacked.set(pdf, rawText(pdf).toLowerCase())
  const raw = unpacked.get(pdf)!
  const wide = Buffer.from(text, 'utf16le').swap16()
  const written = [
    text,
    wide.toString('latin1'),
    Buffer.from(text, 'latin1').toString('hex'),
    wide.toString('hex'),
  ]
  return written.some((one) => raw.includes(one.toLowerCase()))
}

/** What a program says about a PDF, which it is given as the first of its arguments after `before`. */
export function said(
  program: string,
  pdf: Buffer,
  before: readonly string[],
  after: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'dpo-bound-'))
  try {
    const path = join(folder, 'volume.pdf')
    writeFileSync(path, pdf)
    return execFileSync(program, [...before, path, ...after], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The words of a PDF as Poppler reads them, in the order they are drawn. */
export const wordsIn = (pdf: Buffer) => said('pdftotext', pdf, ['-raw'], ['-'])

/** The letters that a page shows, without white space; readers differ about those on its edge. */
export async function lettersShown(paper: Buffer, index: number): Promise<string> {
  const engine = await onePdfium()
  let shown = ''
  await engine.withDocument(paper, null, async (document) => {
    const page = engine.m.FPDF_LoadPage(document, index)
    const place = placeOnPage(engine, page)
    const within = { left: 12, top: 12, right: place.width - 12, bottom: place.height - 12 }
    const letters = lettersOf(engine, page, place).filter((letter) => hasMiddleOf(within, letter))
    shown = letters.map(({ text }) => text).join('')
    engine.m.FPDF_ClosePage(page)
    await Promise.resolve()
  })
  return shown
}

/** How a page looks, a pixel a point. */
export async function lookAt(pdf: Buffer, index: number): Promise<Look> {
  const engine = await onePdfium()
  let look: Look | null = null
  await engine.withDocument(pdf, null, async (document) => {
    const page = engine.m.FPDF_LoadPage(document, index)
    look = lookOf(engine, page, 1)
    engine.m.FPDF_ClosePage(page)
    await Promise.resolve()
  })
  return look!
}

/** Where each word stands, page by page. */
export async function placesOfAll(
  paper: Buffer,
  pages: readonly ReadonlySet<string>[],
): Promise<readonly ReadonlyMap<string, Box>[]> {
  const places: Map<string, Box>[] = []
  for (const [at, words] of pages.entries()) {
    const found = new Map<string, Box>()
    for (const word of words) {
      const [box] = await placesOf(paper, word, at)
      if (box) found.set(word, box)
    }
    places.push(found)
  }
  return places
}
