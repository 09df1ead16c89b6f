import { type Chart, chartTable } from '#shared/charts/chart.ts'
import classes from './ChartFigure.module.css'

type ChartTableProps = {
  readonly chart: Chart
  readonly onChoose?: ((category: number) => void) | undefined
}

/** The numbers of a chart, folded away until they are wanted; the way to a category by keyboard. */
export function ChartTable({ chart, onChoose }: ChartTableProps) {
  const { caption, columns, rows } = chartTable(chart)
  const total = chart.overlaps ? -1 : rows.length - 1
  return (
    <details className={classes.numbers}>
      <summary>Numbers</summary>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], index) => (
            <tr key={name} data-total={index === total || undefined}>
              <th scope="row">
                {onChoose && index !== total ? (
                  <button type="button" className={classes.open} onClick={() => onChoose(index)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
