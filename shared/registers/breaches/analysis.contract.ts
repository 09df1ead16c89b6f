import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { query, task } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** What an analysis speaks of: the days in which breaches came to be known, both included, and whose they are. */
export const AnalysisScope = z.object({
  from: PlainDate,
  until: PlainDate,
  /** Only this organisation's; null for all. */
  organisationId: OrganisationId.nullable(),
  /** What the columns over time stand for. */
  by: z.enum(['month', 'quarter']),
})
export type AnalysisScope = z.infer<typeof AnalysisScope>

const Ids = z.array(RecordId)

/** A number with the entries it counts; null where it counts something else. */
export const AnalysisFigure = z.object({ label: z.string(), value: z.string(), ids: Ids.nullable() })
export type AnalysisFigure = z.infer<typeof AnalysisFigure>

/** A chart, and for each of its categories the entries it counts. */
export const AnalysisChart = z.object({
  key: z.string(),
  chart: z.object({
    kind: z.enum(['columns', 'stacked', 'bars']),
    title: z.string(),
    heading: z.string(),
    categories: z.array(z.string()),
    series: z.array(z.object({ key: z.string(), label: z.string(), values: z.array(z.number()) })),
    unit: z.string(),
    overlaps: z.boolean().optional(),
  }),
  ids: z.array(Ids),
})
export type AnalysisChart = z.infer<typeof AnalysisChart>

/** How long one thing took after another, over all entries it can be measured in. */
export const Timespan = z.object({
  key: z.string(),
  label: z.string(),
  /** Entries in which both moments are recorded, in order. */
  measured: z.int(),
  /** Elapsed minutes; null when nothing can be measured. */
  medianMinutes: z.number().nullable(),
  longestMinutes: z.number().nullable(),
  /** Which took longest. */
  longestId: RecordId.nullable(),
  /** Entries in which one of the moments is not recorded. */
  unknownIds: Ids,
  /** Entries in which the second moment is before the first, and what that means. */
  before: z.object({ words: z.string(), ids: Ids }),
  /** Reports within 72 hours, of those that can be timed; null for other spans. */
  within72: z.object({ onTime: z.int(), timed: z.int(), lateIds: Ids }).nullable(),
})
export type Timespan = z.infer<typeof Timespan>

/** The same cause again in the same place within twelve months. */
export const Repeat = z.object({
  cause: z.string(),
  /** What they have in common besides the cause: "team Fostering North". */
  common: z.array(z.string()),
  /** "Third time in six months". */
  words: z.string(),
  nearMisses: z.int(),
  /** From the first to the last, by the day they came to be known. */
  entries: z.array(z.object({ id: RecordId, reference: z.string(), day: PlainDate })),
})
export type Repeat = z.infer<typeof Repeat>

/** An action that was agreed on and whose day has passed. */
export const OverdueAction = z.object({
  id: RecordId,
  reference: z.string(),
  what: z.string(),
  owner: z.string(),
  due: PlainDate,
  days: z.int(),
})
export type OverdueAction = z.infer<typeof OverdueAction>

/** What the breaches and near misses of a period have in common, and how fast people were. */
export const BreachAnalysis = z.object({
  /** How many entries the period has at all, near misses and those set aside included. */
  logged: z.int(),
  figures: z.array(AnalysisFigure),
  charts: z.array(AnalysisChart),
  times: z.array(Timespan),
  repeats: z.array(Repeat),
  overdueActions: z.array(OverdueAction),
})
export type BreachAnalysis = z.infer<typeof BreachAnalysis>

export const analysisProcedures = {
  /** Counts the log for a period; what is not known is counted as not known, never as nought. */
  'breaches.analysis': query({ input: AnalysisScope, output: BreachAnalysis }),
  /** Writes the same as a PDF with charts and their numbers: references and numbers, no person and no account. */
  'breaches.writeAnalysis': task({
    input: AnalysisScope.extend({ to: z.string().min(1), asAt: PlainDate.nullable() }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), chainHead: z.string() }),
  }),
} as const
