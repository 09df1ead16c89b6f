import { useQueryClient } from '@tanstack/react-query'
import { engineQuery, useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useRoute } from '#renderer/app/routing.tsx'
import { GapsProvider } from '#renderer/ui/gaps/GapsProvider.tsx'
import { RecordHistory } from '#renderer/ui/history/RecordHistory.tsx'
import { RecordUses } from '#renderer/ui/record/RecordUses.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { type Activity, ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { ActivityProvider } from './activity-record.ts'
import { RecordHeader } from './RecordHeader.tsx'
import { RecordSections } from './RecordSections.tsx'

type RecordPaneProps = { readonly id: string }

/** One activity, to read and to change: its record, its data flow and its history. */
export function RecordPane({ id }: RecordPaneProps) {
  const parsed = ActivityId.safeParse(id)
  if (!parsed.success) return <p role="alert">There is no activity at this address.</p>
  return <LoadedPane key={parsed.data} id={parsed.data} />
}

function LoadedPane({ id }: { readonly id: ActivityId }) {
  const { page } = useRoute()
  const record = useEngineQuery('activities.get', { id })
  const save = useSaveActivity(id)
  if (record.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(record.error)}
      </p>
    )
  if (!record.data) return <div className={classes.pane} aria-busy />
  return (
    <ActivityProvider stored={record.data.activity} save={save}>
      <GapsProvider register="activities" id={id}>
        <article className={classes.pane} aria-label={`Activity ${record.data.activity.name}`}>
          <RecordHeader />
          <div className={classes.body}>
            <Body id={id} page={page} />
          </div>
        </article>
      </GapsProvider>
    </ActivityProvider>
  )
}

function Body({ id, page }: { readonly id: string; readonly page: string | null }) {
  if (page === 'history') return <RecordHistory register="activities" id={id} />
  if (page === 'uses') return <RecordUses register="activities" id={id} />
  return <RecordSections />
}

/** Sends only the fields that changed; the answer takes the place of what is cached. */
export function useSaveActivity(id: ActivityId) {
  const client = useQueryClient()
  const command = useEngineCommand('activities.change')
  return async (changes: Partial<Activity>) => {
    const { id: _id, waivers: _waivers, ...fields } = changes
    const answer = await command.mutateAsync({ id, changes: fields })
    client.setQueryData(engineQuery('activities.get', { id }, null).queryKey, answer)
  }
}
