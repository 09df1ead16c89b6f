import type { Flow, FlowStep } from '#shared/registers/activities/flow.parts.ts'
import classes from './flow.module.css'

const STEPS: Readonly<Record<FlowStep, string>> = {
  source: 'Comes from',
  held: 'Held in',
  disclosure: 'Disclosed to',
  abroad: 'Sent abroad to',
}

type FlowTableProps = {
  readonly flow: Flow
  /** The rows of the chosen box; null when none is chosen. */
  readonly highlighted: ReadonlySet<string> | null
  readonly withActivity: boolean
}

/** The drawing in words: every movement of data the record states, one line each. */
export function FlowTable({ flow, highlighted, withActivity }: FlowTableProps) {
  const rows = highlighted === null ? flow.rows : flow.rows.filter(({ id }) => highlighted.has(id))
  const has = (column: 'agreement' | 'mechanism' | 'condition') => flow.rows.some((row) => row[column] !== '')
  return (
    <table className={classes.table}>
      <caption>
        {highlighted === null
          ? `All movements of data (${rows.length})`
          : `Movements through the chosen box (${rows.length} of ${flow.rows.length})`}
      </caption>
      <thead>
        <tr>
          {withActivity && <th scope="col">Activity</th>}
          <th scope="col">Step</th>
          <th scope="col">From or to</th>
          <th scope="col">Data</th>
          <th scope="col">Lawful basis</th>
          {has('agreement') && <th scope="col">Agreement</th>}
          {has('mechanism') && <th scope="col">Mechanism</th>}
          {has('condition') && <th scope="col">Only if</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {withActivity && <td>{row.activity}</td>}
            <td>{STEPS[row.step]}</td>
            <th scope="row">
              {row.other}
              {row.capacity && <span className={classes.capacity}>{row.capacity}</span>}
            </th>
            <td>
              <DataCell data={row.data} />
            </td>
            <td>{row.bases.join(', ')}</td>
            {has('agreement') && <td>{row.agreement}</td>}
            {has('mechanism') && <td>{row.mechanism}</td>}
            {has('condition') && <td>{row.condition}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MOST_AT_ONCE = 5

/** Few categories stand in the line; many wait to be opened. */
function DataCell({ data }: { readonly data: readonly string[] }) {
  if (data.length <= MOST_AT_ONCE) return data.join(', ')
  return (
    <details>
      <summary>{data.length} categories</summary>
      {data.join(', ')}
    </details>
  )
}
