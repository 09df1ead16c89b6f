import { memo } from 'react'
import type { Group } from './group-lines.ts'
import type { ListedRow, ListKind } from './list-kind.ts'
import classes from './list.module.css'
import type { DrawnColumn } from './useColumnModel.ts'

/** The id of a cell's element, which the grid names as the one the keys act on. */
export function cellId(line: number, column: number): string {
  return `cell-${line}-${column}`
}

type ListRowProps = {
  readonly row: ListedRow | undefined
  readonly line: number
  readonly top: number
  readonly columns: readonly DrawnColumn[]
  /** The cell the keys act on, when it is in this row. */
  readonly activeColumn: number | null
  readonly editing: string | null
  readonly Editor: ListKind['Editor']
  readonly isSelected: boolean
  readonly isOpen: boolean
}

/** One record: one element per cell, drawn anew only when what it shows differs. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { row, line, top, columns, activeColumn, editing, Editor, isSelected, isOpen } = props
  return (
    <div
      role="row"
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={line + 2}
      aria-selected={isSelected}
      aria-busy={row ? undefined : true}
      data-open={isOpen || undefined}
      data-line={line}
    >
      <div
        role="gridcell"
        id={cellId(line, 0)}
        className={classes.mark}
        aria-colindex={1}
        aria-label={isSelected ? 'Selected' : 'Not selected'}
        data-column={0}
        data-active={activeColumn === 0 || undefined}
      />
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          id={cellId(line, index + 1)}
          className={column.className}
          aria-colindex={index + 2}
          data-column={index + 1}
          data-name={column.id}
          data-level={row && column.level?.(row)}
          data-active={activeColumn === index + 1 || undefined}
        >
          {row &&
            (editing === column.id ? (
              <Editor row={row} column={editing} label={column.label} />
            ) : (
              column.text(row)
            ))}
        </div>
      ))}
    </div>
  )
})

type GroupLineProps = {
  readonly group: Group
  readonly isCollapsed: boolean
  readonly line: number
  readonly top: number
  readonly span: number
  readonly isActive: boolean
}

/** The head of a group: what it holds in common and how many there are. */
export const GroupLine = memo(function GroupLine({
  group,
  isCollapsed,
  line,
  top,
  span,
  isActive,
}: GroupLineProps) {
  return (
    <div
      role="row"
      className={classes.groupRow}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={line + 2}
      data-line={line}
    >
      <div
        role="gridcell"
        id={cellId(line, 0)}
        className={classes.group}
        aria-colindex={1}
        aria-colspan={span}
        aria-expanded={!isCollapsed}
        data-column={0}
        data-active={isActive || undefined}
      >
        {`${group.label || 'None given'} (${group.count.toLocaleString('en-GB')})`}
      </div>
    </div>
  )
})
