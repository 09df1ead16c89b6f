import { type SelectQueryBuilder, sql } from 'kysely'
import type {
  RecordFilter,
  RecordGroupKey,
  RecordSort,
  RecordSortKey,
  RecordTarget,
} from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { Database, ReadDb } from '../db/schema.ts'
import { matchingWords } from '../records/matching-words.ts'

type RecordQuery<Selected> = SelectQueryBuilder<Database, 'records', Selected>

const SORT_COLUMNS = {
  reference: ['reference'],
  name: ['name'],
  organisation: ['organisation'],
  category: ['category'],
  status: ['status'],
  owner: ['owner'],
  day: ['day'],
  dueOn: ['due_on'],
  gaps: ['errors', 'warnings', 'notes'],
  updatedAt: ['updated_at'],
} as const satisfies Record<RecordSortKey, ReadonlyArray<keyof Database['records']>>

/** Adds the conditions of a filter to a query of one register's records. */
export function filteredRecords<Selected>(
  query: RecordQuery<Selected>,
  register: DescribedName,
  filter: RecordFilter,
): RecordQuery<Selected> {
  let matching = query.where('register', '=', register)
  const ids = matchingWords(register, filter.text)
  if (ids) matching = matching.where(sql<boolean>`records.id in (${ids})`)
  if (filter.organisationIds.length > 0)
    matching = matching.where('organisation_id', 'in', filter.organisationIds)
  for (const [field, values] of Object.entries(filter.facets)) {
    if (values.length > 0)
      matching = matching.where((is) =>
        is.or(values.map((value) => sql<boolean>`instr(facets, ${` ${field}=${value} `}) > 0`)),
      )
  }
  for (const target of filter.linkedTo) {
    matching = matching.where('id', 'in', (db) =>
      db.selectFrom('links').select('record').where('register', '=', register).where('target', '=', target),
    )
  }
  if (filter.gaps === 'errors') matching = matching.where('errors', '>', 0)
  if (filter.gaps === 'any')
    matching = matching.where((is) =>
      is.or([is('errors', '>', 0), is('warnings', '>', 0), is('notes', '>', 0)]),
    )
  if (filter.gaps === 'none')
    matching = matching.where('errors', '=', 0).where('warnings', '=', 0).where('notes', '=', 0)
  if (filter.dueBefore) matching = matching.where('due_on', '<', filter.dueBefore)
  if (filter.standing) matching = matching.where('closed', '=', filter.standing === 'closed' ? 1 : 0)
  if (filter.ids) matching = matching.where('id', 'in', filter.ids)
  return matching
}

/** Orders a query: the group first, then what the person chose, then the reference and id, so that the order is total. */
export function sortedRecords<Selected>(
  query: RecordQuery<Selected>,
  sort: readonly RecordSort[],
  groupBy: RecordGroupKey | null,
): RecordQuery<Selected> {
  const chosen = groupBy ? [{ key: groupBy, descending: false }, ...sort] : sort
  let ordered = query
  for (const { key, descending } of chosen) {
    for (const column of SORT_COLUMNS[key])
      ordered = ordered.orderBy(column, (by) => (descending ? by.desc().nullsLast() : by.asc().nullsLast()))
  }
  if (!chosen.some(({ key }) => key === 'reference')) ordered = ordered.orderBy('reference', 'asc')
  return ordered.orderBy('id', 'asc')
}

/** The ids a target stands for, in the list's plain order. */
export async function idsOfTarget(
  db: ReadDb,
  register: DescribedName,
  target: RecordTarget,
): Promise<string[]> {
  if ('ids' in target) return [...target.ids]
  const rows = await sortedRecords(
    filteredRecords(db.selectFrom('records').select('id'), register, target.filter),
    [],
    null,
  ).execute()
  const except = new Set(target.except)
  return rows.map(({ id }) => id).filter((id) => !except.has(id))
}

/** How many records a filter shows. */
export async function countRecords(
  db: ReadDb,
  register: DescribedName,
  filter: RecordFilter,
): Promise<number> {
  const query = db.selectFrom('records').select(({ fn }) => fn.countAll<number>().as('total'))
  return Number((await filteredRecords(query, register, filter).executeTakeFirstOrThrow()).total)
}

/** The column a list is grouped by. */
export const recordGroupColumn = (groupBy: RecordGroupKey) => SORT_COLUMNS[groupBy][0]
