import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import PDFDocument from 'pdfkit'
import { bindVolumes } from '#engine/cases/pack/bind-volumes.ts'
import { planDocuments } from '#engine/cases/pack/make-plan.ts'
import { releasedPages } from '#engine/cases/pack/released-pages.ts'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import type { Box } from '#shared/cases/mark.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { PageRemoval } from '#shared/cases/removal.ts'
import { anAccessRequest, fillCase } from '../../support/a-case.ts'
import { hasProgram } from '../../support/a-pack.ts'
import { startTestEngine } from '../../support/engine.ts'
import { median, takeTurns, timed } from '../measure.ts'
import { notMeasured, ratioResult, recorded, type Result } from '../report.ts'

const run = promisify(execFile)
const SOURCES = 20
const PAGES_EACH = 50
const PAGES = SOURCES * PAGES_EACH
const MARKS = 5
const WHAT = `${PAGES.toLocaleString('en-GB')} pages with ${MARKS} removals each, made anew, checked and bound`
const LEAST_A_SECOND = 60

/** Pages from which words are removed: how many a second, against `mutool run` on the same pages, and the memory. */
export async function measureRemovals(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  try {
    await using engine = await startTestEngine()
    const request = await anAccessRequest(engine.call)
    const papers = await Promise.all(Array.from({ length: SOURCES }, (_, at) => aMarkedPdf(at)))
    const store = await fillCase(
      engine.engine.session().cases,
      request,
      papers.map(({ bytes }, at) => ({
        path: `${at}.pdf`,
        paper: bytes,
        pages: Array.from({ length: PAGES_EACH }, () => 'words'),
      })),
    )
    store.raw.exec(`update pages set flag = 'release'`)
    releasedPages(store)
    return await measuredWith(store, papers, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type MarkedPdf = { readonly bytes: Buffer; readonly marks: readonly (readonly Box[])[] }

async function measuredWith(
  store: CaseStore,
  papers: readonly MarkedPdf[],
  folder: string,
): Promise<Result[]> {
  const marks = papers.flatMap((paper) => paper.marks)
  const plan = {
    reference: 'RR-0001',
    firstNumber: 1,
    documents: planDocuments(store, 'came'),
    limits: { pages: PAGES / 4, bytes: 100_000_000 },
  } as unknown as PackPlan
  const how = { lock: null, removalOf: (page: number) => removalOf(page, marks[page - 1]!) }
  const peaks: number[] = []
  const bind = async () => {
    using memory = watchChildren()
    for await (const { rebuilt } of bindVolumes(store, plan, how, async () => {})) {
      if (rebuilt.length > 0) throw new Error(`${rebuilt.length} pages were made from their picture`)
      peaks.push(memory.peak())
    }
  }
  const memory = () => {
    const last = peaks.slice(-4).map((bytes) => Math.round(bytes / 1e6))
    return recorded(
      'RED',
      'Memory of the largest process while each of four volumes is bound',
      `${last.join(', ')} MB`,
    )
  }
  if (!hasProgram('mutool')) {
    const { ms } = await timed(bind)
    return [speed([ms]), notMeasured('RED', WHAT, '', 'mutool is not on this computer'), memory()]
  }
  const peer = await peerOf(papers, folder)
  const turns = await takeTurns(
    3,
    async () => (await timed(bind)).ms,
    async () => (await timed(peer)).ms,
  )
  const ratio = ratioResult({
    metric: 'RED',
    what: WHAT,
    peer: 'mutool run, applyRedactions, unchecked',
    most: 3,
    turns,
  })
  return [speed(turns.ours), ratio, memory()]
}

function speed(taken: readonly number[]): Result {
  const aSecond = PAGES / (median(taken) / 1000)
  return {
    ...recorded('RED', `Pages a second, ${MARKS} removals each`, `${Math.round(aSecond)} a second`),
    figure: `${Math.round(aSecond)} a second`,
    target: `at least ${LEAST_A_SECOND}`,
    verdict: aSecond >= LEAST_A_SECOND ? 'met' : 'missed',
  }
}

const removalOf = (page: number, boxes: readonly Box[]): PageRemoval => ({
  page,
  making: 'objects',
  areas: boxes.map((box, at) => ({
    mark: page * MARKS + at,
    boxes: [box],
    words: 'word',
    label: 'Person C',
    spoken: 'redacted: Person C, another child',
    exemption: '',
    reason: '',
    person: null,
  })),
})

/** Every file by mutool in one process: a redaction for each mark, all of a page applied at once, saved. */
async function peerOf(papers: readonly MarkedPdf[], folder: string): Promise<() => Promise<unknown>> {
  const jobs = await Promise.all(
    papers.map(async ({ bytes, marks }, at) => {
      const path = join(folder, `${at}.pdf`)
      await writeFile(path, bytes)
      const boxes = marks.map((page) =>
        page.map(({ left, top, right, bottom }) => [left, top, right, bottom]),
      )
      return { path, to: join(folder, `${at}.out.pdf`), boxes }
    }),
  )
  const script = join(folder, 'remove.js')
  await writeFile(
    script,
    `var jobs = ${JSON.stringify(jobs)}
jobs.forEach(function (job) {
  var doc = new PDFDocument(job.path)
  job.boxes.forEach(function (boxes, at) {
    var page = doc.loadPage(at)
    boxes.forEach(function (box) { page.createAnnotation('Redact').setRect(box) })
    page.applyRedactions()
  })
  doc.save(job.to, 'garbage=compact,compress')
})`,
  )
  return () => run('mutool', ['run', script])
}

const WORDS =
  'the account holder asked for a copy of every record kept about her and we searched mail archives case notes'.split(
    ' ',
  )

/** A PDF of full pages of text, and where five words of each stand. */
function aMarkedPdf(source: number): Promise<MarkedPdf> {
  const doc = new PDFDocument({ size: 'A4', margin: 50, autoFirstPage: false })
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  const marks = Array.from({ length: PAGES_EACH }, (_, at) => {
    doc.addPage().font('Helvetica').fontSize(10)
    return aPage(doc, source + at)
  })
  return new Promise((resolve) => {
    doc.on('end', () => resolve({ bytes: Buffer.concat(pieces), marks }))
    doc.end()
  })
}

function aPage(doc: PDFKit.PDFDocument, turn: number): Box[] {
  return Array.from({ length: 40 }, (_, line) => {
    const words = Array.from(
      { length: 12 },
      (_word, at) => WORDS[(turn * 7 + line * 5 + at * 3) % WORDS.length]!,
    )
    const top = 60 + line * 17
    doc.text(words.join(' '), 50, top, { lineBreak: false })
    if (line % 8 !== 2) return []
    const left = 50 + doc.widthOfString(`${words.slice(0, 4).join(' ')} `)
    return [
      { left: left + 0.3, top: top + 1, right: left + doc.widthOfString(words[4]!) - 0.3, bottom: top + 10 },
    ]
  }).flat()
}

const LOOK_EVERY_MS = 50

/** Looks at the memory of the processes this one has started; gives the most of one since it was asked last. */
function watchChildren() {
  let most = 0
  const look = () => {
    for (const pid of childrenOf(process.pid)) most = Math.max(most, memoryOf(pid))
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  return {
    peak() {
      look()
      const peak = most
      most = 0
      return peak
    },
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended, or this is not Linux: nothing is known of it.
    return ''
  }
}

const childrenOf = (pid: number) => read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
const memoryOf = (pid: string) => Number(/VmRSS:\s+(\d+)/u.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
