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
import type { ActivityRow } from '#shared/registers/activities/activity.list.ts'
import { type ColumnId, COLUMNS, columnOf, type ListColumn } from './columns.ts'
import { changeList, listStore, type ListState } from './list-state.ts'
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
const helper = createColumnHelper<typeof features, ActivityRow>()
const definitions = helper.columns(
  COLUMNS.map(({ id, label, width, text }) =>
    helper.accessor(text, { id, header: label, size: width, minSize: MIN_COLUMN_WIDTH, maxSize: 900 }),
  ),
)
// The rows come in windows from the engine and are drawn by the list itself: the table keeps the columns only.
const NO_ROWS: ActivityRow[] = []

/** Width of the column of selection marks, in pixels. */
export const MARK_WIDTH = 32
/** A column as a row draws it. */
export type DrawnColumn = ListColumn & { readonly className: string | undefined; readonly isPinned: boolean }

/** The columns shown, pinned ones first, with their widths as CSS variables, so that resizing redraws no row. */
export function useColumnModel({ columns, pinned, widths }: ListState) {
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state: {
      columnOrder: [...columns],
      columnPinning: { start: [...pinned], end: [] },
      columnSizing: widths as Record<string, number>,
      columnVisibility: Object.fromEntries(COLUMNS.map(({ id }) => [id, columns.includes(id)])),
    },
    onColumnSizingChange: (update) => {
      const before = listStore.get().widths as Record<string, number>
      changeList({ widths: typeof update === 'function' ? update(before) : update })
    },
  })
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const drawn = useMemo(() => drawnColumns(columns, pinned), [columns, pinned])
  return { headers, drawn, style: widthVariables(headers.map(({ column }) => column.getSize())) }
}

// In the order of the table's heads.
function drawnColumns(columns: readonly ColumnId[], pinned: readonly ColumnId[]): DrawnColumn[] {
  const order = [...pinned, ...columns.filter((id) => !pinned.includes(id))]
  return order.flatMap((id) => {
    const column = columnOf(id)
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
