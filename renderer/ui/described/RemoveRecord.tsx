import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { hrefOf } from '#renderer/app/routing.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { navigate } from '#renderer/app/routing.tsx'
import { notifications } from '@mantine/notifications'
import type { DescribedName } from '#shared/described/names.ts'
import { UsesTable } from '#renderer/ui/record/RecordUses.tsx'

type RemoveRecordProps = {
  readonly register: DescribedName
  readonly id: string
  readonly title: string
  readonly onClose: () => void
}

/** Asks before a record is removed; names what still refers to it and offers to take it out there. */
export function RemoveRecord({ register, id, title, onClose }: RemoveRecordProps) {
  const { data: uses } = useEngineQuery('records.whereUsed', { register, id })
  const remove = useEngineCommand('records.remove')
  const unlink = useEngineCommand('records.unlinkAndRemove')
  if (!uses) return null
  const isUsed = uses.length > 0
  const run = async () => {
    const done = await (
      isUsed ? unlink.mutateAsync({ register, id }) : remove.mutateAsync({ register, target: { ids: [id] } })
    ).catch(() => null)
    if (!done) return
    onClose()
    navigate(hrefOf(register))
    notifications.show({ message: `Removed: ${title}. Ctrl Z brings it back.` })
  }
  return (
    <ConfirmDialog
      title={`Remove ${title}`}
      confirm={isUsed ? 'Take it out there and remove it' : 'Remove it'}
      danger
      busy={remove.isPending || unlink.isPending}
      error={remove.error ?? unlink.error}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {isUsed ? (
        <>
          <p>These records still refer to it. They would no longer name it:</p>
          <UsesTable uses={uses} />
        </>
      ) : (
        <p>No other record refers to it.</p>
      )}
      <p>The register as at an earlier day still shows it, and Ctrl Z brings it back.</p>
    </ConfirmDialog>
  )
}
