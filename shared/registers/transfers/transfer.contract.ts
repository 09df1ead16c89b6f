import { z } from 'zod'
import { EVERY_RECORD, RecordFilter } from '#shared/described/list.ts'
import { TRANSFER_STANDINGS } from '#shared/law/transfer-standing.ts'
import { RecordId } from '#shared/records/record.ts'
import { query } from '#shared/rpc/procedure.ts'

const Code = z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, for example US')
const Standing = z.object({
  standing: z.enum(TRANSFER_STANDINGS),
  reason: z.string(),
  citations: z.array(z.string()),
  check: z.string().nullable(),
})
const Named = z.object({ id: RecordId, title: z.string() })
const Touched = Named.extend({ because: z.array(z.string()) })

/** A transfer and how it stands; `standing` is null while its country is not known. */
export const StandingLine = Named.extend({
  organisation: z.string(),
  country: Code.nullable(),
  importer: z.string(),
  isStopped: z.boolean(),
  standing: Standing.nullable(),
})
export type StandingLine = z.infer<typeof StandingLine>

/** What would be hit if countries were no longer approved. */
export const WhatIfAnswer = z.object({
  transfers: z.array(Named.extend({ country: Code, before: Standing, after: Standing, isHit: z.boolean() })),
  processors: z.array(Touched),
  activities: z.array(Touched),
})
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>

export const transferProcedures = {
  /** How each transfer of a filter stands today, and the worst standing of each country; stopped ones colour nothing. */
  'transfers.standings': query({
    input: z.object({ filter: RecordFilter.default(EVERY_RECORD) }),
    output: z.object({
      lines: z.array(StandingLine),
      countries: z.array(
        z.object({
          code: Code,
          name: z.string(),
          worst: z.enum(TRANSFER_STANDINGS),
          transfers: z.int(),
        }),
      ),
    }),
  }),
  /** What would be hit if these countries were no longer approved from today on; nothing is saved. */
  'transfers.ifNotAdequate': query({
    input: z.object({ countries: z.array(Code).min(1, 'Choose a country') }),
    output: WhatIfAnswer,
  }),
} as const
