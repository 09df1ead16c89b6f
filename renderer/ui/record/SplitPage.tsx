import type { ReactNode } from 'react'
import { SplitView } from '../SplitView.tsx'
import classes from './split-page.module.css'

type SplitPageProps = {
  readonly header: ReactNode
  readonly list: ReactNode
  /** The record that is open, or null for the list alone. */
  readonly record: ReactNode | null
}

/** A page with a list and the record chosen from it beside it. */
export function SplitPage({ header, list, record }: SplitPageProps) {
  return (
    <div className={classes.page}>
      {header}
      <SplitView
        label="Width of the list"
        left={<div className={classes.part}>{list}</div>}
        right={record !== null && <div className={classes.part}>{record}</div>}
      />
    </div>
  )
}
