import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { type CheckedRow, checkRows, isTakenIn } from '#shared/registers/recipients/check-rows.ts'
import type { Imported, MappedList } from './mapped-list.ts'
import { countedPeople, countedRows } from './list-facts.ts'
import { RowOutcomes } from './RowOutcomes.tsx'
import classes from './import-list.module.css'

type CheckPeopleProps = {
  readonly breachId: string
  readonly list: MappedList
  readonly onBack: () => void
  readonly onImported: (imported: Imported) => void
}

const NO_ROWS: readonly CheckedRow[] = []
const NONE: ReadonlySet<number> = new Set()

/** The third step: what would become of each row; doubles are left out unless the person wants them. */
export function CheckPeople({ breachId, list, onBack, onImported }: CheckPeopleProps) {
  const known = useEngineQuery('recipients.ofBreach', { breachId })
  const rows = useMemo(
    () => (known.data ? checkRows(list.headedTable, list.targets, known.data) : NO_ROWS),
    [list, known.data],
  )
  const add = useEngineCommand('recipients.addMany')
  const { canEdit, because } = useCanEdit()
  const [wantedDoubles, setWanted] = useState(NONE)
  const doubles = rows.filter(({ state }) => state === 'double')
  const worthALook = useMemo(
    () => rows.filter(({ state, remarks }) => state !== 'ready' || remarks.length > 0),
    [rows],
  )
  const people = rows.flatMap((row) => (isTakenIn(row, wantedDoubles) && row.person ? [row.person] : []))
  const { headings } = list.headedTable
  const leftOut = headings.filter((_, column) => list.targets[column] === 'leaveOut')
  const takeIn = async () => {
    const added = await add.mutateAsync({ breachId, people })
    onImported({ ...added, fileName: list.table.fileName, rows, wantedDoubles })
  }
  const toggle = (row: number) => {
    if (doubles.some((double) => double.row === row)) setWanted(toggled(wantedDoubles, row))
  }
  return (
    <div className={classes.step}>
      <p role="status">
        {known.data ? countsOf(rows, people.length) : 'Comparing with the people recorded for this breach …'}
      </p>
      {leftOut.length > 0 && <p>{`Columns left out: ${leftOut.join(', ')}.`}</p>}
      {worthALook.length > 0 && (
        <>
          <div className={classes.bar}>
            <p>
              {doubles.length > 0
                ? 'Doubles are left out. Press Enter on one, or click it, to take it in all the same.'
                : 'These rows are worth a look.'}
            </p>
            {doubles.length > 0 && (
              <Button
                variant="default"
                onClick={() =>
                  setWanted(wantedDoubles.size > 0 ? NONE : new Set(doubles.map(({ row }) => row)))
                }
              >
                {wantedDoubles.size > 0 ? 'Leave out every double' : 'Take in every double'}
              </Button>
            )}
          </div>
          <RowOutcomes
            label="Rows worth a look"
            rows={worthALook}
            wantedDoubles={wantedDoubles}
            onOpen={toggle}
          />
        </>
      )}
      {known.error && <p role="alert">{sentenceOf(known.error)}</p>}
      {add.error && <p role="alert">{sentenceOf(add.error)}</p>}
      {!canEdit && <p role="alert">{because}</p>}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onBack}>
          Back to the columns
        </Button>
        <Button
          disabled={!canEdit || people.length === 0}
          loading={add.isPending}
          onClick={() => void takeIn().catch(() => undefined)}
        >
          {`Take in ${countedPeople(people.length).toLowerCase()}`}
        </Button>
      </div>
    </div>
  )
}

function countsOf(rows: readonly CheckedRow[], taken: number): string {
  const count = (state: CheckedRow['state']) => rows.filter((row) => row.state === state).length
  const parts = [
    `${countedPeople(taken)} of ${countedRows(rows.length)} would be taken in`,
    count('double') === 1 ? 'one looks like a double' : `${count('double')} look like doubles`,
    `${count('unusable') === 1 ? 'one' : count('unusable')} cannot be taken`,
  ]
  return `${parts.join('; ')}.`
}

function toggled(set: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(row)) next.add(row)
  return next
}
