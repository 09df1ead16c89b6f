import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import { GapCounts } from '#renderer/ui/gaps/GapCounts.tsx'
import classes from '#renderer/ui/record/record.module.css'
import type { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { useActivityRows } from './useActivitiesOf.ts'

type Row = Output<'activities.list'>['rows'][number]

/** The activities whose record belongs to the organisation. */
export function ActivitiesOfOrganisation({ id }: { readonly id: OrganisationId }) {
  const { data, error } = useActivityRows(id)
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return null
  if (data.total === 0) return <p>No activity of this organisation is recorded yet.</p>
  return (
    <table className={classes.rows}>
      <caption className="visually-hidden">Activities of the organisation</caption>
      <thead>
        <tr>
          <th scope="col">Reference</th>
          <th scope="col">Activity</th>
          <th scope="col">Role</th>
          <th scope="col">Status</th>
          <th scope="col">Gaps</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.id}>
            <td>{row.reference}</td>
            <td>
              <RouteLink href={hrefFor('activities', row.id)}>{row.name}</RouteLink>
            </td>
            <td>{ROLE_WORDS[row.role]}</td>
            <td>{row.status}</td>
            <td>
              <Counts row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Counts({ row }: { readonly row: Row }) {
  const of = (severity: 'error' | 'warning' | 'note', count: number) =>
    Array.from({ length: count }, () => ({ severity }))
  const gaps = [...of('error', row.errors), ...of('warning', row.warnings), ...of('note', row.notes)]
  return gaps.length === 0 ? <span className={classes.quiet}>no rule raised</span> : <GapCounts gaps={gaps} />
}

const ROLE_WORDS: Readonly<Record<Row['role'], string>> = {
  controller: 'Controller',
  jointController: 'Joint controller',
  processor: 'Processor',
}
