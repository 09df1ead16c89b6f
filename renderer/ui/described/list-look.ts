import { createStore, type Store } from '#renderer/api/store.ts'
import type { ListLook } from '#renderer/ui/list/list-kind.ts'
import type { LookContent } from '#renderer/ui/list/view-bar-props.ts'
import { described } from '#shared/described/all.ts'
import { EVERY_RECORD, RecordFilter, RecordGroupKey, type RecordSort } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyDescribed } from '#shared/described/register.ts'
import { columnIdsOf, firstColumnsOf, FIRST_PINNED } from './columns.ts'

/** How a described register's list is looked at now. */
export type RecordLook = ListLook & {
  readonly filter: RecordFilter
  readonly sort: readonly RecordSort[]
  readonly groupBy: RecordGroupKey | null
}

const stores = new Map<DescribedName, Store<RecordLook>>()

/** Where the look of a register's list is kept while other pages are visited. */
export function lookStore(register: DescribedName): Store<RecordLook> {
  const known = stores.get(register)
  if (known) return known
  const store = createStore(firstLook(described(register)))
  stores.set(register, store)
  return store
}

/** How a list is looked at first: what is due first stands first. */
export function firstLook(description: AnyDescribed): RecordLook {
  return {
    filter: EVERY_RECORD,
    sort: [{ key: description.deadlines ? 'dueOn' : 'reference', descending: false }],
    groupBy: null,
    collapsed: new Set(),
    columns: firstColumnsOf(description),
    pinned: FIRST_PINNED,
    widths: {},
    viewId: null,
  }
}

/** What a saved view of a described register keeps of its list. */
export type RecordContent = LookContent & {
  readonly filter: RecordFilter
  readonly sort: RecordSort[]
  readonly columns: string[]
  readonly pinned: string[]
}

/** The list as a saved view would keep it. */
export function contentOfLook({ filter, sort, groupBy, columns, pinned }: RecordLook): RecordContent {
  return { filter, sort: [...sort], groupBy, columns: [...columns], pinned: [...pinned] }
}

/** The list as a view shows it; columns and groupings that this version does not know are left out. */
export function lookOfContent(
  description: AnyDescribed,
  content: RecordContent,
  viewId: string | null,
  widths: RecordLook['widths'],
): RecordLook {
  const ids = columnIdsOf(description)
  const known = (wanted: readonly string[]) => wanted.filter((id) => ids.includes(id))
  const groupBy = RecordGroupKey.safeParse(content.groupBy)
  const columns = known(content.columns)
  return {
    filter: content.filter,
    sort: content.sort,
    groupBy: groupBy.success ? groupBy.data : null,
    collapsed: new Set(),
    columns: columns.length > 0 ? columns : firstColumnsOf(description),
    pinned: known(content.pinned).filter((id) => columns.includes(id)),
    widths,
    viewId,
  }
}

/** Whether a filter lets everything through; a facet of which nothing is chosen does. */
export function isEveryRecord({ facets, ...rest }: RecordFilter): boolean {
  const { facets: _, ...every } = EVERY_RECORD
  return (
    Object.values(facets).every((values) => values.length === 0) &&
    Object.entries(rest).every(
      ([key, value]) => JSON.stringify(value) === JSON.stringify(every[key as keyof typeof every]),
    )
  )
}

/** A facet chosen anew; a facet of which nothing is chosen is left out. */
export function withFacet(
  filter: RecordFilter,
  key: string,
  values: readonly string[],
): RecordFilter['facets'] {
  const { [key]: _, ...others } = filter.facets
  return values.length > 0 ? { ...others, [key]: [...values] } : others
}

const ASKED = ['text', 'organisation', 'gaps', 'dueBefore', 'standing', 'linkedTo', 'ids']

/** The filter an address asks for: `?standing=open&dueBefore=2027-01-05&right=access`; null when it asks for none or for nonsense. */
export function filterOfAddress(description: AnyDescribed, search: URLSearchParams): RecordFilter | null {
  const facets = description.facets.filter((key) => search.has(key))
  if (facets.length === 0 && !ASKED.some((key) => search.has(key))) return null
  const parsed = RecordFilter.safeParse({
    ...EVERY_RECORD,
    text: search.get('text') ?? '',
    organisationIds: search.getAll('organisation'),
    facets: Object.fromEntries(facets.map((key) => [key, search.getAll(key)])),
    linkedTo: search.getAll('linkedTo'),
    gaps: search.get('gaps'),
    dueBefore: search.get('dueBefore'),
    standing: search.get('standing'),
    ids: search.has('ids') ? (search.get('ids') ?? '').split(',') : null,
  })
  return parsed.success ? parsed.data : null
}
