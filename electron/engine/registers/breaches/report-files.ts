import canonicalize from 'canonicalize'
import { AppError } from '#shared/errors.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { SentReport } from '#shared/registers/breaches/kept.ts'
import { composeReport } from '#shared/registers/breaches/report/compose.ts'
import {
  draftPaper,
  type PaperWorld,
  type ReportPaper,
  sentPaper,
} from '#shared/registers/breaches/report/paper.ts'
import { reportDocument } from '#shared/registers/breaches/report/report-document.ts'
import { breachReportFile } from '#shared/registers/breaches/report/report-file.ts'
import { reportText } from '#shared/registers/breaches/report/report-text.ts'
import type { BreachReportFormat, WhichReport } from '#shared/registers/breaches/sent-reports.contract.ts'
import { regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import { type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import { sealHolds } from '../../described/seal.ts'
import { writePieces } from '../../files/put-in-place.ts'
import { type Progress, writeRecordPdf } from '../../pdf/write-record.ts'
import { readLookups } from '../../records/lookups.ts'
import { getBreach } from './get-breach.ts'
import { readReportFacts } from './report-facts.query.ts'

/** Writes a report to a path; the same report and stamp give the same bytes. */
export async function writeReportFile(
  format: BreachReportFormat,
  paper: ReportPaper,
  stamp: Stamp,
  path: string,
  step: Progress = async () => {},
): Promise<void> {
  switch (format) {
    case 'pdf':
      return writeRecordPdf(reportDocument(paper, stamp), stamp, path, step)
    case 'text':
      return writePieces([reportText(paper).toWellFormed()], path, step)
    case 'json':
      return writePieces([jsonOfReport(paper, stamp)], path, step)
  }
}

/** Writes a report as it was sent to a path as PDF, and gives the same as text and as JSON: for an incident bundle. */
export async function sentReportFiles(
  breach: Breach,
  report: SentReport,
  world: PaperWorld,
  stamp: Stamp,
  pdfPath: string,
): Promise<{ readonly text: string; readonly json: string }> {
  const paper = sentPaper(breach, report, world, sealHolds(report))
  await writeReportFile('pdf', paper, stamp, pdfPath)
  return { text: reportText(paper).toWellFormed(), json: jsonOfReport(paper, stamp) }
}

type At = { readonly now: Instant; readonly today: PlainDate }

/** A report ready to be written: as it would read now, or as it was sent. */
export async function readPaper(
  db: ReadDb,
  id: string,
  which: WhichReport,
  { now, today }: At,
): Promise<ReportPaper> {
  const breach = await getBreach(db, id)
  const lookups = await readLookups(db, today)
  const world = (day: PlainDate): PaperWorld => ({
    organisation: lookups.organisations.get(breach.organisationId ?? '')?.legalName ?? '',
    regulator: regulatorOn(lookups.settings, day).name,
  })
  if ('phase' in which) {
    const facts = await readReportFacts(db, lookups, { breach, phase: which.phase, now })
    return draftPaper(breach, composeReport(facts, lookups.settings.breachQuestions), world(today))
  }
  const report = breach.sentReports.find((one) => one.id === which.reportId)
  if (!report) throw new AppError('not-found', 'This report is not among those sent for this breach.')
  return sentPaper(breach, report, world(ukDayOf(report.sentAt)), sealHolds(report))
}

function jsonOfReport(paper: ReportPaper, stamp: Stamp): string {
  return `${canonicalize(wellFormed(breachReportFile(paper, stamp)))!}\n`
}

/** Half a surrogate pair, which JSON cannot carry, becomes U+FFFD. */
function wellFormed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed() : inner,
  ) as unknown
}
