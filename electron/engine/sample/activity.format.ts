import { z } from 'zod'
import { Assessment, LawfulBasisCode, RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import { Activity, type Destination, Disclosure } from '#shared/registers/activities/activity.schema.ts'
import { Role } from '#shared/registers/contracts/contract.schema.ts'
import { DataClass } from '#shared/registers/vocabulary/term.schema.ts'
import { answerIn, answerTo, EvidenceIn, names, text } from './answer.format.ts'

const shape = Activity.shape

const PurposeIn = z.strictObject({
  text: z.string(),
  basis: answerIn(LawfulBasisCode),
  basisNote: text,
  recognisedInterest: z.string().optional(),
  legitimateInterest: text,
  legitimateInterestsAssessment: answerIn(Assessment),
  statutes: names,
  article9: names,
  schedule1: names,
  policyDocument: answerIn(Assessment),
})
export type PurposeIn = z.infer<typeof PurposeIn>

/** Several categories of data that are used alike; each becomes a data use of its own. */
const DataIn = z.strictObject({
  categories: z.array(z.string()).min(1),
  class: DataClass.optional(),
  people: names,
  sources: names,
  /** The name of one of the file's retention rules. */
  retention: z.string().optional(),
  onlyIf: text,
  note: text,
})
export type DataIn = z.infer<typeof DataIn>

/** Several recipients who receive alike; each becomes a disclosure of its own. */
const DisclosureIn = z.strictObject({
  recipients: z.array(z.string()).min(1),
  capacity: Disclosure.shape.capacity.default('unknown'),
  purpose: text,
  agreement: answerIn(z.string()),
  onlyIf: text,
})
export type DisclosureIn = z.infer<typeof DisclosureIn>

const DestinationIn = z.strictObject({
  place: z.string(),
  recipient: z.string().optional(),
  mechanism: answerIn(z.string()),
  safeguards: answerIn(z.string()),
  note: text,
}) satisfies z.ZodType<Partial<Omit<Destination, 'id' | 'recipientId'>>>
export type DestinationIn = z.infer<typeof DestinationIn>

/** An activity as it is typed by hand: terms, organisations and contracts by name, other activities by reference. */
export const ActivityIn = z.strictObject({
  reference: z.string(),
  name: z.string(),
  description: text,
  /** The file's organisation unless another is named. */
  organisation: z.string().optional(),
  role: Role.default('controller'),
  function: z.string().optional(),
  contracts: names,
  parties: names,
  jointArrangement: answerIn(answerTo(shape.jointArrangement)),
  purposes: z.array(PurposeIn),
  people: names,
  data: z.array(DataIn).default([]),
  disclosures: z.array(DisclosureIn).default([]),
  destinations: answerIn(z.array(DestinationIn)),
  systems: names,
  measures: names,
  securityDescription: z.string().optional(),
  automatedDecisions: answerIn(answerTo(shape.automatedDecisions)),
  dpia: answerIn(answerTo(shape.dpia)),
  consentRecord: answerIn(z.string()),
  obligationToProvide: answerIn(answerTo(shape.obligationToProvide)),
  onlyIf: text,
  related: names,
  evidence: z.array(EvidenceIn),
  notes: text,
})
export type ActivityIn = z.infer<typeof ActivityIn>

/** One notice's activities; what the notice says of all of them is said once, under `common`. */
export const ActivitiesFile = z.strictObject({
  document: z.string(),
  organisation: z.string(),
  common: z.strictObject({
    measures: names,
    securityDescription: text,
    evidence: z.array(EvidenceIn).default([]),
  }),
  retention: z.record(z.string(), RetentionRule),
  activities: z.array(ActivityIn),
})
export type ActivitiesFile = z.infer<typeof ActivitiesFile>
