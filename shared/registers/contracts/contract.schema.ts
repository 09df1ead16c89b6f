import { z } from 'zod'
import { answerOf, TO_BE_DETERMINED } from '#shared/answer.ts'
import { Evidence, Line, Passage, RecordId } from '#shared/records/record.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

export const ContractId = RecordId.brand<'ContractId'>()
export type ContractId = z.infer<typeof ContractId>

/** The part an organisation plays for a set of personal data. @source UK GDPR Art 4(7)-(8), Art 26 */
export const Role = z.enum(['controller', 'jointController', 'processor'])
export type Role = z.infer<typeof Role>

/** An agreement with a customer, and who is controller for what under it. */
export const CustomerContract = z.object({
  id: ContractId,
  name: z.string().trim().min(1, 'Give the contract a name').max(200),
  /** The one of our organisations that is party to it. */
  organisationId: OrganisationId.nullable(),
  customerId: OrganisationId.nullable(),
  reference: Line,
  subject: Passage,
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
  /** Our part for what the customer hands over. */
  roleForDataReceived: answerOf(Role),
  /** Our part for what we create while delivering the service. */
  roleForDataCreated: answerOf(Role),
  /** How long the contract makes us keep data after it closes. */
  retentionAfterClosure: answerOf(Passage),
  /** Where the customer's documented instructions are. @source UK GDPR Art 28(3)(a) */
  instructions: answerOf(Line),
  evidence: z.array(Evidence),
  notes: Passage,
})
export type CustomerContract = z.infer<typeof CustomerContract>

/** A contract of which only the name is known. */
export function newContract(id: ContractId, name: string): CustomerContract {
  return {
    id,
    name,
    organisationId: null,
    customerId: null,
    reference: '',
    subject: '',
    startsOn: null,
    endsOn: null,
    roleForDataReceived: TO_BE_DETERMINED,
    roleForDataCreated: TO_BE_DETERMINED,
    retentionAfterClosure: TO_BE_DETERMINED,
    instructions: TO_BE_DETERMINED,
    evidence: [],
    notes: '',
  }
}
