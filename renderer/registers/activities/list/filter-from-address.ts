import { ActivityFilter, NO_FILTER } from '#shared/registers/activities/activity.list.ts'

/** The filter an address asks for: `?organisation=…&gaps=errors`; null when it asks for none or for nonsense. */
export function filterFromAddress(search: URLSearchParams): ActivityFilter | null {
  const asked = [...search.keys()].some((key) => KEYS.includes(key))
  if (!asked) return null
  const parsed = ActivityFilter.safeParse({
    ...NO_FILTER,
    text: search.get('text') ?? '',
    organisationIds: search.getAll('organisation'),
    roles: search.getAll('role'),
    statuses: search.getAll('status'),
    bases: search.getAll('basis'),
    dataClasses: search.getAll('class'),
    termIds: search.getAll('term'),
    gaps: search.get('gaps'),
    reviewBefore: search.get('reviewBefore'),
    ids: search.has('ids') ? (search.get('ids') ?? '').split(',') : null,
  })
  return parsed.success ? parsed.data : null
}

const KEYS = [
  'text',
  'organisation',
  'role',
  'status',
  'basis',
  'class',
  'term',
  'gaps',
  'reviewBefore',
  'ids',
]
