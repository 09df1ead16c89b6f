import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type {
  ActivityFilter,
  ActivitySort,
  ActivityTarget,
  GroupKey,
  SortKey,
} from '#shared/registers/activities/activity.list.ts'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import type { Database, ReadDb } from '../db/schema.ts'
import { matchingWords } from './matching-words.ts'

type ActivityQuery<Selected> = SelectQueryBuilder<Database, 'activities', Selected>

const SORT_COLUMNS = {
  reference: ['reference'],
  name: ['name'],
  organisation: ['organisation'],
  role: ['role'],
  status: ['status'],
  function: ['function'],
  owner: ['owner'],
  reviewOn: ['review_on'],
  bases: ['bases'],
  classes: ['classes'],
  gaps: ['errors', 'warnings', 'notes'],
  updatedAt: ['updated_at'],
} as const satisfies Record<SortKey, ReadonlyArray<keyof Database['activities']>>

/** Adds the conditions of a filter to a query. */
export function filtered<Selected>(
  query: ActivityQuery<Selected>,
  filter: ActivityFilter,
): ActivityQuery<Selected> {
  let matching = query
  const ids = matchingWords('activities', filter.text)
  if (ids) matching = matching.where(sql<boolean>`activities.id in (${ids})`)
  if (filter.organisationIds.length > 0)
    matching = matching.where('organisation_id', 'in', filter.organisationIds)
  if (filter.roles.length > 0) matching = matching.where('role', 'in', filter.roles)
  if (filter.statuses.length > 0) matching = matching.where('status', 'in', filter.statuses)
  if (filter.bases.length > 0) matching = matching.where(anyCode('bases', filter.bases))
  if (filter.dataClasses.length > 0) matching = matching.where(anyCode('classes', filter.dataClasses))
  for (const term of filter.termIds) {
    matching = matching.where('id', 'in', (db) =>
      db.selectFrom('links').select('record').where('register', '=', 'activities').where('target', '=', term),
    )
  }
  if (filter.gaps === 'errors') matching = matching.where('errors', '>', 0)
  if (filter.gaps === 'any')
    matching = matching.where((is) =>
      is.or([is('errors', '>', 0), is('warnings', '>', 0), is('notes', '>', 0)]),
    )
  if (filter.gaps === 'none')
    matching = matching.where('errors', '=', 0).where('warnings', '=', 0).where('notes', '=', 0)
  if (filter.reviewBefore) matching = matching.where('review_on', '<', filter.reviewBefore)
  if (filter.ids) matching = matching.where('id', 'in', filter.ids)
  return matching
}

/** Orders a query: the group first, then what the person chose, then the reference and id, so that the order is total. */
export function sorted<Selected>(
  query: ActivityQuery<Selected>,
  sort: readonly ActivitySort[],
  groupBy: GroupKey | null,
): ActivityQuery<Selected> {
  const chosen = groupBy ? [{ key: groupBy, descending: false }, ...sort] : sort
  let ordered = query
  for (const { key, descending } of chosen) {
    for (const column of SORT_COLUMNS[key]) {
      ordered = ordered.orderBy(column, (by) => (descending ? by.desc().nullsLast() : by.asc().nullsLast()))
    }
  }
  if (!chosen.some(({ key }) => key === 'reference')) ordered = ordered.orderBy('reference', 'asc')
  return ordered.orderBy('id', 'asc')
}

/** The ids a target stands for, in the list's plain order. */
export async function idsOf(db: ReadDb, target: ActivityTarget): Promise<ActivityId[]> {
  if ('ids' in target) return [...target.ids]
  const rows = await sorted(
    filtered(db.selectFrom('activities').select('id'), target.filter),
    [],
    null,
  ).execute()
  const except = new Set(target.except)
  return rows.filter(({ id }) => !except.has(id)).map(({ id }) => ActivityId.parse(id))
}

/** The column a list is grouped by. */
export const groupColumn = (groupBy: GroupKey) => SORT_COLUMNS[groupBy][0]

function anyCode(column: 'bases' | 'classes', codes: readonly string[]) {
  return (is: ExpressionBuilder<Database, 'activities'>) =>
    is.or(codes.map((code) => is(column, 'like', `% ${code} %`)))
}
