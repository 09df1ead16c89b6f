import type { ActivityRow, GroupKey, SortKey } from '#shared/registers/activities/activity.list.ts'
import { formatInstant } from '#shared/time/plain-date.ts'
import { basisWords, dayWords, gapWords, ROLE_WORDS, SHORT_CLASS_WORDS, STATUS_WORDS } from './words.ts'

export type ColumnId = Exclude<keyof ActivityRow, 'id' | 'errors' | 'warnings' | 'notes'> | 'gaps'
export type EditableColumn = 'name' | 'status' | 'owner' | 'reviewOn'

export type ListColumn = {
  readonly id: ColumnId
  readonly label: string
  readonly width: number
  readonly sortKey: SortKey | null
  readonly text: (row: ActivityRow) => string
}

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
  { id: 'gaps', label: 'Gaps', width: 188, sortKey: 'gaps', text: gapWords },
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

// A list shows few different moments at a time and many times over; writing one out is slow.
const changedTexts = new Map<string, string>()

function changedWords(at: ActivityRow['updatedAt']): string {
  const known = changedTexts.get(at)
  if (known) return known
  const text = formatInstant(at)
  if (changedTexts.size > 2000) changedTexts.clear()
  changedTexts.set(at, text)
  return text
}

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
