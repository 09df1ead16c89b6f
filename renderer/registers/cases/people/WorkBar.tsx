import { Button, Progress } from '@mantine/core'
import type { CaseWork } from './useCaseWork.ts'
import classes from './people.module.css'

/** What is being done in the case and how far it is, and what came of the last thing, with the way back. */
export function WorkBar({ work }: { readonly work: CaseWork }) {
  const { doing, waiting, progress, said, canEdit } = work
  return (
    <div className={classes.work} role="group" aria-label="What was done">
      {doing !== null && (
        <>
          <span>
            {doing}…{waiting > 0 && ` (${waiting.toLocaleString('en-GB')} more to come)`}
          </span>
          <Progress
            className={classes.howFar}
            aria-label="How far"
            value={progress ? (100 * progress.done) / Math.max(1, progress.total) : 0}
            transitionDuration={0}
          />
          {progress && (
            <>
              <span className={classes.quiet}>{progress.doing}</span>
              <Button variant="default" size="compact-xs" onClick={work.stop}>
                Stop
              </Button>
            </>
          )}
        </>
      )}
      <span role="status" className={classes.said} data-fault={said.isFault || undefined}>
        {doing === null && said.text}
      </span>
      {doing === null && said.canUndo && said.text !== '' && canEdit && (
        <Button variant="subtle" size="compact-xs" onClick={work.undo}>
          Undo <kbd>Z</kbd>
        </Button>
      )}
    </div>
  )
}
