import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import classes from '#renderer/ui/record/record.module.css'
import type { TermId } from '#shared/registers/vocabulary/term.schema.ts'

const MOST_SHOWN = 100

/** The records that use a term, and where in them. */
export function WhereUsed({ id }: { readonly id: TermId }) {
  const { data, error } = useEngineQuery('vocabulary.whereUsed', { id })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return null
  if (data.length === 0) return <p className={classes.quiet}>No record uses it.</p>
  return (
    <table className={classes.rows}>
      <thead>
        <tr>
          <th scope="col">Record</th>
          <th scope="col">Used as</th>
        </tr>
      </thead>
      <tbody>
        {data.slice(0, MOST_SHOWN).map((use) => (
          <tr key={`${use.register} ${use.id} ${use.place}`}>
            <td>
              <RouteLink href={hrefFor(use.register, use.id)}>{use.title}</RouteLink>
            </td>
            <td>{use.place}</td>
          </tr>
        ))}
        {data.length > MOST_SHOWN && (
          <tr>
            <td colSpan={2}>and {data.length - MOST_SHOWN} more</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
