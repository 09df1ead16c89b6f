import { formatDay } from '#shared/time/plain-date.ts'
import type { RibbonNode } from './ribbon-layout.ts'
import classes from './requests.module.css'

/** Every point of the ribbon as a row, for reading aloud, printing and copying. */
export function ClockTable({ nodes }: { readonly nodes: readonly RibbonNode[] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Point</th>
          <th scope="col">Day</th>
          <th scope="col">Is</th>
          <th scope="col">How</th>
          <th scope="col">Law</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ key, label, day, words, citation, event }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{formatDay(day)}</td>
            <td>{event === null ? 'Worked out' : 'Recorded'}</td>
            <td>{words}</td>
            <td>{citation}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
