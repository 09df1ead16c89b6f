import { AppError } from '#shared/errors.ts'
import type { Source, SourceState } from '#shared/cases/source.ts'
import type { CaseStore } from '../open-cases.ts'
import { asSource, findSource, type SourceRow } from './source-row.ts'

/** Which files of a case are wanted. */
export type SourceFilter = {
  readonly state: SourceState | null
  /** Part of a name; empty for every name. */
  readonly text: string
  /** Only those that hold something that does not show. */
  readonly hidden: boolean
}

const FILTER = `(@state is null or state = @state) and (@text = '' or instr(lower(path), lower(@text)) > 0)
  and (@hidden = 0 or hidden <> '[]')`

/** A part of the files of a case that pass a filter, each family together, and how many pass in all. */
export function listSources(
  { raw }: CaseStore,
  { state, text, hidden }: SourceFilter,
  offset: number,
  limit: number,
): { sources: Source[]; total: number } {
  const named = { state, text: text.trim(), hidden: hidden ? 1 : 0 }
  const total = raw
    .prepare<unknown[], number>(`select count(*) from sources where ${FILTER}`)
    .pluck()
    .get(named)
  const rows = raw
    .prepare<unknown[], SourceRow>(
      `select * from sources where ${FILTER} order by family, id limit @limit offset @offset`,
    )
    .all({ ...named, limit, offset })
  return { sources: rows.map(asSource), total: total ?? 0 }
}

/** A file of a case with those found in it and the first page that shows it; throws `not-found`. */
export function getSource(
  store: CaseStore,
  id: number,
): { source: Source; parts: Source[]; firstPage: number | null } {
  const row = existing(store, id)
  // A copy has no pages of its own: the file it is a copy of shows it.
  const shownBy = row.pages > 0 ? row.id : (row.same_bytes_as ?? row.id)
  const firstPage = store.raw
    .prepare<[number], number>('select id from pages where source = ? order by number limit 1')
    .pluck()
    .get(shownBy)
  const parts = store.raw
    .prepare<[number], SourceRow>('select * from sources where parent = ? order by id')
    .all(id)
  return { source: asSource(row), parts: parts.map(asSource), firstPage: firstPage ?? null }
}

/** A file of a case; throws `not-found` where there is none with that number. */
export function existing(store: CaseStore, id: number): SourceRow {
  const row = findSource(store, id)
  if (!row) throw new AppError('not-found', 'This file is not in the case.')
  return row
}
