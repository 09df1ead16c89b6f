import { Button, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { PackKind } from '#shared/cases/pack-plan.ts'
import type { Output } from '#shared/rpc/contract.ts'
import classes from './pack.module.css'

const ORDERS = [
  { value: 'dated', label: 'By date' },
  { value: 'came', label: 'As they came' },
]

type FreezePartProps = {
  readonly request: string
  readonly kind: PackKind
  readonly next: Output<'cases.checks'>
}

/** Freezes what the next pack is made from: its pages, their order and numbers, the letter and the schedules. */
export function FreezePart({ request, kind, next }: FreezePartProps) {
  const { canEdit, because } = useCanEdit()
  const [order, setOrder] = useState('dated')
  const freeze = useEngineCommand('cases.plan')
  const isBlocked = next.checks.some(({ accepted }) => accepted === null)
  const many = (count: number, one: string) =>
    `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`
  return (
    <div className={classes.freeze}>
      <p>
        {next.phase > 1 ? `Part ${next.phase} would hold ` : 'The pack would hold '}
        {many(next.pages, 'page')} of {many(next.documents, 'document')}
        {next.phase > 1 ? ', without what was handed over before.' : '.'}
      </p>
      <div className={classes.actions}>
        <SegmentedControl
          aria-label="Order of the documents"
          data={ORDERS}
          value={order}
          onChange={setOrder}
        />
        <Button
          disabled={!canEdit || isBlocked}
          title={because ?? undefined}
          loading={freeze.isPending}
          onClick={() =>
            freeze.mutate(
              { request, kind, order: order === 'came' ? 'came' : 'dated' },
              {
                onSuccess: ({ pages }) => {
                  notifications.show({
                    title: 'Frozen',
                    message: `${many(pages, 'page')} numbered. The pack can be built below, any number of times.`,
                  })
                },
              },
            )
          }
        >
          Freeze the pack
        </Button>
      </div>
      <p className={classes.quiet}>
        From then on nothing that is decided changes this pack: it can be built again to the same byte.
      </p>
      {freeze.error && <p role="alert">{sentenceOf(freeze.error)}</p>}
    </div>
  )
}
