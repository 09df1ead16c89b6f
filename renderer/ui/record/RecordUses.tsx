import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import classes from '#renderer/ui/record/record.module.css'
import type { RegisterName } from '#shared/records/record.ts'
import { REGISTER_WORDS } from '#shared/records/register-words.ts'
import type { Output } from '#shared/rpc/contract.ts'

type RecordUsesProps = { readonly register: RegisterName; readonly id: string }

/** Every record of any register that refers to this one, with the field it stands in. */
export function RecordUses({ register, id }: RecordUsesProps) {
  const { data: uses, error } = useEngineQuery('records.whereUsed', { register, id })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!uses) return null
  if (uses.length === 0) return <p className={classes.quiet}>No other record refers to this one.</p>
  return <UsesTable uses={uses} />
}

/** Records with the register they are in and the field that refers. */
export function UsesTable({ uses }: { readonly uses: Output<'records.whereUsed'> }) {
  return (
    <table className={classes.rows}>
      <thead>
        <tr>
          <th scope="col">Record</th>
          <th scope="col">Kind</th>
          <th scope="col">Where</th>
        </tr>
      </thead>
      <tbody>
        {uses.map(({ register, id, title, place }) => (
          <tr key={`${id} ${place}`}>
            <td>
              <RouteLink href={hrefFor(register, id)}>{title || 'Without a title'}</RouteLink>
            </td>
            <td>{REGISTER_WORDS[register].one}</td>
            <td>{place}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
