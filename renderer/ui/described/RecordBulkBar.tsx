import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import classes from '#renderer/ui/list/list.module.css'
import { described } from '#shared/described/all.ts'
import type { RecordTarget } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { RecordExportMenu } from './RecordExportMenu.tsx'
import { countedRecords } from './record-words.ts'

const RecordBulkDialog = lazy(() =>
  import('./RecordBulkDialog.tsx').then((module) => ({ default: module.RecordBulkDialog })),
)

type RecordBulkBarProps = {
  readonly register: DescribedName
  readonly target: RecordTarget
  readonly count: number
  readonly onCopy: () => void
  readonly onClear: () => void
}

/** What can be done with the selected records. */
export function RecordBulkBar({ register, target, count, onCopy, onClear }: RecordBulkBarProps) {
  const { canEdit } = useCanEdit()
  const [dialog, setDialog] = useState<'change' | 'remove' | null>(null)
  return (
    <section className={classes.bulk} aria-label="Selected records">
      <strong role="status">{count.toLocaleString('en-GB')} selected</strong>
      <Button disabled={!canEdit} onClick={() => setDialog('change')}>
        Change…
      </Button>
      <Button variant="default" disabled={!canEdit} onClick={() => setDialog('remove')}>
        Remove…
      </Button>
      <RecordExportMenu register={register} label="Export selected" target={target} />
      <Button variant="default" onClick={onCopy}>
        Copy as table
      </Button>
      <span className={classes.spring} />
      <Button variant="subtle" onClick={onClear}>
        Clear
      </Button>
      {dialog === 'change' && (
        <Suspense>
          <RecordBulkDialog
            register={register}
            target={target}
            count={count}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
      {dialog === 'remove' && (
        <RemoveDialog
          register={register}
          target={target}
          count={count}
          onClose={(isDone) => {
            setDialog(null)
            if (isDone) onClear()
          }}
        />
      )}
    </section>
  )
}

type RemoveDialogProps = Pick<RecordBulkBarProps, 'register' | 'target' | 'count'> & {
  readonly onClose: (isDone: boolean) => void
}

function RemoveDialog({ register, target, count, onClose }: RemoveDialogProps) {
  const remove = useEngineCommand('records.remove')
  const what = countedRecords(described(register), count)
  const run = async () => {
    const done = await remove.mutateAsync({ register, target }).catch(() => null)
    if (!done) return
    notifications.show({ message: `Removed ${what}. Ctrl Z takes it back.` })
    onClose(true)
  }
  return (
    <ConfirmDialog
      title={`Remove ${what}`}
      confirm={`Remove ${what}`}
      danger
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => void run()}
      onClose={() => onClose(false)}
    >
      <p>
        Nothing is removed while another record refers to one of them. The register as at an earlier day still
        shows them, and Ctrl Z brings them back.
      </p>
    </ConfirmDialog>
  )
}
