import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { ComposedReport, ComposedSection } from '#shared/registers/breaches/report/composed.ts'
import { phaseOf } from '#shared/registers/breaches/report/record-report.ts'
import type { ReportPhase } from '#shared/registers/breaches/report/report-facts.ts'
import { shownAnswer } from '#shared/registers/breaches/report/typed-answers.ts'
import { Correspondence } from './Correspondence.tsx'
import { MissingPanel } from './MissingPanel.tsx'
import classes from './report.module.css'
import { ReportActions } from './ReportActions.tsx'
import { ReportSectionPart } from './ReportSectionPart.tsx'
import { SentReports } from './SentReports.tsx'
import { TimeLeft } from './TimeLeft.tsx'

const PHASES = [
  { value: 'initial', label: 'Initial report' },
  { value: 'followUp', label: 'Follow-up report' },
]

/** The report to the Commissioner: its questions in the form’s order, filled in from the record, to copy or to save. */
export function ReportPage({ record }: { readonly record: AnyRecord }) {
  const breach = record as unknown as Breach
  const [chosen, setChosen] = useState<ReportPhase | null>(null)
  const phase = chosen ?? phaseOf(breach)
  const { data, error } = useEngineQuery(
    'breaches.composeReport',
    { id: breach.id, phase },
    { keepPrevious: true },
  )
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <h3>Report to the Commissioner</h3>
        <TimeLeft breach={breach} />
        <SegmentedControl
          aria-label="Which report"
          data={PHASES}
          value={phase}
          onChange={(value) => setChosen(value as ReportPhase)}
        />
      </header>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {data ? <Form report={data} phase={phase} /> : <div aria-busy />}
    </div>
  )
}

function Form({ report, phase }: { readonly report: ComposedReport; readonly phase: ReportPhase }) {
  const { value } = useDescribedRecord()
  const breach = value as unknown as Breach
  const sections = report.sections.map((section): ComposedSection => ({
    ...section,
    answers: section.answers.map((answer) => shownAnswer(answer, breach.reportAnswers)),
  }))
  const all = sections.flatMap(({ answers }) => answers)
  const answered = all.filter(({ state }) => state === 'answered').length
  return (
    <>
      <ReportActions breach={breach} phase={phase} sections={sections} />
      <p className={classes.quiet} role="status">
        {answered} of {all.length} questions answered. “Not known yet” is an answer: it may follow in phases
        (UK GDPR Art 33(4)).
        {report.comparedWith &&
          ` Compared with the report of ${formatUkMoment(report.comparedWith.sentAt)}.`}{' '}
        <RouteLink href={hrefOf('breaches', 'questions')}>
          {report.hasOwnList ? 'Our own list of questions' : 'Change the questions'}
        </RouteLink>
      </p>
      <MissingPanel missing={report.missing} />
      <div className={classes.columns}>
        <nav aria-label="Sections of the report" className={classes.nav}>
          {sections.map(({ id, title, answers }) => (
            <button key={id} type="button" onClick={() => goTo(id)}>
              {title}
              <span className={classes.count}>
                {answers.filter(({ state }) => state === 'answered').length}/{answers.length}
              </span>
            </button>
          ))}
          <button type="button" onClick={() => goTo('sent')}>
            Sent and received
          </button>
        </nav>
        <div className={classes.form}>
          {sections.map((section) => (
            <ReportSectionPart key={section.id} section={section} />
          ))}
          {report.dropped.length > 0 && (
            <section aria-label="No longer asked">
              <h4>No longer asked; the last report said</h4>
              {report.dropped.map(({ code, question, text }) => (
                <p key={code}>
                  {question}: {text}
                </p>
              ))}
            </section>
          )}
          <div id="report-sent" tabIndex={-1}>
            <SentReports breach={breach} />
            <Correspondence breach={breach} />
          </div>
        </div>
      </div>
    </>
  )
}

function goTo(id: string): void {
  const place = document.querySelector<HTMLElement>(`#report-${CSS.escape(id)}`)
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
}
