import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from '#renderer/api/store.ts'
import { editingStore } from './editing.ts'
import type { Cell } from './grid-keys.ts'
import type { GroupedLines } from './group-lines.ts'
import type { ListKind, ListLook } from './list-kind.ts'
import { ListHead } from './ListHead.tsx'
import { ListRows, type Scroller } from './ListRows.tsx'
import classes from './list.module.css'
import { cellId } from './ListRow.tsx'
import { countSelected, type Selection } from './selection.ts'
import { moveSideways } from './side-scroll.ts'
import { useColumnModel } from './useColumnModel.ts'
import { useListKeys } from './useListKeys.ts'
import { useListPointer } from './useListPointer.ts'
import { type useLines, useRows } from './useRows.ts'
import { useWantedPages } from './useWantedPages.ts'

type ListGridProps = {
  readonly kind: ListKind
  readonly look: ListLook
  readonly found: ReturnType<typeof useLines>
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly openId: string | null
  readonly onOpen: (id: string) => void
}

/** The list itself: rows drawn while in sight, moved through cell by cell with the keys. */
export function ListGrid({ kind, look, found, selection, onSelect, openId, onOpen }: ListGridProps) {
  const editing = useStore(editingStore)
  const { total, lines } = found
  const model = useColumnModel(kind, look)
  const viewport = useRef<HTMLDivElement>(null)
  const sideBar = useRef<HTMLDivElement>(null)
  const scroller = useRef<Scroller>(null)
  const { pages, onSight } = useWantedPages(lines, total)
  const rowAt = useRows(kind, look, pages)
  const sideways = useCallback(() => {
    if (viewport.current && sideBar.current) moveSideways(viewport.current, sideBar.current)
  }, [])

  // After unlocking, and on coming from another page, the keys work in the list at once.
  useEffect(() => {
    if (document.activeElement === document.body) viewport.current?.focus({ preventScroll: true })
  }, [])

  // Another question starts at its first answer.
  const question = JSON.stringify([look.filter, look.sort, look.groupBy])
  const [moved, setMoved] = useState<{ question: string; cell: Cell }>({
    question,
    cell: { line: 0, column: 1 },
  })
  const active =
    moved.question === question
      ? moved.cell
      : { line: Math.min(moved.cell.line, 0), column: moved.cell.column }
  const setActive = (cell: Cell) => setMoved({ question, cell })
  useEffect(() => {
    viewport.current?.scrollTo({ top: 0 })
  }, [question])

  const context = {
    kind,
    look,
    lines,
    rowAt,
    total,
    model,
    active,
    setActive,
    selection,
    onSelect,
    onOpen,
    viewport,
    scroller,
  }
  const onKeyDown = useListKeys(context)
  const pointer = useListPointer(context)
  const selectedCount = countSelected(selection, total)

  return (
    <div
      id={kind.gridId}
      ref={viewport}
      className={classes.grid}
      role="grid"
      aria-label={kind.label}
      aria-multiselectable
      aria-rowcount={lines.count + 1}
      aria-colcount={model.drawn.length + 1}
      aria-activedescendant={cellId(active.line, activeColumnOf(lines, active))}
      tabIndex={0}
      style={model.style}
      onKeyDown={onKeyDown}
      onWheel={({ deltaX, deltaY, shiftKey }) =>
        sideBar.current?.scrollBy({ left: shiftKey ? deltaX || deltaY : deltaX })
      }
      {...pointer}
    >
      <ListHead
        sort={look.sort}
        model={model}
        activeColumn={active.line === -1 ? active.column : null}
        marked={selectedCount === 0 ? 'none' : selectedCount === total ? 'all' : 'some'}
      />
      <ListRows
        viewport={viewport}
        scroller={scroller}
        lines={lines}
        rowAt={rowAt}
        columns={model.drawn}
        active={active}
        selection={selection}
        editing={editing}
        Editor={kind.Editor}
        openId={openId}
        onSight={onSight}
      />
      <div ref={sideBar} className={classes.sideBar} data-side-bar aria-hidden onScroll={sideways}>
        <div />
      </div>
    </div>
  )
}

function activeColumnOf(lines: GroupedLines, { line, column }: Cell): number {
  return line >= 0 && line < lines.count && lines.lineAt(line).kind === 'head' ? 0 : column
}
