import { z } from 'zod'
import { answerOf, TO_BE_DETERMINED } from '#shared/answer.ts'
import { Contact, Evidence, Line, Passage, RecordId } from '#shared/records/record.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

export const OrganisationId = RecordId.brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>

/** What an organisation is to the keeper of this register. */
export const Relation = z.enum(['own', 'customer', 'partner'])
export type Relation = z.infer<typeof Relation>

/** Decides which bank holidays its legal dates follow. */
export const Nation = z.enum(['england-and-wales', 'scotland', 'northern-ireland'])
export type Nation = z.infer<typeof Nation>

/** The data protection fee entry. @source DPA 2018 s.137; Data Protection (Charges and Information) Regulations 2018 */
export const IcoRegistration = z.object({ number: Line, expiresOn: PlainDate.nullable() })

/** A promise the organisation has made in public, with the words it used. */
export const Commitment = z.object({
  topic: Line,
  promise: Passage,
  document: Line,
  quote: Line,
})
export type Commitment = z.infer<typeof Commitment>

/** Something the DPO should look into; settled by a note saying how. */
export const Question = z.object({ question: Passage, document: Line, quote: Line, settledBy: Passage })
export type Question = z.infer<typeof Question>

/** A body that is controller, processor, customer or partner in this register. */
export const Organisation = z.object({
  id: OrganisationId,
  relation: Relation,
  legalName: z.string().trim().min(1, 'Give the organisation a name').max(200),
  tradingNames: z.array(Line),
  /** The company or body above it, in the same register. */
  parentId: OrganisationId.nullable(),
  kind: Line,
  address: Passage,
  website: Line,
  email: Line,
  telephone: Line,
  companyNumber: Line,
  charityNumber: Line,
  icoRegistration: answerOf(IcoRegistration),
  nation: Nation,
  publicAuthority: answerOf(z.boolean()),
  charity: answerOf(z.boolean()),
  /** Other regulators it answers to, for example the Charity Commission. */
  otherRegulators: z.array(Line),
  dataProtectionOfficer: answerOf(Contact),
  representative: answerOf(Contact),
  contacts: z.array(Contact),
  commitments: z.array(Commitment),
  questions: z.array(Question),
  evidence: z.array(Evidence),
  notes: Passage,
})
export type Organisation = z.infer<typeof Organisation>

/** An organisation of which only the name is known. */
export function newOrganisation(id: OrganisationId, legalName: string, relation: Relation): Organisation {
  return {
    id,
    relation,
    legalName,
    tradingNames: [],
    parentId: null,
    kind: '',
    address: '',
    website: '',
    email: '',
    telephone: '',
    companyNumber: '',
    charityNumber: '',
    icoRegistration: TO_BE_DETERMINED,
    nation: 'england-and-wales',
    publicAuthority: TO_BE_DETERMINED,
    charity: TO_BE_DETERMINED,
    otherRegulators: [],
    dataProtectionOfficer: TO_BE_DETERMINED,
    representative: TO_BE_DETERMINED,
    contacts: [],
    commitments: [],
    questions: [],
    evidence: [],
    notes: '',
  }
}
