import { z } from 'zod'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { ComposedReport } from './report/composed.ts'

const Phase = z.enum(['initial', 'followUp'])

/** The files a report can be written as. */
export const BreachReportFormat = z.enum(['pdf', 'text', 'json'])
export type BreachReportFormat = z.infer<typeof BreachReportFormat>

/** Which report: as it would read now, or one as it was sent. */
export const WhichReport = z.union([z.object({ phase: Phase }), z.object({ reportId: RecordId })])
export type WhichReport = z.infer<typeof WhichReport>

/** The report of a breach to the Commissioner. */
export const sentReportProcedures = {
  /** The report as it would read now, compared with the one that was sent last. */
  'breaches.composeReport': query({
    input: z.object({ id: RecordId, phase: Phase }),
    output: ComposedReport,
  }),
  /** Keeps the report as it was sent, and notes when the first one went out. */
  'breaches.recordReport': command({
    input: z.object({
      id: RecordId,
      phase: Phase,
      sentAt: Instant,
      sentBy: Line,
      channel: Line,
      reference: Line,
      lateBecause: Passage,
    }),
    output: z.object({ reportId: RecordId }),
  }),
  /** Writes a report to a file; nothing is left behind when it fails or is stopped. */
  'breaches.writeReport': task({
    input: z.object({
      id: RecordId,
      which: WhichReport,
      format: BreachReportFormat,
      to: z.string().min(1),
      asAt: PlainDate.nullable(),
    }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), chainHead: z.string() }),
  }),
} as const
