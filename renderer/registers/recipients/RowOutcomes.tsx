import { useMemo } from 'react'
import { dataColumns, DataTable } from '#renderer/ui/DataTable.tsx'
import { type CheckedRow, outcomeRows } from '#shared/registers/recipients/check-rows.ts'
import classes from './import-list.module.css'

type Line = {
  readonly id: string
  readonly row: number
  readonly name: string
  readonly outcome: string
  readonly because: string
}

type RowOutcomesProps = {
  readonly label: string
  readonly rows: readonly CheckedRow[]
  readonly wantedDoubles: ReadonlySet<number>
  /** What Enter or a click on a row does. */
  readonly onOpen?: (row: number) => void
}

const helper = dataColumns<Line>()
const COLUMNS = helper.columns([
  helper.accessor('row', { header: 'Row' }),
  helper.accessor('name', { header: 'Name', cell: ({ getValue }) => <bdi>{getValue()}</bdi> }),
  helper.accessor('outcome', { header: 'Outcome' }),
  helper.accessor('because', {
    header: 'Why',
    cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
  }),
])

/** Rows of the list with what becomes of each and why. */
export function RowOutcomes({ label, rows, wantedDoubles, onOpen }: RowOutcomesProps) {
  const lines = useMemo(
    () =>
      outcomeRows(rows, wantedDoubles).map(([row, name, outcome, because]): Line => ({
        id: row,
        row: Number(row),
        name,
        outcome,
        because,
      })),
    [rows, wantedDoubles],
  )
  return (
    <div className={classes.rows}>
      <DataTable
        label={label}
        columns={COLUMNS}
        rows={lines}
        template="70px minmax(160px, 1fr) 100px minmax(280px, 2fr)"
        {...(onOpen && { onOpen: ({ row }: Line) => onOpen(row) })}
      />
    </div>
  )
}
