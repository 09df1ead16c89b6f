import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { FlowPanel } from '#renderer/ui/flow/FlowPanel.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'

/** The data flow of one activity, on a page of its own. */
export function FlowPage({ id: text }: { readonly id: string }) {
  const id = ActivityId.safeParse(text)
  if (!id.success) return <p role="alert">There is no activity at this address.</p>
  return <LoadedFlow id={id.data} />
}

function LoadedFlow({ id }: { readonly id: ActivityId }) {
  const { data, error } = useEngineQuery('activities.get', { id })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return null
  const { activity } = data
  const title = `${activity.reference} ${activity.name}`.trim()
  return (
    <div className={classes.pane}>
      <PageHeader
        title="Data flow"
        beside={<span>{title}</span>}
        actions={<RouteLink href={hrefOf('activities', id)}>Open the record</RouteLink>}
      />
      <div className={classes.body}>
        <FlowPanel title={title} activities={activity} fileName={`Data flow ${title}`} />
      </div>
    </div>
  )
}
