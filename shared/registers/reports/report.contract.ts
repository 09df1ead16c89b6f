import { z } from 'zod'
import { RecordTarget } from '#shared/described/list.ts'
import { DescribedName } from '#shared/described/names.ts'
import { ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { query, task } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** The forms the record of processing activities is handed out in. */
export const ReportFormat = z.enum(['pdf', 'xlsx', 'csv', 'json', 'archive'])
export type ReportFormat = z.infer<typeof ReportFormat>

/** The forms a described register is handed out in. */
export const RegisterFormat = z.enum(['pdf', 'xlsx', 'csv', 'json'])
export type RegisterFormat = z.infer<typeof RegisterFormat>

/** A file that was written. */
export const WrittenFile = z.object({
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  activities: z.int(),
  chainHead: z.string(),
})
export type WrittenFile = z.infer<typeof WrittenFile>

/** A file with records of a described register. */
export const WrittenRegister = WrittenFile.omit({ activities: true }).extend({ records: z.int() })
export type WrittenRegister = z.infer<typeof WrittenRegister>

/** The report to the board. */
export const WrittenAnnual = WrittenFile.omit({ activities: true })
export type WrittenAnnual = z.infer<typeof WrittenAnnual>

const ChartShape = z.object({
  kind: z.enum(['columns', 'stacked', 'bars']),
  title: z.string(),
  heading: z.string(),
  categories: z.array(z.string()),
  series: z.array(z.object({ key: z.string(), label: z.string(), values: z.array(z.number()) })),
  unit: z.string(),
})

/** One part of the report to the board. */
export const AnnualFigures = z.object({
  heading: z.string(),
  citation: z.string(),
  figures: z.array(z.tuple([z.string(), z.string()])),
  compared: z.array(z.tuple([z.string(), z.string()])),
  charts: z.array(ChartShape),
  late: z.array(z.object({ reference: z.string(), why: z.string() })),
})
export type AnnualFigures = z.infer<typeof AnnualFigures>

/** What a verifier looked at and what it found. */
export const Verification = z.object({
  path: z.string(),
  kind: z.string(),
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})
export type Verification = z.infer<typeof Verification>

export const reportProcedures = {
  /** Writes the Article 30 record to a file; nothing is left behind when it fails or is stopped. */
  'reports.writeRecord': task({
    input: z.object({
      format: ReportFormat,
      to: z.string().min(1),
      /** Only this organisation's activities. */
      organisationId: OrganisationId.nullable(),
      /** Only these activities, for example the list as filtered. */
      target: ActivityTarget.nullable(),
      asAt: PlainDate.nullable(),
    }),
    output: WrittenFile,
  }),
  /** Writes a described register, or some of its records, to a file; nothing is left behind when it fails or is stopped. */
  'reports.writeRegister': task({
    input: z.object({
      register: DescribedName,
      format: RegisterFormat,
      to: z.string().min(1),
      /** Only these records, for example the list as filtered, or one. */
      target: RecordTarget.nullable(),
      asAt: PlainDate.nullable(),
    }),
    output: WrittenRegister,
  }),
  /** Writes the report to the board for a period as a PDF: volumes, times, causes, reviews; it names no person. */
  'reports.writeAnnual': task({
    input: z.object({
      to: z.string().min(1),
      from: PlainDate,
      until: PlainDate,
      organisationId: OrganisationId.nullable(),
    }),
    output: WrittenAnnual,
  }),
  /** The figures of the same report, for the screen. */
  'reports.annualFigures': query({
    input: z.object({ from: PlainDate, until: PlainDate, organisationId: OrganisationId.nullable() }),
    output: z.array(AnnualFigures),
  }),
  /** Checks an archive (any BagIt bag in a zip) without trusting it. */
  'reports.verifyArchive': task({
    input: z.object({
      path: z.string().min(1),
      /** Opens a disclosure pack that is encrypted. */
      passphrase: z.string().max(500).nullable().optional(),
    }),
    output: Verification,
  }),
} as const
