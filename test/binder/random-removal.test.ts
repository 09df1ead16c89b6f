import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import type { Box } from '#shared/cases/mark.ts'
import { hasProgram } from '#test/support/a-pack.ts'
import { differenceOf } from '../../electron/binder/look.ts'
import { anArea, bound, lettersShown, lookAt, placesOfAll, saysAnywhere, wordsIn } from './bound.ts'

/** Removals to try: a sample in every run, all of them where it is asked for. */
const REMOVALS = Number(process.env['DPO_REMOVALS'] ?? 100)
const SEED = Number(process.env['DPO_SEED'] ?? 1)
const PAGES = 4
const MARKS = 5

type Random = (below: number) => number

function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const FONT = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')

type MadePage = { readonly words: readonly string[] }

/** Pages of words that occur once each, in several fonts and sizes, with rules, shades, pictures and turns. */
function aDocument(random: Random): Promise<{ readonly paper: Buffer; readonly pages: readonly MadePage[] }> {
  const doc = new PDFDocument({ size: 'A4', margin: 20, autoFirstPage: false, compress: random(2) === 0 })
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  const pages = Array.from({ length: PAGES }, () => aPage(doc, random))
  return new Promise((resolve) => {
    doc.on('end', () => resolve({ paper: Buffer.concat(pieces), pages }))
    doc.end()
  })
}

function aPage(doc: PDFKit.PDFDocument, random: Random): MadePage {
  doc.addPage()
  const { data } = doc.page.dictionary as unknown as { data: Record<string, unknown> }
  if (random(3) === 0) data['Rotate'] = 90 * (1 + random(3))
  if (random(4) === 0) data['CropBox'] = [10 + random(20), 10 + random(20), 580, 830]
  if (random(3) === 0)
    doc
      .rect(50, 100, 450, 300)
      .fill(random(2) === 0 ? '#eeeeee' : '#ddeeff')
      .fillColor('black')
  const words: string[] = []
  for (let y = 50; y < 760;) {
    const size = 7 + random(9)
    doc.font(random(3) === 0 ? FONT : 'Helvetica').fontSize(size)
    const line = Array.from({ length: 2 + random(6) }, () => aWord(random))
    words.push(...line)
    doc.text(line.join(' '), 50, y, {
      lineBreak: false,
      characterSpacing: random(4) === 0 ? 1 : 0,
      wordSpacing: random(5) === 0 ? 3 : 0,
    })
    if (random(8) === 0)
      doc
        .moveTo(45, y + size * 1.3)
        .lineTo(500, y + size * 1.3)
        .lineWidth(0.5)
        .stroke()
    y += size * 1.5 + random(12)
  }
  return { words }
}

const aWord = (random: Random) =>
  Array.from(
    { length: 7 + random(6) },
    () => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'[random(52)],
  ).join('')

test.skipIf(!hasProgram('pdftotext'))(
  `${REMOVALS} words at random are gone from all of the file, and nothing else is`,
  async () => {
    const random = randomFrom(SEED)
    let [removed, pictures] = [0, 0]
    while (removed < REMOVALS) {
      const { paper, pages } = await aDocument(random)
      const targets = pages.map(
        ({ words }) => new Set(Array.from({ length: MARKS }, () => words[random(words.length)]!)),
      )
      const places = await placesOfAll(paper, targets)
      const result = await bound(
        paper,
        places.map((some) => ({ areas: [...some].map(([word, box]) => anArea([box], 'Person C', word)) })),
      )
      pictures += result.pictures.length
      const [original, written] = [wordsIn(paper).replaceAll(/\s/gu, ''), wordsIn(result.bytes)]
      expect(written.split('\f').length - 1).toBe(PAGES)
      // Poppler puts letters of turned and spaced words on lines of their own.
      const text = written.replaceAll(/\s/gu, '')
      for (const [at, { words }] of pages.entries()) {
        const shown = await lettersShown(paper, at)
        for (const word of targets[at]!) {
          expect(text.includes(word), `${word} of ${SEED}`).toBe(false)
          expect(saysAnywhere(result.bytes, word)).toBe(false)
        }
        for (const word of words)
          if (!targets[at]!.has(word) && shown.includes(word) && original.includes(word))
            expect(text.includes(word), `${word} of ${SEED}`).toBe(true)
        await expectUnchanged(paper, result, at, [...places[at]!.values()])
      }
      removed += targets.reduce((sum, { size }) => sum + size, 0)
    }
    if (REMOVALS > 1000) process.stdout.write(`${removed} removals, ${pictures} pages from their picture\n`)
  },
  3_600_000,
)

/** Outside the boxes and the stamp a page looks as it did; a picture of it is a little softer. */
async function expectUnchanged(
  before: Buffer,
  { bytes, pictures }: Awaited<ReturnType<typeof bound>>,
  page: number,
  boxes: readonly Box[],
): Promise<void> {
  const [was, is] = [await lookAt(before, page), await lookAt(bytes, page)]
  const { width, height } = was
  const stamp = { left: width - 180, top: height - 30, right: width, bottom: height }
  const { overall, worst } = differenceOf(was, is, [...boxes, stamp])
  const most = pictures.includes(page) ? [0.12, 0.5] : [0.03, 0.3]
  expect(overall, `page ${page} of ${SEED}`).toBeLessThan(most[0]!)
  expect(worst, `page ${page} of ${SEED}`).toBeLessThan(most[1]!)
}
