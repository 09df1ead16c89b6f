import { Button, Progress } from '@mantine/core'
import type { Progress as Done } from '#renderer/api/client.ts'
import { sizeInWords } from '#shared/registers/documents/document-rules.ts'
import classes from './files.module.css'

type AttachProgressProps = {
  readonly at: number
  readonly of: number
  readonly progress: Done | null
  readonly onStop: () => void
}

/** How far the taking in of files has come, with a button to stop it. */
export function AttachProgress({ at, of, progress, onStop }: AttachProgressProps) {
  const which = of > 1 ? `File ${at} of ${of}. ` : ''
  return (
    <div className={classes.progress}>
      <Progress
        aria-label="Taking in files"
        value={progress ? (100 * progress.done) / Math.max(1, progress.total) : 0}
        transitionDuration={0}
      />
      <span role="status">
        {which}
        {progress
          ? `${progress.doing}: ${sizeInWords(progress.done)} of ${sizeInWords(progress.total)}`
          : 'Starting…'}
      </span>
      <Button variant="default" disabled={progress === null} onClick={onStop}>
        Stop
      </Button>
    </div>
  )
}
