import { Button } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import { tally } from '#shared/described/field.ts'
import { NOT_KNOWN, textOf } from '#shared/described/words.ts'
import { retentionFateLabel } from '#shared/law/retention-words.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { DisposeDialog } from './DisposeDialog.tsx'
import classes from './retention.module.css'

export type Due = Output<'retention.due'>[number]

const COUNT = tally('How many')

/** The batches whose time is over by a day, of one rule or of all; those on hold say why. */
export function DueList({ ruleId, by }: { readonly ruleId: string | null; readonly by: PlainDate | null }) {
  const { data, error } = useEngineQuery('retention.due', { by }, { keepPrevious: true })
  const [chosen, setChosen] = useState<Due | null>(null)
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  const due = data.filter((one) => ruleId === null || one.ruleId === ruleId)
  if (due.length === 0)
    return (
      <p>
        Nothing is due. A batch with the day its time began, under a rule with a period, appears here when its
        time is over.
      </p>
    )
  return (
    <>
      <table className={classes.table}>
        <caption>{due.length === 1 ? 'One batch' : `${due.length} batches`}</caption>
        <thead>
          <tr>
            <th scope="col">Due</th>
            <th scope="col">What</th>
            <th scope="col">How many</th>
            <th scope="col">Then</th>
            <th scope="col">Rule and how the day comes about</th>
            <th scope="col">Disposal</th>
          </tr>
        </thead>
        <tbody>
          {due.map((one) => (
            <DueRow key={one.batchId} due={one} onDispose={() => setChosen(one)} />
          ))}
        </tbody>
      </table>
      {chosen && <DisposeDialog due={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

function DueRow({ due, onDispose }: { readonly due: Due; readonly onDispose: () => void }) {
  const { canEdit } = useCanEdit()
  const { dueOn, batch, count, fate, rule, ruleId, derivation, heldBecause } = due
  return (
    <tr>
      <td className={classes.day}>{formatDay(dueOn)}</td>
      <td>{batch || 'Batch without words'}</td>
      <td>{textOf(COUNT, count, () => undefined) || NOT_KNOWN}</td>
      <td>{fate ? retentionFateLabel(fate) : NOT_KNOWN}</td>
      <td>
        <RouteLink href={hrefFor('retention', ruleId)}>{rule}</RouteLink>
        <div className={classes.quiet}>{derivation}</div>
      </td>
      <td>
        {heldBecause ?? (
          <Button
            variant="default"
            disabled={!canEdit}
            aria-label={`Record disposal… of ${batch}`}
            onClick={onDispose}
          >
            Record disposal…
          </Button>
        )}
      </td>
    </tr>
  )
}
