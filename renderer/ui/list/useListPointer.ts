import { type MouseEvent, useRef } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import type { Cell } from './grid-keys.ts'
import { beginEditing, type ListContext, rowOnLine, sortByColumn, toggleGroup } from './list-context.ts'
import { EVERYTHING, isSelected, NOTHING, setSelected } from './selection.ts'
import { idsBetween } from './useListKeys.ts'

/** What clicks do in the list; one listener for all cells. */
export function useListPointer(context: ListContext) {
  const { canEdit } = useCanEdit()
  const anchor = useRef<number | null>(null)

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const cell = cellAt(event.target)
    if (!cell) return
    context.setActive(cell)
    if (cell.line === -1) return pressHead(cell, event.shiftKey)
    if (toggleGroup(context, cell.line)) return
    const row = rowOnLine(context, cell.line)
    if (!row) return
    const { selection, onSelect, model } = context
    if (event.shiftKey)
      return onSelect(
        setSelected(selection, idsBetween(context, ...ordered(anchor.current ?? cell.line, cell.line)), true),
      )
    anchor.current = cell.line
    if (cell.column === 0 || event.ctrlKey || event.metaKey)
      return onSelect(setSelected(selection, [row.id], !isSelected(selection, row.id)))
    if (model.drawn[cell.column - 1]?.id === 'name') context.onOpen(row.id)
  }
  const pressHead = (cell: Cell, shift: boolean) => {
    if (cell.column > 0) return sortByColumn(context, cell.column, shift)
    context.onSelect(context.selection.mode === 'allBut' ? NOTHING : EVERYTHING)
  }
  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    const cell = cellAt(event.target)
    if (cell && cell.line >= 0 && canEdit) beginEditing(context, cell)
  }
  return { onClick, onDoubleClick }
}

function cellAt(target: EventTarget): Cell | null {
  if (!(target instanceof HTMLElement) || target.dataset.grip !== undefined) return null
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return null
  const cell = target.closest<HTMLElement>('[data-column]')
  const line = target.closest<HTMLElement>('[data-line]')
  return cell && line ? { line: Number(line.dataset.line), column: Number(cell.dataset.column) } : null
}

const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])
