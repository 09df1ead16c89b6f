import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import classes from './suppressions.module.css'

/** Ends an entry with a reason; an entry is never removed. */
export function LiftPart({ record }: { readonly record: AnyRecord }) {
  const { canEdit } = useCanEdit()
  const [isAsking, setAsking] = useState(false)
  const [because, setBecause] = useState('')
  const lift = useEngineCommand('suppressions.lift')
  if (record['status'] === 'lifted') return null
  const confirm = async () => {
    await lift.mutateAsync({ id: record.id, because })
    setAsking(false)
  }
  return (
    <div className={classes.lift}>
      <Button variant="default" disabled={!canEdit} onClick={() => setAsking(true)}>
        Lift the suppression…
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Lift the suppression of ${record.name}`}
          confirm="Lift"
          danger
          busy={lift.isPending}
          error={lift.error}
          onConfirm={() => void confirm().catch(() => undefined)}
          onClose={() => setAsking(false)}
        >
          <Textarea
            label="Because"
            description="For example a new consent, with its date and where the proof is. It stays in the history."
            autosize
            minRows={2}
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
        </ConfirmDialog>
      )}
    </div>
  )
}
