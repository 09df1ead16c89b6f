import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type CSSProperties, useMemo } from 'react'
import type { ListColumn, ListedRow, ListKind, ListLook } from './list-kind.ts'
import classes from './list.module.css'

/** Narrower than this a column says nothing. */
const MIN_COLUMN_WIDTH = 56
const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})
const helper = createColumnHelper<typeof features, ListedRow>()
// The rows come in windows from the engine and are drawn by the list itself: the table keeps the columns only.
const NO_ROWS: ListedRow[] = []

/** Width of the column of selection marks, in pixels. */
export const MARK_WIDTH = 32
/** A column as a row draws it. */
export type DrawnColumn = ListColumn & { readonly className: string | undefined; readonly isPinned: boolean }

/** The columns shown, pinned ones first, with their widths as CSS variables, so that resizing redraws no row. */
export function useColumnModel(kind: ListKind, { columns, pinned, widths }: ListLook) {
  const table = useTable({
    features,
    columns: useMemo(() => definitionsOf(kind.columns), [kind.columns]),
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state: {
      columnOrder: [...columns],
      columnPinning: { start: [...pinned], end: [] },
      columnSizing: widths as Record<string, number>,
      columnVisibility: Object.fromEntries(kind.columns.map(({ id }) => [id, columns.includes(id)])),
    },
    onColumnSizingChange: (update) => {
      const before = kind.read().widths as Record<string, number>
      kind.change({ widths: typeof update === 'function' ? update(before) : update })
    },
  })
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const drawn = useMemo(() => drawnColumns(kind.columns, columns, pinned), [kind.columns, columns, pinned])
  return { headers, drawn, style: widthVariables(headers.map(({ column }) => column.getSize())) }
}

function definitionsOf(columns: readonly ListColumn[]) {
  return helper.columns(
    columns.map((column) =>
      helper.accessor((row) => column.text(row), {
        id: column.id,
        header: column.label,
        size: column.width,
        minSize: MIN_COLUMN_WIDTH,
        maxSize: 900,
      }),
    ),
  )
}

// In the order of the table's heads.
function drawnColumns(
  known: readonly ListColumn[],
  columns: readonly string[],
  pinned: readonly string[],
): DrawnColumn[] {
  const order = [...pinned, ...columns.filter((id) => !pinned.includes(id))]
  return order.flatMap((id) => {
    const column = known.find((other) => other.id === id)
    if (!column) return []
    const isPinned = pinned.includes(id)
    return { ...column, isPinned, className: isPinned ? `${classes.cell} ${classes.pinned}` : classes.cell }
  })
}

function widthVariables(sizes: readonly number[]): CSSProperties {
  return {
    '--columns': `${MARK_WIDTH}px ${sizes.map((size) => `${size}px`).join(' ')}`,
    '--row-width': `${MARK_WIDTH + sizes.reduce((sum, size) => sum + size, 0)}px`,
  } as CSSProperties
}

export type ColumnModel = ReturnType<typeof useColumnModel>
