import type { RefObject } from 'react'
import { editingStore } from './editing.ts'
import type { Cell } from './grid-keys.ts'
import type { GroupedLines } from './group-lines.ts'
import type { ListedRow, ListKind, ListLook } from './list-kind.ts'
import type { Scroller } from './ListRows.tsx'
import type { Selection } from './selection.ts'
import { pressHead } from './sorting.ts'
import type { RowAt } from './useRows.ts'
import type { ColumnModel } from './useColumnModel.ts'

/** What keys and pointer act on. */
export type ListContext = {
  readonly kind: ListKind
  readonly look: ListLook
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
export function rowOnLine({ lines, rowAt }: ListContext, line: number): ListedRow | undefined {
  if (line < 0 || line >= lines.count) return undefined
  const found = lines.lineAt(line)
  return found.kind === 'row' ? rowAt(found.index) : undefined
}

/** Folds a group or unfolds it; false when the line is no group's head. */
export function toggleGroup({ kind, lines, look }: ListContext, line: number): boolean {
  if (line < 0 || line >= lines.count) return false
  const found = lines.lineAt(line)
  if (found.kind !== 'head') return false
  const collapsed = new Set(look.collapsed)
  if (!collapsed.delete(found.group.key)) collapsed.add(found.group.key)
  kind.change({ collapsed })
  return true
}

/** Sorts by the column at that place, alone or after the others. */
export function sortByColumn({ kind, model, look }: ListContext, column: number, added: boolean): void {
  const key = model.drawn[column - 1]?.sortKey
  if (key) kind.change({ sort: pressHead(look.sort, key, added) })
}

/** Makes a column wider or narrower. */
export function widenColumn({ kind, model, look }: ListContext, column: number, by: number): void {
  const header = model.headers[column - 1]
  if (!header) return
  const width = Math.max(56, Math.min(900, header.column.getSize() + by))
  kind.change({ widths: { ...look.widths, [header.column.id]: width } })
}

/** Begins editing a cell in place, when its column can be. */
export function beginEditing(context: ListContext, { line, column }: Cell): void {
  const row = rowOnLine(context, line)
  const id = context.model.drawn[column - 1]?.id
  if (row && id && context.kind.isEditable(id)) editingStore.set({ id: row.id, column: id })
}
