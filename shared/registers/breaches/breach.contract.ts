import { z } from 'zod'
import { Tally } from '#shared/described/field.ts'
import { Line, RecordId } from '#shared/records/record.ts'
import { command } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { decisionProcedures } from './decisions.contract.ts'
import { sentReportProcedures } from './sent-reports.contract.ts'
import { sentNoticeProcedures } from './sent-notices.contract.ts'
import { bundleProcedures } from './bundle.contract.ts'
import { analysisProcedures } from './analysis.contract.ts'
import { exerciseProcedures } from './exercises.contract.ts'

/** What the log of breaches can be asked besides what every register can. */
export const breachProcedures = {
  ...decisionProcedures,
  ...sentReportProcedures,
  ...sentNoticeProcedures,
  ...bundleProcedures,
  ...analysisProcedures,
  ...exerciseProcedures,
  /** Logs what is known in the first minute; answers with the moment by which the Commissioner would have to be told. */
  'breaches.log': command({
    input: z.object({
      what: z.string().trim().min(1, 'Say what happened').max(200),
      /** Null while it is not known. */
      noticedAt: Instant.nullable(),
      noticedBy: Line,
      people: Tally,
      nearMiss: z.boolean(),
    }),
    output: z.object({ id: RecordId, reference: z.string(), tellBy: Instant.nullable() }),
  }),
} as const
