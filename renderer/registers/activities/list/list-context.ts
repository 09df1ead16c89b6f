import type { RefObject } from 'react'
import type { ActivityRow } from '#shared/registers/activities/activity.list.ts'
import { type ColumnId, isEditable } from './columns.ts'
import { editingStore } from './editing.ts'
import type { Cell } from './grid-keys.ts'
import type { GroupedLines } from './group-lines.ts'
import type { Scroller } from './ListRows.tsx'
import { changeList, type ListState } from './list-state.ts'
import type { Selection } from './selection.ts'
import { pressHead } from './sorting.ts'
import type { RowAt } from './useRows.ts'
import type { ColumnModel } from './useColumnModel.ts'

/** What keys and pointer act on. */
export type ListContext = {
  readonly state: ListState
  readonly lines: GroupedLines
  readonly rowAt: RowAt
  readonly total: number
  readonly model: ColumnModel
  readonly active: Cell
  readonly setActive: (cell: Cell) => void
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onOpen: (id: string) => void
  readonly viewport: RefObject<HTMLDivElement | null>
  readonly scroller: RefObject<Scroller | null>
}

/** The row on a line, when it is one and it has come. */
export function rowOnLine({ lines, rowAt }: ListContext, line: number): ActivityRow | undefined {
  if (line < 0 || line >= lines.count) return undefined
  const found = lines.lineAt(line)
  return found.kind === 'row' ? rowAt(found.index) : undefined
}

/** Folds a group or unfolds it; false when the line is no group's head. */
export function toggleGroup({ lines, state }: ListContext, line: number): boolean {
  if (line < 0 || line >= lines.count) return false
  const found = lines.lineAt(line)
  if (found.kind !== 'head') return false
  const collapsed = new Set(state.collapsed)
  if (!collapsed.delete(found.group.key)) collapsed.add(found.group.key)
  changeList({ collapsed })
  return true
}

/** Sorts by the column at that place, alone or after the others. */
export function sortByColumn({ model, state }: ListContext, column: number, added: boolean): void {
  const key = model.drawn[column - 1]?.sortKey
  if (key) changeList({ sort: pressHead(state.sort, key, added) })
}

/** Makes a column wider or narrower. */
export function widenColumn({ model, state }: ListContext, column: number, by: number): void {
  const header = model.headers[column - 1]
  if (!header) return
  const width = Math.max(56, Math.min(900, header.column.getSize() + by))
  changeList({ widths: { ...state.widths, [header.column.id as ColumnId]: width } })
}

/** Begins editing a cell in place, when its column can be. */
export function beginEditing(context: ListContext, { line, column }: Cell): void {
  const row = rowOnLine(context, line)
  const id = context.model.drawn[column - 1]?.id
  if (row && id && isEditable(id)) editingStore.set({ id: row.id, column: id })
}
