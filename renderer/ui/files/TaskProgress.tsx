import { Button, Progress } from '@mantine/core'
import type { Progress as TaskState } from '#renderer/api/client.ts'
import classes from './files.module.css'

type TaskProgressProps = { readonly progress: TaskState | null; readonly onCancel: () => void }

/** How far long work has come, and the way to stop it. */
export function TaskProgress({ progress, onCancel }: TaskProgressProps) {
  const percent = progress && progress.total > 0 ? Math.round((100 * progress.done) / progress.total) : 0
  return (
    <div className={classes.progress}>
      <Progress value={percent} aria-label="Progress" transitionDuration={0} />
      <span role="status">
        {progress ? `${progress.doing}: ${progress.done} of ${progress.total}` : 'Starting…'}
      </span>
      <Button variant="default" disabled={progress === null} onClick={onCancel}>
        Stop
      </Button>
    </div>
  )
}
