import {
  type ColumnDef,
  createColumnHelper,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  type SortingState,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef, useState } from 'react'
import classes from './DataTable.module.css'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns })

type Identified = { readonly id: string }
export type DataColumns<Record extends Identified> = ReadonlyArray<
  ColumnDef<typeof features, Record, unknown>
>

/** Makes the columns of a table: `helper.columns([helper.accessor('name', { header: 'Name' })])`. */
export function dataColumns<Record extends Identified>() {
  return createColumnHelper<typeof features, Record>()
}

type DataTableProps<Record extends Identified> = {
  /** What the table lists, for those who hear it. */
  readonly label: string
  readonly columns: DataColumns<Record>
  readonly rows: readonly Record[]
  /** A CSS grid template with one track per column: `2fr 1fr 120px`. */
  readonly template: string
  readonly selectedId?: string | null
  readonly initialSort?: SortingState
  readonly onOpen?: (record: Record) => void
}

const ROW_HEIGHT = 30

/** A list of records: heads that sort, rows drawn only while in sight, arrows to move and Enter to open. */
export function DataTable<Record extends Identified>(props: DataTableProps<Record>) {
  const { label, columns, rows, template, selectedId = null, initialSort = [], onOpen } = props
  const [sorting, setSorting] = useState<SortingState>(initialSort)
  const table = useTable({
    features,
    columns: columns as DataColumns<Record>,
    data: rows,
    getRowId: (record) => record.id,
    state: { sorting },
    onSortingChange: setSorting,
  })
  const viewport = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const model = table.getRowModel().rows
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const next = nextRow(event.key, active, model.length)
    const row = model[active]
    if (next !== null) {
      event.preventDefault()
      setActive(next)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter' && row) onOpen?.(row.original)
  }

  return (
    <div
      ref={viewport}
      className={classes.viewport}
      role="grid"
      aria-label={label}
      aria-rowcount={model.length + 1}
      aria-activedescendant={model[active] ? rowDomId(label, active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={classes.head} style={{ gridTemplateColumns: template }} aria-rowindex={1}>
        {table.getHeaderGroups()[0]?.headers.map((header) => (
          <div key={header.id} role="columnheader" aria-sort={ariaSort(header.column.getIsSorted())}>
            {header.column.getCanSort() ? (
              <button type="button" onClick={header.column.getToggleSortingHandler()}>
                <table.FlexRender header={header} />
                <span aria-hidden>{arrow(header.column.getIsSorted())}</span>
              </button>
            ) : (
              <table.FlexRender header={header} />
            )}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <DataRow
            key={model[index]!.id}
            row={model[index]!}
            domId={rowDomId(label, index)}
            index={index}
            start={start}
            template={template}
            isActive={index === active}
            isSelected={model[index]!.id === selectedId}
            FlexRender={table.FlexRender}
            onOpen={() => {
              setActive(index)
              onOpen?.(model[index]!.original)
            }}
          />
        ))}
      </div>
    </div>
  )
}

type DataRowProps<Record extends Identified> = {
  row: Row<typeof features, Record>
  domId: string
  index: number
  start: number
  template: string
  isActive: boolean
  isSelected: boolean
  FlexRender: ReturnType<typeof useTable<typeof features, Record>>['FlexRender']
  onOpen: () => void
}

function DataRow<Record extends Identified>(props: DataRowProps<Record>) {
  const { row, domId, index, start, template, isActive, isSelected, FlexRender, onOpen } = props
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid handles the keys for its rows
    <div
      id={domId}
      role="row"
      tabIndex={-1}
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      onClick={onOpen}
    >
      {row.getAllCells().map((cell) => (
        <div key={cell.id} role="gridcell" className={classes.cell}>
          <FlexRender cell={cell} />
        </div>
      ))}
    </div>
  )
}

function nextRow(key: string, active: number, count: number): number | null {
  const moves: { [key: string]: number } = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 20,
    PageUp: active - 20,
    Home: 0,
    End: count - 1,
  }
  const next = moves[key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}

const rowDomId = (label: string, index: number) => `${label.replaceAll(/\W+/g, '-')}-${index}`
const ariaSort = (sorted: false | 'asc' | 'desc') =>
  sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'
const arrow = (sorted: false | 'asc' | 'desc') => (sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : '')
