import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import type { ViewBarProps } from '#renderer/ui/list/view-bar-props.ts'
import { SplitView } from '#renderer/ui/SplitView.tsx'
import { ActivityList } from './list/ActivityList.tsx'
import { filterFromAddress } from './list/filter-from-address.ts'
import {
  changeList,
  contentOf,
  listStore,
  stateOf,
  useListState,
  type ViewContent,
} from './list/list-state.ts'
import { NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import classes from './ActivitiesPage.module.css'

const RecordPane = lazy(() =>
  import('./record/RecordPane.tsx').then((module) => ({ default: module.RecordPane })),
)
const GuidedCapture = lazy(() =>
  import('./record/GuidedCapture.tsx').then((module) => ({ default: module.GuidedCapture })),
)
const FlowPage = lazy(() => import('./record/FlowPage.tsx').then((module) => ({ default: module.FlowPage })))

/** The register of processing activities: the list, one record beside it, and the guided way in. */
export function ActivitiesPage({ ViewBar }: { readonly ViewBar: ComponentType<ViewBarProps> }) {
  const { id, page, search } = useRoute()
  const state = useListState()
  useFilterFromAddress(search)

  if (id === 'new') return <Later part={<GuidedCapture />} />
  if (id && page === 'flow') return <Later part={<FlowPage id={id} />} />
  const choose = (content: ViewContent, viewId: string | null) => {
    changeList(stateOf(content, viewId, listStore.get().widths))
    if (search.size > 0) navigate(hrefOf('activities', id), { replace: true })
  }
  return (
    <SplitView
      label="Width of the list"
      left={
        <ActivityList
          openId={id}
          views={
            <ViewBar
              register="activities"
              noFilter={NO_FILTER}
              current={contentOf(state)}
              viewId={state.viewId}
              askedFor={search.get('view')}
              onChoose={choose}
            />
          }
        />
      }
      right={
        id && (
          <section className={classes.record} aria-label="Record">
            <Later key={id} part={<RecordPane id={id} />} />
          </section>
        )
      }
    />
  )
}

function Later({ part }: { readonly part: React.ReactNode }) {
  return (
    <Suspense fallback={<div className={classes.record} role="status" aria-label="Loading" />}>
      {part}
    </Suspense>
  )
}

/** Takes a filter from the address once, so that links from other pages show what they promise. */
function useFilterFromAddress(search: URLSearchParams): void {
  const asked = search.toString()
  useEffect(() => {
    const filter = filterFromAddress(new URLSearchParams(asked))
    if (!filter) return
    changeList({ filter, viewId: null, groupBy: null })
    navigate(hrefOf('activities'), { replace: true })
  }, [asked])
}
