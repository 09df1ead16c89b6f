import { z } from 'zod'
import { ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { task } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** The forms the record of processing activities is handed out in. */
export const ReportFormat = z.enum(['pdf', 'xlsx', 'csv', 'json', 'archive'])
export type ReportFormat = z.infer<typeof ReportFormat>

/** A file that was written. */
export const WrittenFile = z.object({
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  activities: z.int(),
  chainHead: z.string(),
})
export type WrittenFile = z.infer<typeof WrittenFile>

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
  /** Checks an archive (any BagIt bag in a zip) without trusting it. */
  'reports.verifyArchive': task({ input: z.object({ path: z.string().min(1) }), output: Verification }),
} as const
