import { createStore, useStore } from '#renderer/api/store.ts'
import {
  type ActivityFilter,
  type ActivitySort,
  GroupKey,
  NO_FILTER,
} from '#shared/registers/activities/activity.list.ts'
import type { ActivityView } from '#shared/registers/views/view.schema.ts'
import { type ColumnId, columnOf, DEFAULT_COLUMNS, DEFAULT_PINNED } from './columns.ts'

/** How the list is looked at now; kept while other pages are visited. */
export type ListState = {
  readonly filter: ActivityFilter
  readonly sort: readonly ActivitySort[]
  readonly groupBy: GroupKey | null
  readonly collapsed: ReadonlySet<string>
  readonly columns: readonly ColumnId[]
  readonly pinned: readonly ColumnId[]
  readonly widths: Readonly<Partial<Record<string, number>>>
  /** The saved view this began as. */
  readonly viewId: string | null
}

export const FIRST_STATE: ListState = {
  filter: NO_FILTER,
  sort: [{ key: 'reference', descending: false }],
  groupBy: null,
  collapsed: new Set(),
  columns: DEFAULT_COLUMNS,
  pinned: DEFAULT_PINNED,
  widths: {},
  viewId: null,
}

export const listStore = createStore<ListState>(FIRST_STATE)

export function useListState(): ListState {
  return useStore(listStore)
}

/** Changes some of how the list is looked at. */
export function changeList(changes: Partial<ListState>): void {
  listStore.set({ ...listStore.get(), ...changes })
}

/** Changes some of what the list is filtered by. */
export function changeFilter(changes: Partial<ActivityFilter>): void {
  const { filter } = listStore.get()
  changeList({ filter: { ...filter, ...changes } })
}

/** What a saved view keeps of the list. */
export type ViewContent = Pick<ActivityView, 'filter' | 'sort' | 'groupBy' | 'columns' | 'pinned'>

/** The list as a saved view would keep it. */
export function contentOf({ filter, sort, groupBy, columns, pinned }: ListState): ViewContent {
  return { filter, sort: [...sort], groupBy, columns: [...columns], pinned: [...pinned] }
}

/** The list as a view shows it; columns that this version does not know are left out. */
export function stateOf(content: ViewContent, viewId: string | null, widths: ListState['widths']): ListState {
  const known = (ids: readonly string[]) => ids.flatMap((id) => columnOf(id)?.id ?? [])
  const groupBy = GroupKey.safeParse(content.groupBy)
  const columns = known(content.columns)
  return {
    filter: content.filter,
    sort: content.sort,
    groupBy: groupBy.success ? groupBy.data : null,
    collapsed: new Set(),
    columns: columns.length > 0 ? columns : DEFAULT_COLUMNS,
    pinned: known(content.pinned).filter((id) => columns.includes(id)),
    widths,
    viewId,
  }
}

/** Whether a filter lets everything through. */
export function isUnfiltered(filter: ActivityFilter): boolean {
  return JSON.stringify(filter) === JSON.stringify(NO_FILTER)
}
