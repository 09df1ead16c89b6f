import type { ReactNode } from 'react'
import classes from './PageHeader.module.css'

type PageHeaderProps = {
  readonly title: string
  /** A count or a status beside the title. */
  readonly beside?: ReactNode
  readonly description?: ReactNode
  /** Buttons, at the right. */
  readonly actions?: ReactNode
}

/** The top of every page: its one heading and what can be done with the page as a whole. */
export function PageHeader({ title, beside, description, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1>{title}</h1>
        {beside}
        {description && <p>{description}</p>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
