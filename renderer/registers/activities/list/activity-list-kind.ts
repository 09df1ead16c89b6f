import { engineQuery } from '#renderer/api/client.ts'
import { call } from '#renderer/api/engine.ts'
import type { ListKind } from '#renderer/ui/list/list-kind.ts'
import type { ActivityRow } from '#shared/registers/activities/activity.list.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { CellEditor } from './CellEditor.tsx'
import { COLUMNS, DEFAULT_COLUMNS, DEFAULT_PINNED, isEditable } from './columns.ts'
import { pageInput } from './first-rows.ts'
import { GRID_ID } from './grid-id.ts'
import { changeList, listStore, type ListState } from './list-state.ts'
import { groupWords } from './words.ts'

/** What the list of activities is made of. */
export const activityListKind: ListKind<ActivityRow> = {
  gridId: GRID_ID,
  label: 'Activities',
  columns: COLUMNS,
  firstColumns: DEFAULT_COLUMNS,
  firstPinned: DEFAULT_PINNED,
  read: () => listStore.get(),
  change: changeList,
  askWindow: (state: ListState, page: number, asAt: PlainDate | null) =>
    engineQuery('activities.list', pageInput(state, page), asAt),
  askGroups: ({ filter, groupBy }: ListState, asAt: PlainDate | null) => {
    const by = groupBy ?? 'status'
    const input = { filter, groupBy: by }
    return {
      queryKey: ['activities.groups', input, asAt],
      queryFn: async () => {
        const groups = await call('activities.groups', input, asAt ?? undefined)
        return groups.map((group) => ({ ...group, label: groupWords(by, group.label) }))
      },
    }
  },
  isEditable,
  Editor: CellEditor,
}
