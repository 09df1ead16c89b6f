import { Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { sayOfCertificate } from '#shared/cases/certificate.ts'
import { mayStillExist } from '#shared/cases/certificate-letter.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { CaseEnding } from '#shared/registers/cases/case-life.contract.ts'
import classes from './ending.module.css'

type DestroyDialogProps = {
  readonly record: AnyRecord
  readonly ending: CaseEnding
  readonly onClose: () => void
}

/** Asks for the reason and the reference before the documents of a request are destroyed for good. */
export function DestroyDialog({ record, ending, onClose }: DestroyDialogProps) {
  const [reason, setReason] = useState('')
  const [confirm, setConfirm] = useState('')
  const destroy = useEngineCommand('cases.destroy')
  const run = () =>
    destroy.mutate(
      { request: record.id, reason, confirm },
      {
        onSuccess: ({ certificate }) => {
          notifications.show({ title: 'Documents destroyed', message: sayOfCertificate(certificate) })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      title={`Destroy the documents of ${record.reference}`}
      confirm="Destroy them for good"
      danger
      busy={destroy.isPending}
      error={destroy.error}
      onConfirm={run}
      onClose={onClose}
    >
      <p>
        The key of the documents is overwritten, and their file and its copy among the backups are deleted.
        Nothing brings them back: no undo, no backup that this program restores. The request itself stays,
        with a certificate of what was destroyed.
      </p>
      <p>What may still exist:</p>
      <ul className={classes.remains}>
        {mayStillExist({ mayHoldKey: ending.mayHoldKey, packs: [] })
          .slice(0, 3)
          .map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        <li>Packs that were released: who received them has them still.</li>
      </ul>
      <Textarea
        label="Reason"
        description="For example “kept for six years after the answer, as the retention schedule says”"
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label={`Type ${record.reference} to confirm`}
        required
        mt="sm"
        value={confirm}
        onChange={(event) => setConfirm(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
