import type { CellLevel, ListColumn } from '#renderer/ui/list/list-kind.ts'
import { changedWords, dayWords, gapLevel, gapWords } from '#renderer/ui/list/words.ts'
import type { Field } from '#shared/described/field.ts'
import { type RecordGroupKey, type RecordRow, RecordSortKey } from '#shared/described/list.ts'
import { fieldOf } from '#shared/described/parts.ts'
import type { AnyDescribed } from '#shared/described/register.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

export type RecordColumn = ListColumn<RecordRow> & { readonly sortKey: RecordSortKey | null }

export const FIRST_PINNED: readonly string[] = ['reference', 'name']

/** Every column a register's list can show, in the order it shows them at first. */
export function columnsOf(description: AnyDescribed, today: PlainDate): readonly RecordColumn[] {
  return [
    plain('reference', 'Reference', 92, (row) => row.reference),
    plain('name', description.nameLabel, 230, (row) => row.name),
    ...(description.deadlines ? [dueColumn(today)] : []),
    ...workedColumn(description),
    ...description.list.map((key) => fieldColumn(description, key)),
    plain('organisation', 'Organisation', 150, (row) => row.organisation),
    { ...plain('gaps', 'Gaps', 160, gapWords), level: gapLevel },
    plain('owner', 'Owner', 130, (row) => row.owner),
    { ...plain('updatedAt', 'Changed', 170, (row) => changedWords(row.updatedAt)) },
  ]
}

/** The names of those columns. */
export function columnIdsOf(description: AnyDescribed): readonly string[] {
  return [
    'reference',
    'name',
    ...(description.deadlines ? ['dueOn'] : []),
    ...(description.worked ? [description.worked.key] : []),
    ...description.list,
    'organisation',
    'gaps',
    'owner',
    'updatedAt',
  ]
}

/** What a list shows before anybody chose otherwise: all but when a record changed. */
export function firstColumnsOf(description: AnyDescribed): readonly string[] {
  return columnIdsOf(description).filter((id) => id !== 'updatedAt')
}

function plain(id: string, label: string, width: number, text: (row: RecordRow) => string): RecordColumn {
  const sortKey = RecordSortKey.safeParse(id)
  return { id, label, width, sortKey: sortKey.success ? sortKey.data : null, text }
}

function dueColumn(today: PlainDate): RecordColumn {
  return {
    ...plain('dueOn', 'Due', 226, (row) => dueWords(row, today)),
    level: (row) => dueLevel(row, today),
  }
}

/** When something is due, with its weekday; says when it is late, and since when it is paused. */
export function dueWords(
  { dueOn, pausedSince }: Pick<RecordRow, 'dueOn' | 'pausedSince'>,
  today: PlainDate,
): string {
  if (pausedSince && !dueOn) return `Paused since ${dayWords(pausedSince)}`
  if (!dueOn) return ''
  return dueOn < today ? `Overdue: ${dayWords(dueOn)}` : dayWords(dueOn)
}

function dueLevel({ dueOn, pausedSince }: RecordRow, today: PlainDate): CellLevel {
  if (pausedSince && !dueOn) return 'note'
  return dueOn && dueOn < today ? 'error' : 'none'
}

function workedColumn({ worked }: AnyDescribed): readonly RecordColumn[] {
  return worked ? [plain(worked.key, worked.label, 190, (row) => row.cells[worked.key] ?? '')] : []
}

function fieldColumn(description: AnyDescribed, key: string): RecordColumn {
  const field = fieldOf(description, key)
  return {
    id: key,
    label: field?.label ?? key,
    width: field ? widthOf(field) : 150,
    sortKey: sortKeyOf(description, key),
    text: (row) => row.cells[key] ?? '',
  }
}

function sortKeyOf(description: AnyDescribed, key: string): RecordSortKey | null {
  if (key === description.category) return 'category'
  if (key === description.status) return 'status'
  return key === description.day ? 'day' : null
}

function widthOf(field: Field): number {
  const inner = field.kind === 'answer' ? field.of : field
  if (inner.kind === 'yesNo' || inner.kind === 'number' || inner.kind === 'tally') return 110
  return inner.kind === 'day' || inner.kind === 'moment' || inner.kind === 'line' ? 160 : 150
}

/** What a register's list can be grouped by, in words. */
export function groupOptionsOf(description: AnyDescribed): { value: RecordGroupKey; label: string }[] {
  const { category, status, fields } = description
  return [
    ...(status ? [{ value: 'status' as const, label: fields[status]!.label }] : []),
    ...(category ? [{ value: 'category' as const, label: fields[category]!.label }] : []),
    { value: 'organisation', label: 'Organisation' },
    { value: 'owner', label: 'Owner' },
  ]
}

const EDITABLE = new Set(['choice', 'day', 'line', 'yesNo'])

/** Whether F2 edits a column in place. */
export function isEditableColumn(description: AnyDescribed, id: string): boolean {
  return id === 'name' || id === 'owner' || EDITABLE.has(fieldOf(description, id)?.kind ?? '')
}
