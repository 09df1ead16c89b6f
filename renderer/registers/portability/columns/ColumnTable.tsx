import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { ColumnRow } from './ColumnRow.tsx'
import classes from './columns.module.css'
import type { Columns } from './useColumns.ts'

const ROW_HEIGHT = 40
const AT_ONCE = 8

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: AT_ONCE,
  PageUp: -AT_ONCE,
  Home: -Infinity,
  End: Infinity,
}

const HEADS = ['', 'Column', 'For example', 'Filled', 'Whose', 'How', 'Basis', 'By', 'Follows'] as const

/** The columns of a file, drawn only while in sight: arrows move, with Shift they select. */
export function ColumnTable({ columns, onOpen }: { readonly columns: Columns; readonly onOpen: () => void }) {
  const { lines, at, line, selected, source } = columns
  const viewport = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]!.look.name,
    overscan: 8,
    scrollPaddingStart: 28,
  })
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [virtual, at])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step !== undefined) (event.shiftKey ? columns.extend : columns.go)(at + step)
    else if (event.key === 'Enter') onOpen()
    else if (event.key === 'Escape') columns.selectNone()
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) columns.selectAll()
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={viewport}
      role="grid"
      data-part="columns"
      aria-label="Columns"
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-activedescendant={line ? `column-${at}` : undefined}
      tabIndex={0}
      className={classes.table}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={classes.tableHead} aria-rowindex={1}>
        {HEADS.map((head) => (
          <span key={head} role="columnheader">
            {head === '' ? <span className="visually-hidden">Selected</span> : head}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={classes.tableBody} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <ColumnRow
            key={key}
            line={lines[index]!}
            index={index}
            start={start}
            height={ROW_HEIGHT}
            rowsSeen={source.look.rowsSeen}
            isCurrent={index === at}
            isSelected={selected.has(lines[index]!.look.name)}
            onGo={(isExtending) => (isExtending ? columns.extend(index) : columns.go(index))}
            onToggle={() => columns.toggle(lines[index]!.look.name)}
          />
        ))}
      </div>
      {lines.length === 0 && <p className={classes.none}>No column is like this.</p>}
    </div>
  )
}
