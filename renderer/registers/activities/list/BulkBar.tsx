import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import { ExportMenu } from './ExportMenu.tsx'
import classes from '#renderer/ui/list/list.module.css'

const BulkDialog = lazy(() => import('./BulkDialog.tsx').then((module) => ({ default: module.BulkDialog })))

type BulkBarProps = {
  readonly target: ActivityTarget
  readonly count: number
  readonly onCopy: () => void
  readonly onClear: () => void
}

/** What can be done with the selected activities. */
export function BulkBar({ target, count, onCopy, onClear }: BulkBarProps) {
  const { canEdit } = useCanEdit()
  const [dialog, setDialog] = useState<'change' | 'remove' | null>(null)
  return (
    <section className={classes.bulk} aria-label="Selected activities">
      <strong role="status">{count.toLocaleString('en-GB')} selected</strong>
      <Button disabled={!canEdit} onClick={() => setDialog('change')}>
        Change…
      </Button>
      <Button variant="default" disabled={!canEdit} onClick={() => setDialog('remove')}>
        Remove…
      </Button>
      <ExportMenu label="Export selected" target={target} />
      <Button variant="default" onClick={onCopy}>
        Copy as table
      </Button>
      <span className={classes.spring} />
      <Button variant="subtle" onClick={onClear}>
        Clear
      </Button>
      {dialog === 'change' && (
        <Suspense>
          <BulkDialog target={target} count={count} onClose={() => setDialog(null)} />
        </Suspense>
      )}
      {dialog === 'remove' && (
        <RemoveDialog
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

type RemoveDialogProps = Pick<BulkBarProps, 'target' | 'count'> & {
  readonly onClose: (isDone: boolean) => void
}

function RemoveDialog({ target, count, onClose }: RemoveDialogProps) {
  const remove = useEngineCommand('activities.remove')
  const what = `${count.toLocaleString('en-GB')} ${count === 1 ? 'activity' : 'activities'}`
  const run = async () => {
    const done = await remove.mutateAsync({ target }).catch(() => null)
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
      <p>The register as at an earlier day still shows them, and Ctrl Z brings them back.</p>
    </ConfirmDialog>
  )
}
