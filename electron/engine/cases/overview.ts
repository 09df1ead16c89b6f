import { PageFlag } from '#shared/cases/page.ts'
import { pagesPerHour, type ReadingTime } from '#shared/cases/forecast.ts'
import type { CaseOverview } from '#shared/registers/cases/case-life.contract.ts'
import { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { whatCanBeUndone } from './changes.ts'
import type { CaseStore } from './open-cases.ts'
import { LEFT_AT } from './pages.ts'

/** A case in numbers, as it stands on a day. Everything is counted in indexes, so its length hardly matters. */
export function overviewOf(store: CaseStore, today: PlainDate): CaseOverview {
  const one = (sql: string, ...values: unknown[]) =>
    store.raw
      .prepare<unknown[], number | null>(sql)
      .pluck()
      .get(...values) ?? 0
  const flags = flagsIn(store)
  return {
    state: 'open',
    sources: { waiting: 0, read: 0, partial: 0, 'not-read': 0, ...countBy(store, 'state', 'sources') },
    bytes: one('select sum(bytes) from sources'),
    pages: one('select count(*) from pages'),
    documents: one('select count(*) from documents'),
    flags,
    recognition: recognitionIn(store),
    duplicatesOpen: one(OPEN_GROUPS),
    hiding: one(`select count(*) from sources where hidden <> '[]'`),
    packs: one('select count(*) from packs'),
    lastReleasedAt: lastRelease(store),
    leftAt: leftAt(store),
    canUndo: whatCanBeUndone(store),
    pagesPerHour: pagesPerHour(readingTimes(store), today),
  }
}

/** The overview of a request without documents, or whose documents were destroyed. */
export function emptyOverview(state: 'none' | 'destroyed'): CaseOverview {
  return {
    state,
    sources: { waiting: 0, read: 0, partial: 0, 'not-read': 0 },
    bytes: 0,
    pages: 0,
    documents: 0,
    flags: {},
    recognition: { waiting: 0, recognised: 0, failed: 0 },
    duplicatesOpen: 0,
    hiding: 0,
    packs: 0,
    lastReleasedAt: null,
    leftAt: null,
    canUndo: null,
    pagesPerHour: null,
  }
}

/** Files byte for byte the same are in the case once and need no decision; those with the same text do. */
const OPEN_GROUPS = `
  select count(distinct text_sha256) from sources
  where same_text_as is not null and same_bytes_as is null
    and 'text:' || text_sha256 not in (select key from duplicates)`

function countBy({ raw }: CaseStore, column: 'state' | 'flag' | 'text_state', table: 'sources' | 'pages') {
  const rows = raw
    .prepare<[], { key: string; count: number }>(
      `select ${column} as key, count(*) as count from ${table} where ${column} is not null group by ${column}`,
    )
    .all()
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}

function flagsIn(store: CaseStore): CaseOverview['flags'] {
  const counts = countBy(store, 'flag', 'pages')
  return Object.fromEntries(PageFlag.options.flatMap((flag) => (counts[flag] ? [[flag, counts[flag]]] : [])))
}

function recognitionIn(store: CaseStore): CaseOverview['recognition'] {
  const { waiting = 0, recognised = 0, failed = 0 } = countBy(store, 'text_state', 'pages')
  return { waiting, recognised, failed }
}

function lastRelease({ raw }: CaseStore): Instant | null {
  const last = raw.prepare<[], string | null>('select max(released_at) from packs').pluck().get()
  return last ? Instant.parse(last) : null
}

function leftAt({ raw }: CaseStore): number | null {
  const page = raw.prepare<[string], string>('select value from facts where key = ?').pluck().get(LEFT_AT)
  return page === undefined ? null : Number(page)
}

function readingTimes({ raw }: CaseStore): readonly ReadingTime[] {
  return raw
    .prepare<[], ReadingTime>(
      'select day, sum(pages) as pages, sum(seconds) as seconds from reading_times group by day order by day',
    )
    .all()
}
