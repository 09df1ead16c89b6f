import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { FlowPanel } from '#renderer/ui/flow/FlowPanel.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import classes from '#renderer/ui/record/record.module.css'
import type { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { useActivitiesOf } from './useActivitiesOf.ts'

/** Where the data of all an organisation's activities comes from, is held and goes. */
export function OrganisationFlow({ id }: { readonly id: OrganisationId }) {
  const { data: organisation, error } = useEngineQuery('organisations.get', { id })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!organisation) return null
  return (
    <div className={classes.pane}>
      <PageHeader
        title="Data flow"
        beside={<span>{organisation.legalName}</span>}
        actions={<RouteLink href={hrefOf('organisations', id)}>Open the record</RouteLink>}
      />
      <div className={classes.body}>
        <Drawn id={id} name={organisation.legalName} />
      </div>
    </div>
  )
}

function Drawn({ id, name }: { readonly id: OrganisationId; readonly name: string }) {
  const { activities, left, error } = useActivitiesOf(id)
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!activities) return <p role="status">Reading the activities…</p>
  if (activities.length === 0)
    return <p>No activity of this organisation is recorded, so there is nothing to draw.</p>
  return (
    <>
      {left > 0 && (
        <p>
          Drawn from the first {activities.length} activities; {left} more are in the register.
        </p>
      )}
      <FlowPanel title={name} activities={activities} fileName={`Data flow ${name}`} />
    </>
  )
}
