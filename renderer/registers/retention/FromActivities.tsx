import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import classes from './retention.module.css'

/** Makes rules of the times recorded on activities, after showing which. */
export function FromActivities() {
  const { canEdit } = useCanEdit()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="default" disabled={!canEdit} onClick={() => setAsking(true)}>
        Make rules from activities…
      </Button>
      {isAsking && <Proposals onClose={() => setAsking(false)} />}
    </>
  )
}

const SHOWN = 200

function Proposals({ onClose }: { readonly onClose: () => void }) {
  const { data } = useEngineQuery('retention.proposals', {})
  const make = useEngineCommand('retention.fromActivities')
  const proposals = data ?? []
  const confirm = async () => {
    const { created, extended } = await make.mutateAsync({})
    onClose()
    notifications.show({ message: `${created} rules made, ${extended} added to. Ctrl+Z takes it back.` })
  }
  return (
    <ConfirmDialog
      title="Rules from activities"
      confirm={proposals.length === 1 ? 'Make 1 change' : `Make ${proposals.length} changes`}
      busy={make.isPending || !data}
      error={make.error}
      onConfirm={() => (proposals.length === 0 ? onClose() : void confirm().catch(() => undefined))}
      onClose={onClose}
    >
      <p>
        {!data
          ? 'Reading the activities…'
          : proposals.length === 0
            ? 'Every time recorded on an activity stands in the schedule already.'
            : 'One rule for everything that an organisation keeps on the same terms. New rules are drafts.'}
      </p>
      <ul className={classes.proposals}>
        {proposals.slice(0, SHOWN).map(({ name, organisationId, does, categories, activities }) => (
          <li key={`${organisationId ?? ''} ${name}`}>
            {does === 'create' ? 'New: ' : 'Add to: '}
            {name} ({categories} categories of data, {activities} activities)
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  )
}
