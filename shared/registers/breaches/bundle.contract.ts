import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { RegisterFormat, WrittenRegister } from '#shared/registers/reports/report.contract.ts'
import { query, task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** An incident bundle that was written. */
export const WrittenBundle = z.object({
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** How many files its payload has. */
  files: z.int(),
  chainHead: z.string(),
})
export type WrittenBundle = z.infer<typeof WrittenBundle>

/** The incident bundle, the log of all breaches, and what the chronology counts of people. */
export const bundleProcedures = {
  /**
   * Writes everything about a breach as a BagIt bag in a zip: chronology, record, decisions, reports and letters as
   * sent, evidence. Nothing is left behind when it fails or is stopped; an evidence file that changed stops it.
   */
  'breaches.writeBundle': task({
    input: z.object({
      id: RecordId,
      to: z.string().min(1),
      /** With the names and addresses of the people who are to be told. */
      withPeople: z.boolean(),
      asAt: PlainDate.nullable(),
    }),
    output: WrittenBundle,
  }),
  /** Writes the log of breaches that the law asks for, those first noticed in a period: facts, effects, remedial action first. */
  'breaches.writeLog': task({
    input: z.object({
      format: RegisterFormat,
      to: z.string().min(1),
      from: PlainDate.nullable(),
      until: PlainDate.nullable(),
      organisationId: OrganisationId.nullable(),
      asAt: PlainDate.nullable(),
    }),
    output: WrittenRegister,
  }),
  /** When and how people of a breach were told: what its chronology counts, without who they are. */
  'breaches.toldPeople': query({
    input: z.object({ id: RecordId }),
    output: z.array(
      z.object({ state: z.string().nullable(), toldAt: Instant.nullable(), toldHow: z.string().nullable() }),
    ),
  }),
} as const
