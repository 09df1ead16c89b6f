import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { afterAll, describe, expect, test } from 'vitest'
import type { Paper, Papers, ReadPage } from '#engine/cases/papers.ts'
import { startPapers } from '#engine/cases/start-papers.ts'
import { readerEntry } from '#engine/reading/reader-entry.ts'
import { decodePng } from '../../electron/reader/pictures/png.ts'

const folder = mkdtempSync(join(tmpdir(), 'dpo-papers-'))
const papers = startPapers()
afterAll(async () => {
  await papers.close()
  rmSync(folder, { recursive: true })
})

const A4 = { width: 595.28, height: 841.89 }
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const opened = (bytes: Uint8Array, by: Papers = papers): Promise<Paper> => by.open(hashOf(bytes), () => bytes)
const said = (page: ReadPage) => page.words.map(({ start, end }) => page.text.slice(start, end))

type Sheet = { readonly rotate?: number; readonly crop?: readonly number[]; readonly words: string }

/** Words at 100 points from the left and 200 from the top of each sheet, before it is cropped or turned. */
function aPdf(sheets: readonly Sheet[]): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false, size: 'A4' })
  for (const { rotate, crop, words } of sheets) {
    doc.addPage().fontSize(18).text(words, 100, 200)
    Object.assign(doc.page.dictionary.data, rotate && { Rotate: rotate }, crop && { CropBox: crop })
  }
  doc.end()
  return buffer(doc)
}

describe('the pages of a PDF', () => {
  test('have the size they are shown in, and words with boxes where the words are', async () => {
    const words = 'Visit to the family on Monday 😀 naïve'
    const paper = await opened(
      await aPdf([
        { words },
        { rotate: 90, words },
        { rotate: 180, words },
        { crop: [50, 300, 450, 800], words },
      ]),
    )
    expect(paper.pages).toBe(4)
    const [plain, turned, over, cropped] = await Promise.all([1, 2, 3, 4].map((number) => paper.read(number)))
    expect(plain).toMatchObject({ needsRecognition: false, isPicture: false })
    expect(said(plain!).slice(0, 6)).toEqual(['Visit', 'to', 'the', 'family', 'on', 'Monday'])
    const visit = plain!.words[0]!
    expect([plain!.width, plain!.height]).toEqual([expect.closeTo(A4.width, 1), expect.closeTo(A4.height, 1)])
    expect(visit).toMatchObject({ start: 0, end: 5, left: expect.closeTo(100, -1) })
    expect(visit.top).toBeGreaterThan(199)
    expect(visit.bottom).toBeLessThan(222)

    expect([turned!.width, turned!.height]).toEqual([plain!.height, plain!.width])
    expect(turned!.words[0]).toMatchObject({
      left: expect.closeTo(A4.height - visit.bottom, 0),
      top: expect.closeTo(visit.left, 0),
    })
    expect(over!.words[0]).toMatchObject({
      right: expect.closeTo(A4.width - visit.left, 0),
      bottom: expect.closeTo(A4.height - visit.top, 0),
    })
    expect([cropped!.width, cropped!.height]).toEqual([400, 500])
    expect(cropped!.words[0]).toMatchObject({
      left: expect.closeTo(visit.left - 50, 0),
      top: expect.closeTo(visit.top - (A4.height - 800), 0),
    })
  })

  test.skipIf(spawnSync('pdftotext', ['-v']).error)('are read as another program reads them', async () => {
    const words = 'Every word of a longer line stands here'
    const bytes = await aPdf([{ words }, { rotate: 90, words }, { rotate: 270, words }])
    writeFileSync(join(folder, 'a.pdf'), bytes)
    const theirs = execFileSync('pdftotext', ['-bbox', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
    const paper = await opened(bytes)
    for (const [index, page] of theirs.split('<page ').slice(1).entries()) {
      const ours = await paper.read(index + 1)
      const boxes = [...page.matchAll(/xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.+?)</gu)]
      expect(said(ours)).toEqual(boxes.map((box) => box[5]))
      for (const [place, box] of boxes.entries()) {
        const [left, top, right, bottom] = box.slice(1, 5).map(Number)
        const { left: l, top: t, right: r, bottom: b } = ours.words[place]!
        // Theirs is the line, ours the ink in it.
        expect(Math.min(l - left!, t - top!, right! - r, bottom! - b), box[5]).toBeGreaterThan(-1.5)
      }
    }
  })

  test('are drawn as wide as asked, with the ink where the words are, also turned', async () => {
    const paper = await opened(await aPdf([{ words: 'Ink' }]))
    const { words, width } = await paper.read(1)
    const box = words[0]!
    for (const turn of [0, 1]) {
      const drawn = await paper.draw(1, 900, { turn })
      const pixels = decodePng(Buffer.from(drawn.png))
      expect([pixels.width, pixels.height]).toEqual(turn ? [1273, 900] : [900, 1273])
      expect(drawn).toMatchObject({ width: pixels.width, height: pixels.height })
      const scale = 900 / width
      const dark: [number, number][] = []
      for (let at = 0; at < pixels.rgba.length; at += 4)
        if (pixels.rgba[at]! < 100) dark.push([(at / 4) % pixels.width, Math.floor(at / 4 / pixels.width)])
      expect(dark.length).toBeGreaterThan(50)
      for (const [across, down] of dark) {
        const [x, y] = turn ? [down, pixels.width - 1 - across] : [across, down]
        expect(x).toBeGreaterThanOrEqual(box.left * scale - 2)
        expect(x).toBeLessThanOrEqual(box.right * scale + 2)
        expect(y).toBeGreaterThanOrEqual(box.top * scale - 2)
        expect(y).toBeLessThanOrEqual(box.bottom * scale + 2)
      }
    }
  })

  test('show what was filled in and stamped on them, and it is read', async () => {
    const doc = new PDFDocument({ size: 'A4' })
    doc.font('Helvetica').initForm()
    doc.formText('name', 100, 100, 300, 30, { value: 'Filled' })
    doc.highlight(100, 300, 200, 20)
    doc.end()
    const paper = await opened(await buffer(doc))
    const page = await paper.read(1)
    expect(said(page)).toContain('Filled')
    const { rgba, width } = decodePng(Buffer.from((await paper.draw(1, 595)).png))
    expect([...rgba.subarray((310 * width + 150) * 4, (310 * width + 150) * 4 + 3)]).not.toEqual([
      255, 255, 255,
    ])
  })

  test('that cannot be opened say so, with a way out', async () => {
    await expect(opened(Buffer.from('%PDF-1.7 and nothing else'))).rejects.toMatchObject({
      code: 'rule',
      message: expect.stringMatching(/damaged.*print it to a new PDF/u),
    })
    const doc = new PDFDocument({ userPassword: 'secret' })
    doc.text('Locked')
    doc.end()
    const locked = await buffer(doc)
    await expect(opened(locked)).rejects.toThrow(/locked with a password/u)
    const paper = await papers.open('locked', () => locked, 'secret')
    expect((await paper.read(1)).text).toBe('Locked')
    await expect(paper.read(2)).rejects.toMatchObject({
      code: 'rule',
      message: expect.stringMatching(/^Page 2 /u),
    })
  })
})

describe('the process behind them', () => {
  const MISBEHAVING = `
process.on('message', ({ say, number }) => {
  if (say !== 'page') return
  if (number === 2) process.kill(process.pid, 'SIGKILL')
  if (number === 3) for (;;);
  if (number === 4) { const heap = []; for (;;) heap.push(Buffer.alloc(10_000_000, 1)) }
  if (number === 5) process.send({ say: 'page', words: 'of another kind' })
})
await import(${JSON.stringify(readerEntry())})`

  test('is ended by a page that kills it, loops, takes too much memory or lies, and the next one is read', async () => {
    const entry = join(folder, 'entry.mjs')
    writeFileSync(entry, MISBEHAVING)
    const bad = startPapers({ entry, time: 1000, memory: 500_000_000 })
    const bytes = await aPdf([{ words: 'One' }, ...Array.from({ length: 4 }, () => ({ words: 'x' }))])
    const paper = await opened(bytes, bad)
    for (const [number, because] of [
      [2, /break down/u],
      [3, /longer than 1 seconds/u],
      [4, /memory|break down|longer/u],
      [5, /break down/u],
    ] as const) {
      const message = expect.stringMatching(new RegExp(`^Page ${number} .*(?:${because.source})`, 'u'))
      await expect(paper.read(number)).rejects.toMatchObject({ code: 'rule', message })
      expect((await paper.read(1)).text).toBe('One')
    }
    await bad.close()
    await expect(paper.read(1)).rejects.toMatchObject({ code: 'locked' })
  })

  test('keeps documents open, asks again for one that was closed, and draws before it reads on', async () => {
    const bytes = await aPdf(Array.from({ length: 30 }, (_, index) => ({ words: `Page ${index + 1}` })))
    let asked = 0
    const open = () => papers.open(hashOf(bytes), () => ((asked += 1), bytes))
    const paper = await open()
    await open()
    expect(asked).toBe(1)
    const order: string[] = []
    const reading = Array.from({ length: 20 }, (_, index) =>
      paper.read(index + 1).then(() => order.push('read')),
    )
    await Promise.all([...reading, paper.draw(7, 300).then(() => order.push('drawn'))])
    expect(order.indexOf('drawn')).toBeLessThan(3)
    await paper.close()
    expect((await paper.read(30)).text).toBe('Page 30')
    expect(asked).toBe(2)
  })
})
