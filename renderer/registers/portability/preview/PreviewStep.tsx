import { Button, SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import { countOf } from '#shared/count-words.ts'
import { Doing } from '../Doing.tsx'
import type { ExportWork } from '../draft/useExport.ts'
import frame from '../portability.module.css'
import { LeftOutList } from './LeftOutList.tsx'
import { PreviewRecord } from './PreviewRecord.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import classes from './preview.module.css'
import type { Looking } from './useLooking.ts'

type PreviewStepProps = { readonly work: ExportWork; readonly looking: Looking }

/** The fourth step: the export as its reader will see it, and what is left out. */
export function PreviewStep({ work, looking }: PreviewStepProps) {
  const { sources, looked } = work.draft
  const [at, setAt] = useState('0')
  const isWanted = sources.length > 0 && !work.isLookFresh && !looking.isLooking
  useEffect(() => {
    if (isWanted) void looking.look(false)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once on coming here; after a change the button asks for it
  }, [])
  if (sources.length === 0)
    return (
      <p className={frame.none}>Add a file first. Then the export stands here as its reader will see it.</p>
    )
  const shown = looked?.shown ?? null
  const table = shown?.tables[Number(at)] ?? shown?.tables[0]
  return (
    <div className={classes.step}>
      <div className={classes.bar}>
        {shown && shown.tables.length > 1 && (
          <SegmentedControl
            aria-label="Table"
            data={shown.tables.map(({ called }, index) => ({ value: String(index), label: called }))}
            value={at}
            onChange={setAt}
          />
        )}
        {shown && (
          <span role="status" className={classes.summary}>
            {summaryOf(shown)}
          </span>
        )}
        <span className={frame.grow} />
        {shown && !work.isLookFresh && <span className={classes.stale}>Something was changed since.</span>}
        <Button
          variant={work.isLookFresh ? 'default' : 'filled'}
          disabled={looking.isLooking}
          onClick={() => void looking.look(false)}
        >
          Look again
        </Button>
        <Button
          variant="default"
          disabled={looking.isLooking || (work.isLookFresh && shown?.isWhole === true)}
          onClick={() => void looking.look(true)}
        >
          Read all rows
        </Button>
      </div>
      {looking.isLooking && <Doing doing="Reading" progress={looking.progress} onStop={looking.stop} />}
      {looking.problem !== '' && (
        <p role="alert" className={frame.problem}>
          {looking.problem}
        </p>
      )}
      {shown && (
        <div className={classes.parts}>
          <div className={classes.main}>
            {shown.undecided.length > 0 && <Undecided work={work} />}
            {table?.rows === 1 && table.sample.length === 1 ? (
              <PreviewRecord key={table.key} table={table} />
            ) : table ? (
              <PreviewTable key={table.key} table={table} />
            ) : (
              <p className={frame.none}>Nothing would be in the export. The list says why.</p>
            )}
          </div>
          <LeftOutList leftOut={shown.leftOut} notes={shown.notes} />
        </div>
      )}
    </div>
  )
}

function summaryOf({
  tables,
  sources,
  isWhole,
}: NonNullable<ExportWork['draft']['looked']>['shown']): string {
  const rows = sources.reduce((sum, { kept }) => sum + kept, 0)
  const flagged = sources.reduce((sum, one) => sum + one.flagged, 0)
  const of = isWhole ? '' : ' among the first ones read'
  const look = flagged > 0 ? ` ${countOf(flagged, 'row')} may say something of others: look at them.` : ''
  return `${countOf(rows, 'row')} in ${countOf(tables.length, 'table')}${of}.${look}`
}

function Undecided({ work }: { readonly work: ExportWork }) {
  const { looked, sources } = work.draft
  const open = looked?.shown.undecided ?? []
  const first = open[0]
  if (!first) return null
  return (
    <p className={classes.undecided}>
      {countOf(open.length, 'column')} still to decide: nothing is built until then.{' '}
      <span>
        {open
          .slice(0, 3)
          .map(({ column }) => column)
          .join(', ')}
        {open.length > 3 && ' …'}
      </span>
      <Button
        variant="default"
        size="compact-xs"
        onClick={() => work.change({ at: Math.min(first.source, sources.length - 1), step: 'columns' })}
      >
        Decide
      </Button>
    </p>
  )
}
