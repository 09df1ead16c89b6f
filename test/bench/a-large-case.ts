import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import jpeg from 'jpeg-js'
import PDFDocument from 'pdfkit'
import { startEngine } from '#engine/start.ts'
import { dispatch } from '#engine/rpc/dispatch.ts'
import { AppError } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/rpc/contract.ts'
import { Instant } from '#shared/time/instant.ts'
import { BENCH_NOW, BENCH_PASSPHRASE } from './make-register.ts'

// Run by itself it makes a case of so many pages and prints what it measured:
//   node test/bench/a-large-case.ts 100000 [Register.dpo to keep it in]

/** Pages of one born-digital file, and of one scanned file. */
const DIGITAL = 500
const SCANNED = 100
/** One page in so many is a scan. */
const SCANS = 20
const WORDS =
  'the child was seen at home with her foster carers and said that school is going well contact with her mother on Saturday was cancelled because the supervisor was ill the social worker will write to the independent reviewing officer before the next review meeting health visitor police allegation placement bedroom safety plan weekly allowance court order medical consent birthday'.split(
    ' ',
  )

/** What was measured while a case was made. */
export type LargeCase = {
  readonly pages: number
  readonly seconds: number
  /** Memory in bytes, at the same moments: of the engine, and of the processes that read for it. */
  readonly memory: readonly { readonly engine: number; readonly readers: number }[]
  /** Searching afterwards, in milliseconds. */
  readonly searches: readonly number[]
  readonly bytes: number
}

/** Makes files of so many pages in all: born-digital PDFs with words that never repeat a page, and scans. */
export async function makeLargeFiles(folder: string, pages: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const scans = Math.floor(pages / SCANS)
  const random = numbers(pages)
  for (let made = 0; made < pages - scans; made += DIGITAL) {
    const count = Math.min(DIGITAL, pages - scans - made)
    await writePdf(join(folder, `volume ${String(made / DIGITAL + 1).padStart(4, '0')}.pdf`), count, (doc) =>
      doc.fontSize(11).text(someWords(random, 350), { width: 470 }),
    )
  }
  const pictures = [1, 2, 3, 4].map((seed) => aScan(numbers(seed)))
  for (let made = 0; made < scans; made += SCANNED) {
    const count = Math.min(SCANNED, scans - made)
    await writePdf(
      join(folder, `scan ${String(made / SCANNED + 1).padStart(4, '0')}.pdf`),
      count,
      (doc, page) => doc.image(pictures[page % pictures.length]!, 0, 0, { width: 595 }),
    )
  }
}

async function writePdf(
  path: string,
  pages: number,
  draw: (doc: PDFKit.PDFDocument, page: number) => void,
): Promise<void> {
  const doc = new PDFDocument({ size: 'A4', autoFirstPage: false })
  const written = pipeline(doc, createWriteStream(path))
  for (let page = 0; page < pages; page += 1) {
    doc.addPage()
    draw(doc, page)
    if (page % 50 === 0) await wait(0)
  }
  doc.end()
  await written
}

/** The same numbers between nought and one every time. */
function numbers(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const someWords = (random: () => number, count: number) =>
  Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')

/** A sheet of grey with lines of marks, as a scanner would give it. */
function aScan(random: () => number): Buffer {
  const [width, height] = [1240, 1754]
  const data = Buffer.alloc(width * height * 4, 255)
  for (let at = 0; at < data.length; at += 4) {
    const line = Math.floor(at / 4 / width) % 40
    const grey = line > 12 && line < 24 && random() < 0.3 ? 40 : 235 + Math.floor(random() * 20)
    data.fill(grey, at, at + 3)
  }
  return Buffer.from(jpeg.encode({ data, width, height }, 60).data)
}

/** Makes a case of so many pages and measures it; kept where a path is given, else removed again. */
export async function measureLargeCase(pages: number, keep?: string): Promise<LargeCase> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-case-'))
  const engine = await startEngine({ home: null, windowed: false, now: () => Instant.parse(BENCH_NOW) })
  let id = 0
  const call = async <P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>> => {
    const reply = await dispatch(engine, { id: ++id, procedure, input })
    if (!reply.ok) throw AppError.fromWire(reply.error)
    return reply.value as never
  }
  try {
    const files = join(folder, 'files')
    await makeLargeFiles(files, pages)
    await call('registerFile.create', {
      path: keep ?? join(folder, 'Large.dpo'),
      passphrase: BENCH_PASSPHRASE,
    })
    const fields = { right: 'R-ACCESS', receivedOn: '2026-03-02' }
    const { id: request } = await call('records.create', {
      register: 'requests',
      name: 'A large case',
      fields,
    })
    const memory = sampled()
    const start = performance.now()
    const done = await call('cases.import', { request, paths: [files], search: null, password: null })
    const seconds = (performance.now() - start) / 1000
    const overview = await call('cases.overview', { request })
    if (done.pages !== pages || overview.sources.read !== done.added)
      throw new Error(`${done.pages} of ${pages} pages came in.`)
    const searches: number[] = []
    for (const text of ['supervisor', 'foster carers', 'allegation placement', 'medi']) {
      const before = performance.now()
      const { total } = await call('cases.find', { request, text, limit: 50 })
      searches.push(performance.now() - before)
      if (total === 0) throw new Error(`“${text}” was not found.`)
    }
    return { pages, seconds, memory: memory.stop(), searches, bytes: overview.bytes }
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const SAMPLE_EVERY_MS = 500

/** Looks again and again at the memory of this process and of its children, where the system tells it. */
function sampled() {
  const samples: { engine: number; readers: number }[] = []
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    void ofChildren(process.pid).then((readers) => {
      samples.push({ engine: process.memoryUsage().rss, readers })
      isLooking = false
    })
  }, SAMPLE_EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      return samples
    },
  }
}

async function ofChildren(parent: number): Promise<number> {
  const names = await readdir('/proc').catch(() => [])
  let bytes = 0
  for (const name of names.filter((one) => /^\d+$/u.test(one))) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (Number(fields[1]) === parent) bytes += Number(fields[21]) * 4096
  }
  return bytes
}

if (process.argv[1] === import.meta.filename) {
  const [, , count = '2000', keep] = process.argv
  const { memory, ...measured } = await measureLargeCase(Number(count), keep)
  const peak = (of: 'engine' | 'readers', from: number, to: number) =>
    Math.round(
      Math.max(0, ...memory.slice(from * memory.length, to * memory.length).map((one) => one[of])) / 2 ** 20,
    )
  console.log({
    ...measured,
    pagesPerSecond: Math.round(measured.pages / measured.seconds),
    peakMiBByThirds: {
      engine: [peak('engine', 0, 1 / 3), peak('engine', 1 / 3, 2 / 3), peak('engine', 2 / 3, 1)],
      readers: [peak('readers', 0, 1 / 3), peak('readers', 1 / 3, 2 / 3), peak('readers', 2 / 3, 1)],
    },
  })
}
