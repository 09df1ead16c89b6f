import { AppError } from '#shared/errors.ts'
import type { Reading } from '#shared/reading/reading.ts'
import type { SharedFonts } from '../../pdf/shared-fonts.ts'
import type { ReaderProcess } from '../../reading/reader-process.ts'
import { readBlob, wholeBlob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import type { Paper, Papers } from '../papers.ts'
import { aboutDocument } from './about-document.ts'
import { type Found, findUnderway, type Underway, writeEnd, writeFound } from './found.ts'
import { paperOf, PICTURES } from './paper-of.ts'
import { startParts } from './parts.ts'
import { readPages } from './read-pages.ts'
import { textHash } from './same-text.ts'
import { findSource, type SourceRow } from './source-row.ts'
import { isReviewed, preparedPage, writePages } from './write-pages.ts'

/** What reading a file of a case needs. */
export type ReadingOf = {
  readonly store: CaseStore
  readonly reader: ReaderProcess
  readonly papers: Papers
  readonly fonts: SharedFonts
  readonly password: string | null
  /** Called before each page, and now and then otherwise; may throw to stop. */
  readonly step: (pagesMore: number) => Promise<void>
}

/** Pages are written in so many at a time, so that a long file needs little memory and a crash costs little. */
const BATCH = 200

/**
 * Reads one waiting file of a case: what it is, what is in it, and its pages. Ends with its outcome written; what is
 * stopped or killed on the way stays waiting, and goes on with the page after the last one that was written.
 */
export async function readSource(reading: ReadingOf, source: SourceRow): Promise<void> {
  const { store } = reading
  const underway = findUnderway(store, source.id)
  if (underway) return goOn(reading, source, underway)
  const found = await look(reading, source)
  if (found.keepsPages) return readOn(reading, source, null, found)
  const opened = await openPaper(reading, found)
  const begun = { ...found, reading: opened.reading, paper: opened.paper ? found.paper : null }
  await readOn(reading, source, opened.paper, begun)
}

async function look(
  { store, reader, papers, fonts, password, step }: ReadingOf,
  source: SourceRow,
): Promise<Found> {
  await step(0)
  const parts = startParts(store, source)
  let unlocked: Uint8Array | null = null
  const answer = await reader.read(
    {
      name: source.name,
      bytes: readBlob(store, source.sha256),
      size: source.bytes,
      password,
      texts: false,
      takeUnlocked: (bytes) => {
        unlocked = bytes
        return Promise.resolve()
      },
    },
    (part) => parts.take(part),
  )
  const { reading, paper } = await paperOf(store, papers, source, withParts(answer, parts.count()), {
    unlocked,
    fonts,
  })
  const words = reading.type === 'pdf' ? null : textHash(reading.texts.map(({ text }) => text))
  // The words are on the paper now; a long text is not held twice.
  const keepsPages = source.pages > 0 && (paper?.sha256 === source.paper || isReviewed(store, source.id))
  return { reading: { ...reading, texts: [] }, parts, paper, textHash: words, keepsPages }
}

/** A reader that had to be ended cannot tell what it handed out before. */
function withParts(reading: Reading, taken: number): Reading {
  return reading.attachments >= taken ? reading : { ...reading, attachments: taken, outcome: 'partial' }
}

/** Opens what shows a file. A PDF whose reader had to be ended may well have pages that can be shown. */
async function openPaper(
  { store, papers }: ReadingOf,
  { reading, paper }: Found,
): Promise<{ reading: Reading; paper: Paper | null }> {
  if (!paper) return { reading, paper: null }
  const wasRead = reading.outcome !== 'not-read'
  try {
    const opened = await papers.open(paper.sha256, () => wholeBlob(store, paper.sha256))
    if (wasRead) return { reading, paper: opened }
    const reason = `Its pages are shown, but what they do not show could not be looked for. ${reading.reason}`
    return { reading: { ...reading, outcome: 'partial', reason }, paper: opened }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'rule') throw error
    if (!wasRead) return { reading, paper: null }
    const reason = [reading.reason, error.message].filter(Boolean).join(' ')
    return { reading: { ...reading, outcome: 'partial', reason }, paper: null }
  }
}

async function goOn(reading: ReadingOf, source: SourceRow, underway: Underway): Promise<void> {
  const { store, papers } = reading
  const { paper } = source
  try {
    const opened = paper ? await papers.open(paper, () => wholeBlob(store, paper)) : null
    await readOn(reading, source, opened, underway)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'rule') throw error
    await readOn(reading, source, null, { ...underway, outcome: 'partial' })
  }
}

/** Reads the pages that are missing, and writes them with what is known of their file. */
async function readOn(
  { store, step }: ReadingOf,
  source: SourceRow,
  paper: Paper | null,
  known: Found | Underway,
): Promise<void> {
  let underway = 'reading' in known ? null : known
  let rows: ReturnType<typeof preparedPage>[] = []
  const labels = 'reading' in known ? known.paper?.labels : known.labels

  const write = (isLast: boolean) =>
    store.raw.transaction(() => {
      if (!underway && 'reading' in known) {
        writeFound(store, source, known)
        underway = findUnderway(store, source.id)
      }
      writePages(store, source.id, aboutOf(findSource(store, source.id)!, rows), rows)
      if (isLast && underway) writeEnd(store, source.id, underway)
    })()

  const from = underway ? source.pages + 1 : 1
  try {
    if (paper)
      for await (const { number, page } of readPages(paper, from)) {
        rows.push(preparedPage({ number, label: labels?.[number - 1] ?? `Page ${number}`, page }))
        await step(1)
        if (rows.length < BATCH || number === paper.pages) continue
        write(false)
        rows = []
      }
    write(true)
  } finally {
    await paper?.close()
  }
}

function aboutOf(source: SourceRow, pages: readonly { readonly isPicture: 0 | 1 }[]) {
  const isPhotograph = PICTURES.has(source.type) && pages.some(({ isPicture }) => isPicture === 1)
  return aboutDocument(
    source.name,
    source.type,
    JSON.parse(source.facts) as { label: string; text: string }[],
    isPhotograph,
  )
}
