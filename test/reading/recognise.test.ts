import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addBlob } from '#engine/cases/blobs.ts'
import { pageWords } from '#engine/cases/pages.ts'
import type { Paper } from '#engine/cases/papers.ts'
import { recognisePages } from '#engine/cases/recognise.ts'
import { startPapers } from '#engine/cases/start-papers.ts'
import { readerEntry } from '#engine/reading/reader-entry.ts'
import { AppError } from '#shared/errors.ts'
import type { PageWords, Word } from '#shared/cases/page.ts'
import { anAccessRequest } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'

type Engine = Awaited<ReturnType<typeof startTestEngine>>

/** Whoever asks for anything outside, or writes, is ended at once, so that nothing would be recognised. */
const SEALED = `
import fs from 'node:fs'
import net from 'node:net'
import { syncBuiltinESMExports } from 'node:module'
const end = () => process.exit(1)
globalThis.fetch = end
net.Socket.prototype.connect = end
for (const name of ['writeFile', 'writeFileSync', 'createWriteStream', 'mkdir', 'mkdirSync']) fs[name] = end
syncBuiltinESMExports()
await import(${JSON.stringify(readerEntry())})`

const folder = mkdtempSync(join(tmpdir(), 'dpo-recognise-'))
const entry = join(folder, 'entry.mjs')
writeFileSync(entry, SEALED)
const papers = startPapers({ entry })

let engine: Engine
beforeAll(async () => void (engine = await startTestEngine()))
afterAll(async () => {
  await papers.close()
  await engine[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const LINES = [
  'The health visitor saw the child',
  'at home on Tuesday morning and',
  'spoke with the grandmother.',
]

/** A page with words, and a scan of it: a PDF that shows the same and has no words. */
async function scanned(turn = 0): Promise<{ page: PageWords; scan: Uint8Array; size: readonly number[] }> {
  const doc = new PDFDocument({ size: [300, 200] }).fontSize(15)
  for (const [index, line] of LINES.entries()) doc.text(line, 30, 40 + index * 30, { lineBreak: false })
  doc.end()
  const bytes = await buffer(doc)
  const paper: Paper = await papers.open('the page', () => bytes)
  const { png, width, height } = await paper.draw(1, 900, { turn })
  const scan = new PDFDocument({ size: turn % 2 ? [200, 300] : [300, 200], margin: 0 })
  scan.image(Buffer.from(png), 0, 0, { width: turn % 2 ? 200 : 300 })
  scan.end()
  return { page: await paper.read(1), scan: await buffer(scan), size: [width, height] }
}

const said = ({ text, words }: PageWords) => words.map(({ start, end }) => text.slice(start, end))
const middle = ({ left, top, right, bottom }: Word) => [(left + right) / 2, (top + bottom) / 2] as const

test('scans of a case are recognised page by page; what was stopped goes on, and what fails is marked', async () => {
  const upright = await scanned()
  const onItsSide = await scanned(1)
  const path = (name: string) => join(engine.folder, name)
  writeFileSync(path('1.pdf'), upright.scan)
  writeFileSync(path('2.pdf'), Buffer.concat([upright.scan, Buffer.from('%')]))
  writeFileSync(path('3.pdf'), onItsSide.scan)
  const request = await anAccessRequest(engine.call)
  const paths = [path('1.pdf'), path('2.pdf'), path('3.pdf')]
  await engine.call('cases.import', { request, paths, search: null, password: null })
  const cases = engine.engine.session().cases
  const store = await cases.get(request)
  const states = () => store.raw.prepare<[], string>('select text_state from pages order by id').pluck().all()
  expect(states()).toEqual(['waiting', 'waiting', 'waiting'])

  const sealed = { ...cases, papers: () => papers }
  let steps = 0
  const stopped = recognisePages(
    {
      cases: sealed,
      step: () => {
        steps += 1
        return steps > 1 ? Promise.reject(new AppError('cancelled', 'Stopped.')) : Promise.resolve()
      },
    },
    { request },
  )
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled', message: expect.stringMatching(/stay/u) })
  expect(states()).toEqual(['recognised', 'waiting', 'waiting'])

  const first = pageWords(store, 1)
  expect(first.text).toBe(LINES.join('\n'))
  expect(said(first)).toEqual(said(upright.page))
  for (const [index, word] of first.words.entries())
    for (const [axis, at] of middle(word).entries())
      expect(Math.abs(at - middle(upright.page.words[index]!)[axis]!), said(first)[index]).toBeLessThan(3)
  // What shows the second file is no PDF any more.
  const { sha256 } = await addBlob(store, [Buffer.from('no PDF')], 'passing')
  store.raw.prepare('update sources set paper = ? where id = 2').run(sha256)
  const done = await recognisePages({ cases: sealed, step: () => Promise.resolve() }, { request })
  expect(done).toEqual({ recognised: 1, failed: 1, waiting: 0 })
  expect(states()).toEqual(['recognised', 'failed', 'recognised'])
  expect(await engine.call('cases.find', { request, text: 'grandmother', limit: 10 })).toMatchObject({
    total: 2,
    waiting: 0,
  })
  const second = pageWords(store, 3)
  expect(said(second)).toEqual(said(upright.page))
  // Turned clockwise by a quarter: what stood at (x, y) stands at (200 - y, x).
  for (const [index, word] of second.words.entries()) {
    const [x, y] = middle(upright.page.words[index]!)
    const [across, down] = middle(word)
    expect(Math.hypot(across - (200 - y), down - x), said(second)[index]).toBeLessThan(4)
  }
  const [one, none, same] = store.raw
    .prepare<[], string>('select fingerprint from pages order by id')
    .pluck()
    .all()
  expect([none, same]).toEqual(['', one])
  expect(one).not.toBe('')
})

test('what is no picture is refused, and the next one is recognised', async () => {
  await expect(papers.recognise(Buffer.from('no picture'))).rejects.toMatchObject({ code: 'rule' })
  const { scan } = await scanned()
  const paper = await papers.open('again', () => scan)
  expect((await papers.recognise((await paper.draw(1, 900)).png)).text).toContain('grandmother')
})
