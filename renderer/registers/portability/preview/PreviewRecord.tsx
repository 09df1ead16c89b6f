import { IconAlertTriangle } from '@tabler/icons-react'
import { factsOfColumn, type PreviewedTable } from './preview-words.ts'
import classes from './preview.module.css'

/** A table of the export that has one row: read from top to bottom, nothing out of sight to the side. */
export function PreviewRecord({ table }: { readonly table: PreviewedTable }) {
  const { called, columns, sample } = table
  return (
    <section
      className={classes.viewport}
      aria-label={`${called}, as its reader will see it`}
      data-part="preview"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached with the keyboard
      tabIndex={0}
    >
      <table aria-label={called} className={classes.record}>
        <thead>
          <tr>
            <th scope="col">Called</th>
            <th scope="col">The one row</th>
            <th scope="col">What it holds</th>
            <th scope="col">Basis</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => {
            const value = sample[0]?.[index] ?? null
            const isFlagged = column.whose === 'personAndOthers' && value !== null && value !== ''
            return (
              <tr key={column.key}>
                <th scope="row">{column.called}</th>
                <td data-flagged={isFlagged || undefined}>
                  {isFlagged && (
                    <IconAlertTriangle size={13} role="img" aria-label="May say something of others" />
                  )}
                  {value === null ? <span className={classes.empty}>empty</span> : <bdi>{value}</bdi>}
                </td>
                <td>{column.about === '' ? factsOfColumn(column) : column.about}</td>
                <td>{column.basis}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
