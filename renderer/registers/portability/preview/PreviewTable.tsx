import { IconAlertTriangle } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { factsOfColumn, type PreviewedTable } from './preview-words.ts'
import classes from './preview.module.css'

type PreviewTableProps = { readonly table: PreviewedTable }

const ROW_HEIGHT = 28
const WIDTH = 168

/** A table of the export with its first rows, drawn only while in sight, rows and columns both. */
export function PreviewTable({ table }: PreviewTableProps) {
  const { called, columns, sample, rows } = table
  const viewport = useRef<HTMLElement>(null)
  const down = useVirtualizer({
    count: sample.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => WIDTH,
    overscan: 4,
  })
  const width = across.getTotalSize()
  return (
    <section
      ref={viewport}
      className={classes.viewport}
      aria-label={`${called}, as its reader will see it`}
      data-part="preview"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached with the keyboard
      tabIndex={0}
    >
      <div
        role="table"
        aria-label={called}
        aria-rowcount={rows + 1}
        aria-colcount={columns.length}
        style={{ width }}
      >
        <div role="rowgroup" className={classes.heads}>
          <div role="row" aria-rowindex={1}>
            {across.getVirtualItems().map(({ index, start }) => (
              <Head key={columns[index]!.key} column={columns[index]!} index={index} start={start} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.rows} style={{ height: down.getTotalSize() }}>
          {down.getVirtualItems().map((row) => (
            <div
              key={row.key}
              role="row"
              aria-rowindex={row.index + 2}
              className={classes.row}
              style={{ transform: `translateY(${row.start}px)`, height: ROW_HEIGHT, width }}
            >
              {across.getVirtualItems().map(({ index, start }) => (
                <Cell
                  key={columns[index]!.key}
                  value={sample[row.index]![index] ?? null}
                  index={index}
                  start={start}
                  isShared={columns[index]!.whose === 'personAndOthers'}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      {sample.length === 0 && <p className={classes.none}>None of its rows is the person’s.</p>}
    </section>
  )
}

type PlaceProps = { readonly index: number; readonly start: number }

function Head({ column, index, start }: PlaceProps & { readonly column: PreviewedTable['columns'][number] }) {
  const { called, about, basis } = column
  const facts = factsOfColumn(column)
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      className={classes.head}
      style={{ transform: `translateX(${start}px)`, width: WIDTH }}
      title={[called, about, facts, basis].filter((line) => line !== '').join('\n')}
    >
      <strong>{called}</strong>
      <span>{about === '' ? facts : about}</span>
      <small>{basis}</small>
    </div>
  )
}

type CellProps = PlaceProps & { readonly value: string | null; readonly isShared: boolean }

function Cell({ value, index, start, isShared }: CellProps) {
  const isFlagged = isShared && value !== null && value !== ''
  return (
    <span
      role="cell"
      aria-colindex={index + 1}
      className={classes.cell}
      data-flagged={isFlagged || undefined}
      style={{ transform: `translateX(${start}px)`, width: WIDTH }}
      title={value ?? undefined}
    >
      {isFlagged && <IconAlertTriangle size={13} role="img" aria-label="May say something of others" />}
      {value === null ? <span className={classes.empty}>empty</span> : <bdi>{value}</bdi>}
    </span>
  )
}
