import { Button } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { CopyKey, copyAndTell } from '#renderer/ui/list/CopyKey.tsx'
import { ListGrid } from '#renderer/ui/list/ListGrid.tsx'
import classes from '#renderer/ui/list/list.module.css'
import { countSelected, NOTHING, type Selection, targetOf } from '#renderer/ui/list/selection.ts'
import { useLines } from '#renderer/ui/list/useRows.ts'
import type { ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import { activityListKind as kind } from './activity-list-kind.ts'
import { BulkBar } from './BulkBar.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { FilterBar } from './FilterBar.tsx'
import { isUnfiltered, useListState } from './list-state.ts'

type ActivityListProps = { readonly openId: string | null; readonly views: ReactNode }

/** The register's list with all that can be done with it. */
export function ActivityList({ openId, views }: ActivityListProps) {
  const state = useListState()
  const { canEdit } = useCanEdit()
  const found = useLines(kind, state)
  const { total } = found
  const question = JSON.stringify(state.filter)
  // What was selected in one filter means nothing in another.
  const [selected, setSelected] = useState({ question, selection: NOTHING })
  const selection = selected.question === question ? selected.selection : NOTHING
  const setSelection = (next: Selection) => setSelected({ question, selection: next })
  const everything: ActivityTarget = useMemo(() => ({ filter: state.filter, except: [] }), [state.filter])
  const target = targetOf(selection, state.filter, total) as ActivityTarget | null

  const copy = () => void copyAndTell(kind, state, target ?? everything)
  const isEmpty = found.first.isSuccess && !found.first.isPlaceholderData && total === 0

  return (
    <div className={classes.frame}>
      <div className={classes.heading}>
        <h1>Register</h1>
        <span className={classes.count} role="status">
          {found.first.isSuccess &&
            `${total.toLocaleString('en-GB')} ${total === 1 ? 'activity' : 'activities'}`}
        </span>
        {views}
        <span className={classes.spring} />
        <Button disabled={!canEdit} onClick={() => navigate(hrefOf('activities', 'new'))}>
          New activity
        </Button>
        <ExportMenu label="Export this view" target={everything} />
      </div>
      <FilterBar />
      {found.first.error && <p role="alert">{sentenceOf(found.first.error)}</p>}
      {isEmpty ? (
        isUnfiltered(state.filter) ? (
          <NoActivities />
        ) : (
          <NothingFound />
        )
      ) : (
        <CopyKey gridId={kind.gridId} onCopy={copy}>
          <ListGrid
            kind={kind}
            look={state}
            found={found}
            selection={selection}
            onSelect={setSelection}
            openId={openId}
            onOpen={(id) => navigate(hrefOf('activities', id))}
          />
        </CopyKey>
      )}
      {target && (
        <BulkBar
          target={target}
          count={countSelected(selection, total)}
          onCopy={copy}
          onClear={() => setSelection(NOTHING)}
        />
      )}
    </div>
  )
}

function NoActivities() {
  const { canEdit } = useCanEdit()
  return (
    <EmptyState
      title="No activities yet"
      example={
        <>
          <p>
            <strong>Life story work with children in foster care</strong>
          </p>
          <p>
            Controller: the fostering agency. Purpose: to help the child understand their past. Basis:
            6(1)(f). People: children, birth relatives. Kept until the child is 25, then erased.
          </p>
        </>
      }
      actions={
        <Button disabled={!canEdit} onClick={() => navigate(hrefOf('activities', 'new'))}>
          Record the first activity
        </Button>
      }
    >
      An activity is something done with personal data for a purpose. Only a name is needed to begin; what is
      not known yet stays “to be determined” and shows up as a gap.
    </EmptyState>
  )
}

function NothingFound() {
  return (
    <EmptyState title="Nothing matches the filter">
      No activity matches all the conditions above. Take one away, or clear them all.
    </EmptyState>
  )
}
