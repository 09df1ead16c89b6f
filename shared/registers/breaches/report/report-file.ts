import { z } from 'zod'
import type { Stamp } from '#shared/records/register-content.ts'
import { FileStamp } from '#shared/registers/reports/described-file.ts'
import { Instant } from '#shared/time/instant.ts'
import { ReportAnswer, SentReport } from '../kept.ts'
import { AnswerChange, MissingPart } from './composed.ts'
import type { ReportPaper } from './paper.ts'

const BREACH_REPORT_FORMAT = 'dpo-workbench/breach-report'
/** Raised when a reader of the last version could no longer read the file. */
const BREACH_REPORT_VERSION = 1

const Said = ReportAnswer.pick({ text: true, state: true })

/** The JSON form of one report to the Commissioner. */
export const BreachReportFile = z.object({
  format: z.literal(BREACH_REPORT_FORMAT),
  version: z.literal(BREACH_REPORT_VERSION),
  stamp: FileStamp,
  breach: z.object({ id: z.string(), reference: z.string() }),
  organisation: z.string(),
  regulator: z.string(),
  phase: SentReport.shape.phase,
  /** Null for a draft; else when and how it went out, and the seal over the report as it was kept. */
  sent: SentReport.omit({ answers: true, phase: true }).nullable(),
  /** Whether a report that was sent still says what was sealed; null for a draft. */
  sealHolds: z.boolean().nullable(),
  sections: z.array(
    z.object({
      title: z.string(),
      answers: z.array(
        ReportAnswer.extend({ text: z.string(), change: AnswerChange, before: Said.nullable() }),
      ),
    }),
  ),
  dropped: z.array(ReportAnswer.pick({ code: true, question: true, text: true })),
  missing: z.array(MissingPart),
  comparedWith: Instant.nullable(),
  due: Instant.nullable(),
})
export type BreachReportFile = z.infer<typeof BreachReportFile>

/** A report as JSON that programs read. */
export function breachReportFile(paper: ReportPaper, stamp: Stamp): BreachReportFile {
  return BreachReportFile.parse({
    format: BREACH_REPORT_FORMAT,
    version: BREACH_REPORT_VERSION,
    stamp,
    ...paper,
  })
}

/** The JSON Schema (2020-12) of that form. */
export function breachReportSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(BreachReportFile, { target: 'draft-2020-12', io: 'output', reused: 'ref' })
  return {
    $id: `urn:dpo-workbench:schema:breach-report:${BREACH_REPORT_VERSION}`,
    title: 'One report of a personal data breach to the Information Commissioner',
    ...schema,
  }
}
