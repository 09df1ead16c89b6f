import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'

type ConfirmDialogProps = {
  readonly title: string
  readonly children: ReactNode
  /** The verb on the button: "Remove 3 activities". */
  readonly confirm: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly error?: Error | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something is done; the safe answer has the focus. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger,
  busy,
  error,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <Modal opened onClose={onClose} title={title}>
      {children}
      {error && <p role="alert">{sentenceOf(error)}</p>}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button color={danger ? 'red.9' : 'accent'} loading={busy ?? false} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  )
}
