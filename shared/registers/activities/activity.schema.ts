import { z } from 'zod'
import { answerOf, TO_BE_DETERMINED } from '#shared/answer.ts'
import { Evidence, Line, Passage, RecordId } from '#shared/records/record.ts'
import { ContractId, Role } from '#shared/registers/contracts/contract.schema.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { DataClass, TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { Purpose, RetentionRule } from './activity.parts.ts'

export const ActivityId = RecordId.brand<'ActivityId'>()
export type ActivityId = z.infer<typeof ActivityId>

export const ActivityStatus = z.enum(['draft', 'in review', 'approved', 'retired'])
export type ActivityStatus = z.infer<typeof ActivityStatus>

/** One category of personal data as this activity uses it. */
export const DataUse = z.object({
  id: RecordId,
  categoryId: TermId,
  dataClass: DataClass,
  /** Whose data it is; empty means all the people of the activity. */
  peopleIds: z.array(TermId),
  sourceIds: z.array(TermId),
  retention: answerOf(RetentionRule),
  /** When it is used only under a condition, the condition. */
  onlyIf: Passage,
  note: Passage,
})
export type DataUse = z.infer<typeof DataUse>

/** Somebody the data is disclosed to. */
export const Disclosure = z.object({
  id: RecordId,
  recipientId: TermId,
  capacity: z.enum(['controller', 'jointController', 'processor', 'unknown']),
  purpose: Passage,
  /** The agreement with a processor, or the sharing agreement. */
  agreement: answerOf(Line),
  onlyIf: Passage,
})
export type Disclosure = z.infer<typeof Disclosure>

/** Data leaving the United Kingdom. @source UK GDPR Art 30(1)(e), Art 44A to 49 */
export const Destination = z.object({
  id: RecordId,
  /** A country or an international organisation. */
  place: Line,
  recipientId: TermId.nullable(),
  /** A code of `shared/law/transfer-mechanisms.ts`. */
  mechanism: answerOf(z.string().max(40)),
  /** The document that holds the safeguards. */
  safeguards: answerOf(Line),
  note: Passage,
})
export type Destination = z.infer<typeof Destination>

/** A gap somebody decided to live with: which, why, since when. */
export const Waiver = z.object({
  rule: z.string().max(80),
  reason: z.string().trim().min(1, 'Give the reason for setting this gap aside').max(2000),
  waivedOn: PlainDate,
  waivedBy: Line,
})
export type Waiver = z.infer<typeof Waiver>

/** One entry of the record of processing activities, for either role. @source UK GDPR Art 30(1) and 30(2) */
export const Activity = z.object({
  id: ActivityId,
  /** The number people quote, for example "PCS-04"; unique in the register. */
  reference: Line,
  name: z.string().trim().min(1, 'Give the activity a name').max(200),
  description: Passage,
  /** Whose record this is. */
  organisationId: OrganisationId.nullable(),
  role: Role,
  functionId: TermId.nullable(),
  status: ActivityStatus,
  owner: Line,
  reviewOn: PlainDate.nullable(),
  contractIds: z.array(ContractId),
  /** Processor and joint controller: on whose behalf, or with whom. @source UK GDPR Art 30(1)(a), 30(2)(a) */
  partyIds: z.array(OrganisationId),
  /** Joint controllers only. @source UK GDPR Art 26 */
  jointArrangement: answerOf(
    z.object({ essence: Passage, contactPoint: Line, document: Line, agreedOn: PlainDate.nullable() }),
  ),
  purposes: z.array(Purpose),
  peopleIds: z.array(TermId),
  data: z.array(DataUse),
  disclosures: z.array(Disclosure),
  /** Known and empty means: nothing leaves the United Kingdom. */
  destinations: answerOf(z.array(Destination)),
  systemIds: z.array(TermId),
  measureIds: z.array(TermId),
  securityDescription: Passage,
  automatedDecisions: answerOf(
    z.object({
      kind: z.enum(['none', 'decision support', 'solely automated']),
      profiling: z.boolean(),
      explanation: Passage,
      reviewOn: PlainDate.nullable(),
    }),
  ),
  dpia: answerOf(
    z.object({
      needed: z.boolean(),
      progress: z.enum(['not started', 'under way', 'completed', 'not needed']),
      reference: Line,
      reason: Passage,
    }),
  ),
  /** Where the record of consent is. @source UK GDPR Art 7(1) */
  consentRecord: answerOf(Line),
  /** Whether people must provide the data, and what follows if not. @source UK GDPR Art 13(2)(e) */
  obligationToProvide: answerOf(
    z.object({ kind: z.enum(['statutory', 'contractual', 'optional', 'mixed']), consequence: Passage }),
  ),
  /** The policy on keeping and erasing, and whether it is followed. @source DPA 2018 Sch 1 para 41 */
  retentionPolicy: answerOf(z.object({ document: Line, followed: z.boolean(), reasonsIfNot: Passage })),
  /** Whether a personal data breach has touched it, with a reference. */
  breaches: answerOf(z.object({ occurred: z.boolean(), reference: Line })),
  /** The whole activity takes place only under this condition, for example "only if the contract requires it". */
  onlyIf: Passage,
  relatedIds: z.array(ActivityId),
  waivers: z.array(Waiver),
  evidence: z.array(Evidence),
  notes: Passage,
})
export type Activity = z.infer<typeof Activity>

/** An activity of which only the name is known; everything else is still to be determined. */
export function newActivity(id: ActivityId, name: string): Activity {
  return {
    id,
    reference: '',
    name,
    description: '',
    organisationId: null,
    role: 'controller',
    functionId: null,
    status: 'draft',
    owner: '',
    reviewOn: null,
    contractIds: [],
    partyIds: [],
    jointArrangement: TO_BE_DETERMINED,
    purposes: [],
    peopleIds: [],
    data: [],
    disclosures: [],
    destinations: TO_BE_DETERMINED,
    systemIds: [],
    measureIds: [],
    securityDescription: '',
    automatedDecisions: TO_BE_DETERMINED,
    dpia: TO_BE_DETERMINED,
    consentRecord: TO_BE_DETERMINED,
    obligationToProvide: TO_BE_DETERMINED,
    retentionPolicy: TO_BE_DETERMINED,
    breaches: TO_BE_DETERMINED,
    onlyIf: '',
    relatedIds: [],
    waivers: [],
    evidence: [],
    notes: '',
  }
}
