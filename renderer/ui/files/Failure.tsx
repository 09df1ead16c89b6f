import { sentenceOf } from '#renderer/api/engine.ts'
import classes from './files.module.css'

/** What went wrong, said at once; nothing where nothing did. */
export function Failure({ failure }: { readonly failure: unknown }) {
  if (failure === null || failure === undefined) return null
  return (
    <p role="alert" className={classes.alert}>
      {sentenceOf(failure)}
    </p>
  )
}
