import { z } from 'zod'
import { Activity } from '#shared/registers/activities/activity.schema.ts'
import { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { Settings } from '#shared/registers/settings/settings.schema.ts'
import { Term } from '#shared/registers/vocabulary/term.schema.ts'
import { DescribedLists, FileStamp } from './described-file.ts'

export const RECORD_FORMAT = 'dpo-workbench/register-record'
/** Raised when a reader of the last version could no longer read the file. */
export const RECORD_VERSION = 2

/** The JSON form of a register: everything it holds, and which state of it this is. */
export const RecordFile = z.object({
  format: z.literal(RECORD_FORMAT),
  version: z.literal(RECORD_VERSION),
  stamp: FileStamp,
  organisations: z.array(Organisation),
  contracts: z.array(CustomerContract),
  activities: z.array(Activity),
  terms: z.array(Term),
  settings: Settings,
  /** Requests, breaches, transfers and the other described registers. */
  records: DescribedLists,
})
export type RecordFile = z.infer<typeof RecordFile>

/** The JSON Schema (2020-12) of the JSON form, as it is published with every archive. */
export function recordFileSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(RecordFile, { target: 'draft-2020-12', io: 'output', reused: 'ref' })
  return {
    $id: `urn:dpo-workbench:schema:register-record:${RECORD_VERSION}`,
    title: 'Register of processing activities, whole content',
    ...schema,
  }
}
