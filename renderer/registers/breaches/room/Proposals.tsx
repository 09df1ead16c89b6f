import { Button } from '@mantine/core'
import { useEngineQuery } from '#renderer/api/client.ts'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { BREACH_FIELDS, type Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Proposal } from '#shared/registers/breaches/decisions.contract.ts'
import { PROPOSED_FIELDS } from '#shared/registers/breaches/proposals.ts'
import classes from './room.module.css'

/** What the activities concerned bring with them and the breach does not name yet; one button takes it over. */
export function Proposals({ breach }: { readonly breach: Breach }) {
  const { change, disabled } = useDescribedRecord()
  const isAsked = breach.activityIds.length > 0
  const { data = [] } = useEngineQuery(
    'breaches.proposals',
    { id: breach.id },
    { enabled: isAsked, keepPrevious: true },
  )
  const proposals = data.filter(({ field, id }) => !(breach[field] as readonly string[]).includes(id))
  if (!isAsked || proposals.length === 0) return null
  const fields = PROPOSED_FIELDS.map(
    (field) => [field, proposals.filter((proposal) => proposal.field === field)] as const,
  ).filter(([, found]) => found.length > 0)
  const addAll = () =>
    change(
      Object.fromEntries(
        fields.map(([field, found]) => [field, [...breach[field], ...found.map(({ id }) => id)]]),
      ),
    )
  return (
    <section className={classes.proposals} aria-label="From the activities concerned">
      <h4>From the activities concerned</h4>
      <p className={classes.quiet}>
        What they usually involve. Take it over and strike out what was not affected, or leave it.
      </p>
      <dl>
        {fields.map(([field, found]) => (
          <div key={field}>
            <dt>{BREACH_FIELDS[field].label}</dt>
            <dd>
              {bySource(found).map(([source, names]) => (
                <span key={source}>
                  {names.join(', ')} <small>({source})</small>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Button size="compact-sm" variant="default" disabled={disabled} onClick={addAll}>
        Add {proposals.length === 1 ? 'it' : `all ${proposals.length}`} to the breach
      </Button>
    </section>
  )
}

/** The names that come from the same activities, together, so that these are said once. */
function bySource(proposals: readonly Proposal[]): readonly (readonly [string, readonly string[]])[] {
  const named = new Map<string, string[]>()
  for (const { name, from } of proposals) {
    const source = from.map(({ title }) => title).join(', ')
    named.set(source, [...(named.get(source) ?? []), name])
  }
  return [...named]
}
