import { Button, Progress as Bar } from '@mantine/core'
import type { Progress } from '#renderer/api/client.ts'
import classes from './portability.module.css'

type DoingProps = {
  readonly doing: string
  readonly progress?: Progress | null
  readonly onStop: () => void
}

/** What is being done, how far it is, and the way to stop it. */
export function Doing({ doing, progress = null, onStop }: DoingProps) {
  return (
    <div className={classes.doing}>
      <Bar
        aria-label="How far"
        value={progress ? (100 * progress.done) / Math.max(1, progress.total) : 0}
        transitionDuration={0}
      />
      <span role="status">{progress?.doing ?? `${doing} …`}</span>
      <Button variant="default" onClick={onStop}>
        Stop
      </Button>
    </div>
  )
}
