import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

type EmptyStateProps = {
  readonly title: string
  readonly children: ReactNode
  /** A worked example that shows what belongs here. */
  readonly example?: ReactNode
  readonly actions?: ReactNode
}

/** What a list shows while it is empty: what belongs here, with one worked example. */
export function EmptyState({ title, children, example, actions }: EmptyStateProps) {
  return (
    <section className={classes.empty} aria-label={title}>
      <h2>{title}</h2>
      <p>{children}</p>
      {example && <div className={classes.example}>{example}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  )
}
