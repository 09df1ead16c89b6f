import { sentenceOf } from '#renderer/api/engine.ts'
import type { AppError } from '#shared/errors.ts'
import { problemOf } from './problem-words.ts'
import type { ShowScreen } from './start-screen.ts'
import classes from './start.module.css'

type ProblemScreenProps = { readonly path: string; readonly error: AppError; readonly show: ShowScreen }

/** Says what is wrong with a register, that nothing was lost, and what can be done. */
export function ProblemScreen({ path, error, show }: ProblemScreenProps) {
  const { title, way, canRestore } = problemOf(error.reason)
  return (
    <div className={classes.screen}>
      <h1>{title}</h1>
      <p className={classes.path}>{path}</p>
      <p role="alert" className={classes.notice}>
        {sentenceOf(error)}
      </p>
      <p>{way}</p>
      <div className={classes.actions}>
        {canRestore && (
          <button type="button" className={classes.primary} onClick={() => show({ kind: 'restore', path })}>
            Restore a backup
          </button>
        )}
        <button
          type="button"
          className={canRestore ? undefined : classes.primary}
          onClick={() => show({ kind: 'unlock', path })}
        >
          Try again
        </button>
        <button type="button" onClick={() => show({ kind: 'welcome' })}>
          Another register
        </button>
      </div>
    </div>
  )
}
