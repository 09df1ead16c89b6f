import { extname } from 'node:path'
import { shareFonts } from '../../pdf/shared-fonts.ts'
import { readerEntry } from '../../reading/reader-entry.ts'
import { startReaderProcess } from '../../reading/reader-process.ts'
import type { TaskContext } from '../../rpc/context.ts'
import type { CaseStore } from '../open-cases.ts'
import { readSource } from './read-source.ts'
import { endLikeTried, pointToFirst } from './same-bytes.ts'
import { findSource, type SourceRow } from './source-row.ts'
import { prepared } from './prepared.ts'

/** What a task did: files that came in, how those it read ended and how many still wait, and pages that were added. */
export type Imported = {
  added: number
  counts: { waiting: number; read: number; partial: number; 'not-read': number }
  pages: number
}

type Which = { readonly password: string | null; readonly family: number | null }
type Ended = Exclude<keyof Imported['counts'], 'waiting'>

/** Copies that are dealt with in one go, for each going waits for the disk. */
const COPIES = 500

/** Reads every waiting file, or those of one family, what comes out of a file right after it. */
export async function readWaiting(
  task: Pick<TaskContext, 'step' | 'cases'>,
  store: CaseStore,
  { password, family }: Which,
): Promise<Imported> {
  const reader = startReaderProcess({ entry: readerEntry() })
  const fonts = shareFonts()
  const before = countsOf(store)
  const counts: Imported['counts'] = { waiting: 0, read: 0, partial: 0, 'not-read': 0 }
  const tried = new Map<string, number>()
  let done = before.files - before.waiting
  let pages = before.pages
  const count = (state: Ended) => {
    counts[state] += 1
    done += 1
  }
  try {
    for (;;) {
      const copies = endCopies(store, family, tried)
      copies.forEach(count)
      const source = nextWaiting(store, family)
      if (!source) break
      const files = filesIn(store)
      const step = (more: number) => {
        pages += more
        const place = Math.min(done, files - 1)
        return task.step(place, files, progressOf(source.path, place + 1, files, pages))
      }
      await step(0)
      // Copies that did not all fit into one go have their turn first.
      if (copies.length === COPIES) continue
      await readSource({ store, reader, papers: task.cases.papers(), fonts, password, step }, source)
      const { state } = findSource(store, source.id)!
      count(state as Ended)
      if (state === 'not-read') tried.set(keyOf(source), source.id)
    }
  } finally {
    await reader.close()
  }
  const after = countsOf(store)
  await task.step(after.files, after.files, 'All files are read')
  return {
    added: after.files - before.files,
    counts: { ...counts, waiting: after.waiting },
    pages: after.pages - before.pages,
  }
}

/** Ends the copies that come next, as many as may be in one go; says how each ended. */
function endCopies(
  store: CaseStore,
  family: number | null,
  tried: ReadonlyMap<string, number>,
): readonly Ended[] {
  const ended: Ended[] = []
  store.raw.transaction(() => {
    while (ended.length < COPIES) {
      const source = nextWaiting(store, family)
      if (!source) return
      const isEnded = pointToFirst(store, source) || endLikeTried(store, source, tried.get(keyOf(source)))
      if (!isEnded) return
      ended.push(findSource(store, source.id)!.state as Ended)
    }
  })()
  return ended
}

/** The ending counts too: where nothing else tells the type, it does. */
const keyOf = ({ sha256, name }: SourceRow) => `${sha256} ${extname(name).toLowerCase()}`

/** The next file to read: what was found in the last one before the next one that was brought in. */
function nextWaiting({ raw }: CaseStore, family: number | null): SourceRow | undefined {
  return prepared<SourceRow>(
    raw,
    `select * from sources indexed by sources_waiting where state = 'waiting' ${family === null ? '' : 'and family = ?'}
     order by family, parent desc, id limit 1`,
  ).get(...(family === null ? [] : [family]))
}

/** Files are numbered without a gap, so that their number is known without counting them for every one. */
function filesIn({ raw }: CaseStore): number {
  return raw.prepare<[], number>('select coalesce(max(id), 0) from sources').pluck().get() as number
}

function countsOf(store: CaseStore): { files: number; waiting: number; pages: number } {
  const counted = store.raw
    .prepare<[], { waiting: number; pages: number }>(
      `select (select count(*) from sources where state = 'waiting') as waiting,
         (select count(*) from pages) as pages`,
    )
    .get()!
  return { ...counted, files: filesIn(store) }
}

function progressOf(path: string, place: number, files: number, pages: number): string {
  const number = (count: number) => count.toLocaleString('en-GB')
  const counted = `${number(pages)} ${pages === 1 ? 'page' : 'pages'}`
  return `Reading ${path} (${number(place)} of ${number(files)} files, ${counted})`
}
