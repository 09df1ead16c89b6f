import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { AnnualReport } from './AnnualReport.tsx'
import { HandOut } from './HandOut.tsx'
import classes from './reports.module.css'
import { VerifyArchive } from './VerifyArchive.tsx'

/** Handing out the record of processing activities and the other registers, and checking what was handed out. */
export function ReportsPage() {
  return (
    <div className={classes.page}>
      <PageHeader
        title="Reports"
        description="The record of processing activities (Article 30) or another register as a file. The same register at the same instant gives the same bytes."
      />
      <div className={classes.body}>
        <HandOut />
        <AnnualReport />
        <VerifyArchive />
      </div>
    </div>
  )
}
