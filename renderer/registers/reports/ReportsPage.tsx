import { type ComponentType, useEffect } from 'react'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { AnnualReport } from './AnnualReport.tsx'
import { HandOut } from './HandOut.tsx'
import classes from './reports.module.css'
import { VerifyArchive } from './VerifyArchive.tsx'

type ReportsPageProps = {
  /** The heading to go to: its id. */
  readonly part: string | null
  readonly Archives: ComponentType
}

/** Handing out the record of processing activities and the other registers, and checking what was handed out. */
export function ReportsPage({ part, Archives }: ReportsPageProps) {
  useEffect(() => {
    const heading = part === null ? null : document.querySelector<HTMLElement>(`h2#${CSS.escape(part)}`)
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  }, [part])
  return (
    <div className={classes.page}>
      <PageHeader
        title="Reports"
        description="The record of processing activities (Article 30) or another register as a file. The same register at the same instant gives the same bytes."
      />
      <div className={classes.body}>
        <HandOut />
        <AnnualReport />
        <Archives />
        <VerifyArchive />
      </div>
    </div>
  )
}
