import { Button } from '@mantine/core'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { SentReport } from '#shared/registers/breaches/kept.ts'
import { answerLines, changeWords, phaseWords, sentPaper } from '#shared/registers/breaches/report/paper.ts'
import classes from './report.module.css'
import { REPORT_FORMATS, type ReportFormat, useWriteReport } from './useWriteReport.ts'

/** The reports that were sent, each to read as it was. */
export function SentReports({ breach }: { readonly breach: Breach }) {
  const { save, isPending, progress, cancel } = useWriteReport(breach)
  const { sentReports } = breach
  return (
    <section className={classes.section} aria-label="Reports as sent">
      <h4>Reports as sent</h4>
      {sentReports.length === 0 && (
        <p className={classes.quiet}>
          None yet. “Record as sent” keeps the answers as they are then, whatever the record says later.
        </p>
      )}
      {sentReports.map((report) => (
        <details key={report.id} className={classes.sent}>
          <summary>
            {phaseWords(report.phase)}, sent on {formatUkMoment(report.sentAt)}
            {report.channel && `, ${report.channel}`}
          </summary>
          <AsSent breach={breach} report={report} />
          <div className={classes.actions}>
            {REPORT_FORMATS.map((format) => (
              <Button
                key={format.value}
                size="compact-sm"
                variant="default"
                aria-label={`${saveWords(format)}: report of ${formatUkMoment(report.sentAt)}`}
                onClick={() => void save({ reportId: report.id }, format)}
              >
                {saveWords(format)}
              </Button>
            ))}
          </div>
        </details>
      ))}
      {isPending && <TaskDialog title="Writing the report" progress={progress} onStop={cancel} />}
    </section>
  )
}

const saveWords = ({ label }: ReportFormat) => `Save ${label.charAt(0).toLowerCase()}${label.slice(1)}`

function AsSent({ breach, report }: { readonly breach: Breach; readonly report: SentReport }) {
  const { sections, comparedWith } = sentPaper(breach, report, { organisation: '', regulator: '' })
  const { sentBy, reference, lateBecause, recordedAt, sha256 } = report
  return (
    <>
      <p className={classes.quiet}>
        {sentBy && `Sent by ${sentBy}. `}
        {reference && `Reference ${reference}. `}
        {lateBecause && `Reasons for the delay: ${lateBecause}. `}
        Recorded {formatUkMoment(recordedAt)}. Seal {sha256.slice(0, 16)}…
      </p>
      {sections.map(({ title, answers }) => (
        <dl key={title} className={classes.asSent} aria-label={title}>
          {answers.map((answer) => (
            <div key={answer.code}>
              <dt>{answer.question}</dt>
              <dd>
                {answerLines(answer).join('\n')}
                <span className={classes.changed}>{changeWords(answer, comparedWith)}</span>
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </>
  )
}
