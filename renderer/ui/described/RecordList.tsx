import { Button } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useStore } from '#renderer/api/store.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { CopyKey, copyAndTell } from '#renderer/ui/list/CopyKey.tsx'
import { ListGrid } from '#renderer/ui/list/ListGrid.tsx'
import classes from '#renderer/ui/list/list.module.css'
import { countSelected, NOTHING, type Selection, targetOf } from '#renderer/ui/list/selection.ts'
import { useLines } from '#renderer/ui/list/useRows.ts'
import { useToday } from '#renderer/ui/useNow.ts'
import { described } from '#shared/described/all.ts'
import { EVERY_RECORD, type RecordTarget } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { isEveryRecord, lookStore } from './list-look.ts'
import { NewDescribed } from './NewDescribed.tsx'
import { RecordBulkBar } from './RecordBulkBar.tsx'
import { RecordExportMenu } from './RecordExportMenu.tsx'
import { RecordFilterBar } from './RecordFilterBar.tsx'
import { recordListKind } from './record-list-kind.ts'
import { countedRecords } from './record-words.ts'

type RecordListProps = {
  readonly register: DescribedName
  readonly openId: string | null
  readonly savedViews: ReactNode
  readonly actions: ReactNode
  readonly above: ReactNode
  readonly emptyExtra: ReactNode
}

/** A register's list with all that can be done with it. */
export function RecordList(props: RecordListProps) {
  const { register, openId, savedViews, actions, above, emptyExtra } = props
  const description = described(register)
  const asAt = useAsAt()
  const now = useToday()
  const today = asAt ?? now
  const kind = useMemo(() => recordListKind(register, today), [register, today])
  const look = useStore(lookStore(register))
  const { filter } = look
  const found = useLines(kind, look)
  const { total } = found
  const question = JSON.stringify(filter)
  // What was selected in one filter means nothing in another.
  const [selected, setSelected] = useState({ question, selection: NOTHING })
  const selection = selected.question === question ? selected.selection : NOTHING
  const setSelection = (next: Selection) => setSelected({ question, selection: next })
  const everything: RecordTarget = useMemo(() => ({ filter, except: [] }), [filter])
  const target = targetOf(selection, filter, total)
  const copy = () => void copyAndTell(kind, look, target ?? everything)
  const isEmpty = found.first.isSuccess && !found.first.isPlaceholderData && total === 0

  return (
    <div className={classes.frame}>
      <div className={classes.heading}>
        <h1>{description.label}</h1>
        <span className={classes.count} role="status">
          {found.first.isSuccess && countedRecords(description, total)}
        </span>
        {savedViews}
        <span className={classes.spring} />
        {actions}
        <NewDescribed register={register} isOpen={openId === 'new'} />
        <RecordExportMenu register={register} label="Export this view" target={everything} />
      </div>
      {above}
      <RecordFilterBar register={register} kind={kind} look={look} />
      {found.first.error && <p role="alert">{sentenceOf(found.first.error)}</p>}
      {isEmpty ? (
        <Nothing
          register={register}
          isFiltered={!isEveryRecord(filter)}
          onClear={() => kind.change({ filter: EVERY_RECORD, viewId: null })}
          extra={emptyExtra}
        />
      ) : (
        <CopyKey gridId={kind.gridId} onCopy={copy}>
          <ListGrid
            kind={kind}
            look={look}
            found={found}
            selection={selection}
            onSelect={setSelection}
            openId={openId}
            onOpen={(id) => navigate(hrefOf(register, id))}
          />
        </CopyKey>
      )}
      {target && (
        <RecordBulkBar
          register={register}
          target={target}
          count={countSelected(selection, total)}
          onCopy={copy}
          onClear={() => setSelection(NOTHING)}
        />
      )}
    </div>
  )
}

type NothingProps = {
  readonly register: DescribedName
  readonly isFiltered: boolean
  readonly onClear: () => void
  readonly extra: ReactNode
}

function Nothing({ register, isFiltered, onClear, extra }: NothingProps) {
  const { label, about, example } = described(register)
  if (isFiltered)
    return (
      <EmptyState
        title="Nothing matches the filter"
        actions={
          <Button variant="default" onClick={onClear}>
            Clear the filter
          </Button>
        }
      >
        No record matches all the conditions above. Take one away, or clear them all.
      </EmptyState>
    )
  return (
    <EmptyState
      title={`${label}: nothing recorded yet`}
      example={
        <>
          <p>
            <strong>{example.name}</strong>
          </p>
          <p>{example.says}</p>
        </>
      }
      actions={extra}
    >
      {about}
    </EmptyState>
  )
}
