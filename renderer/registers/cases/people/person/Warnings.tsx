import { GapMark } from '#renderer/ui/GapMark.tsx'
import classes from './person.module.css'

/** Where the label gives somebody away, and what a decision lacks. */
export function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <section className={classes.warnings} aria-label="To look at">
      <GapMark severity="warning" count={warnings.length} />
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  )
}
