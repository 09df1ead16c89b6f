import type { ActivityRow, GroupKey, SortKey } from '#shared/registers/activities/activity.list.ts'
import type { ListColumn as Column } from '#renderer/ui/list/list-kind.ts'
import { changedWords, dayWords, gapLevel, gapWords } from '#renderer/ui/list/words.ts'
import { basisWords, ROLE_WORDS, SHORT_CLASS_WORDS, STATUS_WORDS } from './words.ts'

export type ColumnId = Exclude<keyof ActivityRow, 'id' | 'errors' | 'warnings' | 'notes'> | 'gaps'
export type EditableColumn = 'name' | 'status' | 'owner' | 'reviewOn'

export type ListColumn = Column<ActivityRow> & { readonly id: ColumnId; readonly sortKey: SortKey | null }

const plain = (
  id: ColumnId & keyof ActivityRow,
  label: string,
  width: number,
  sortKey: SortKey | null = null,
): ListColumn => ({
  id,
  label,
  width,
  sortKey,
  text: (row) => String(row[id] ?? ''),
})

/** Every column the list can show, in the order it shows them at first. */
export const COLUMNS: readonly ListColumn[] = [
  plain('reference', 'Reference', 100, 'reference'),
  plain('name', 'Activity', 250, 'name'),
  plain('organisation', 'Organisation', 140, 'organisation'),
  { id: 'role', label: 'Role', width: 100, sortKey: 'role', text: (row) => ROLE_WORDS[row.role] },
  { id: 'status', label: 'Status', width: 74, sortKey: 'status', text: (row) => STATUS_WORDS[row.status] },
  {
    id: 'bases',
    label: 'Article 6',
    width: 92,
    sortKey: 'bases',
    text: (row) => row.bases.map(basisWords).join(', '),
  },
  {
    id: 'classes',
    label: 'Class of data',
    width: 128,
    sortKey: 'classes',
    text: (row) => row.classes.map((name) => SHORT_CLASS_WORDS[name]).join(', '),
  },
  { id: 'gaps', label: 'Gaps', width: 188, sortKey: 'gaps', text: gapWords, level: gapLevel },
  plain('owner', 'Owner', 140, 'owner'),
  {
    id: 'reviewOn',
    label: 'Review',
    width: 152,
    sortKey: 'reviewOn',
    text: (row) => (row.reviewOn ? dayWords(row.reviewOn) : ''),
  },
  plain('function', 'Function', 150, 'function'),
  plain('purposes', 'Purposes', 260),
  plain('people', 'People', 200),
  plain('data', 'Data', 220),
  plain('recipients', 'Recipients', 200),
  plain('systems', 'Systems', 170),
  plain('destinations', 'Outside the UK', 150),
  plain('retention', 'Kept for', 200),
  {
    id: 'updatedAt',
    label: 'Changed',
    width: 170,
    sortKey: 'updatedAt',
    text: (row) => changedWords(row.updatedAt),
  },
]

const BY_ID = new Map(COLUMNS.map((column) => [column.id, column]))

/** The column of that name, or `undefined` for one that this version does not know. */
export function columnOf(id: string): ListColumn | undefined {
  return BY_ID.get(id as ColumnId)
}

export const DEFAULT_COLUMNS: readonly ColumnId[] = COLUMNS.slice(0, 10).map(({ id }) => id)
export const DEFAULT_PINNED: readonly ColumnId[] = ['reference', 'name']

const EDITABLE: readonly string[] = ['name', 'status', 'owner', 'reviewOn'] satisfies EditableColumn[]

/** Whether F2 edits this column in place. */
export function isEditable(id: string): id is EditableColumn {
  return EDITABLE.includes(id)
}

export const GROUP_LABELS: Record<GroupKey, string> = {
  organisation: 'Organisation',
  role: 'Role',
  status: 'Status',
  function: 'Function',
  owner: 'Owner',
  bases: 'Article 6 basis',
  classes: 'Class of data',
}
