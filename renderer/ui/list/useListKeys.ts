import { type KeyboardEvent, useRef } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { type Cell, moveCell } from './grid-keys.ts'
import {
  beginEditing,
  type ListContext,
  rowOnLine,
  sortByColumn,
  toggleGroup,
  widenColumn,
} from './list-context.ts'
import { EVERYTHING, isSelected, NOTHING, setSelected } from './selection.ts'
import { ROW_HEIGHT } from './ListRows.tsx'
import { showColumn } from './side-scroll.ts'

/** What the keys do in the list. */
export function useListKeys(context: ListContext) {
  const { canEdit } = useCanEdit()
  const anchor = useRef<number | null>(null)

  return (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const { active, selection, onSelect } = context
    const command = event.ctrlKey || event.metaKey
    const isHead = active.line === -1
    const handled = () => {
      if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight'))
        return widenColumn(context, active.column, event.key === 'ArrowLeft' ? -16 : 16)
      if (command && event.key.toLowerCase() === 'a') return onSelect(EVERYTHING)
      if (event.key === 'Escape') return onSelect(NOTHING)
      if (event.key === 'Enter' || event.key === ' ') return press(event.key, event.shiftKey, isHead)
      if (event.key === 'F2') return canEdit ? beginEditing(context, active) : undefined
      return move(event.key, command, event.shiftKey)
    }
    if (handled() !== false) event.preventDefault()

    function press(key: string, shift: boolean, onHead: boolean): void {
      if (onHead && active.column === 0) return onSelect(selection.mode === 'allBut' ? NOTHING : EVERYTHING)
      if (onHead) return sortByColumn(context, active.column, shift)
      if (toggleGroup(context, active.line)) return
      const row = rowOnLine(context, active.line)
      if (!row) return
      if (key === 'Enter') return context.onOpen(row.id)
      anchor.current = active.line
      onSelect(setSelected(selection, [row.id], !isSelected(selection, row.id)))
    }
  }

  function move(key: string, command: boolean, shift: boolean): false | void {
    const { active, lines, model, viewport, scroller, setActive } = context
    const page = Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const next = moveCell(active, key, command, { lines: lines.count, columns: model.drawn.length + 1, page })
    if (!next) return false
    setActive(next)
    if (next.line >= 0) scroller.current?.scrollToIndex(next.line)
    if (viewport.current) showColumn(viewport.current, next.column)
    if (shift && next.line !== active.line) selectRange(active, next)
    else anchor.current = null
  }

  function selectRange(from: Cell, to: Cell): void {
    anchor.current ??= from.line
    const [first, last] = [Math.min(anchor.current, to.line), Math.max(anchor.current, to.line)]
    context.onSelect(setSelected(context.selection, idsBetween(context, first, last), true))
  }
}

/** The records on the lines of a range that have come. */
export function idsBetween(context: ListContext, first: number, last: number) {
  return Array.from({ length: last - first + 1 }, (_, at) => rowOnLine(context, first + at)?.id).filter(
    (id) => id !== undefined,
  )
}
