import { Button, Group, Modal, Progress } from '@mantine/core'
import type { Progress as Done } from '#renderer/api/client.ts'

type TaskDialogProps = {
  readonly title: string
  readonly progress: Done | null
  readonly onStop: () => void
}

/** How far a long piece of work is, with a button to stop it. */
export function TaskDialog({ title, progress, onStop }: TaskDialogProps) {
  return (
    <Modal opened onClose={onStop} title={title} withCloseButton={false} closeOnClickOutside={false}>
      <Progress
        aria-label="Progress"
        value={progress ? (100 * progress.done) / Math.max(1, progress.total) : 0}
      />
      <p role="status">{progress?.doing ?? 'Starting…'}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onStop}>
          Stop
        </Button>
      </Group>
    </Modal>
  )
}
