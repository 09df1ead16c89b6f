import { z } from 'zod'
import type { Contact } from '#shared/records/record.ts'
import { type CustomerContract, Role } from '#shared/registers/contracts/contract.schema.ts'
import { IcoRegistration, Nation, Relation } from '#shared/registers/organisations/organisation.schema.ts'
import { DataClass, Term, VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { answerIn, EvidenceIn, names, text } from './answer.format.ts'

/** What a term is, by list and name; fields that do not concern its list are left out. */
export const TermIn = z.strictObject({
  name: z.string(),
  description: text,
  synonyms: names,
  dataClass: DataClass.optional(),
  medium: Term.shape.medium.unwrap().optional(),
  location: text,
  locationAsOf: Term.shape.locationAsOf.unwrap().optional(),
  country: text,
  standing: Term.shape.standing.unwrap().optional(),
  citation: text,
})
export type TermIn = z.infer<typeof TermIn>

/** The eight word lists. */
export const VocabularyFile = z.record(VocabularyName, z.array(TermIn))

const Party = z.strictObject({
  role: text,
  name: text,
  email: text,
  telephone: text,
  address: text,
}) satisfies z.ZodType<Contact>

/** An organisation, its parent by name; document is the notice that its facts, promises and questions come from. */
export const OrganisationIn = z.strictObject({
  relation: Relation,
  legalName: z.string(),
  tradingNames: names,
  parent: z.string().optional(),
  kind: text,
  address: text,
  website: text,
  email: text,
  nation: Nation.default('england-and-wales'),
  icoRegistration: answerIn(IcoRegistration),
  publicAuthority: answerIn(z.boolean()),
  charity: answerIn(z.boolean()),
  otherRegulators: names,
  dataProtectionOfficer: answerIn(Party),
  representative: answerIn(Party),
  document: text,
  commitments: z
    .array(z.strictObject({ topic: z.string(), promise: z.string(), quote: z.string() }))
    .default([]),
  questions: z.array(z.strictObject({ question: z.string(), quote: z.string() })).default([]),
  evidence: z.array(EvidenceIn).default([]),
  notes: text,
})
export type OrganisationIn = z.infer<typeof OrganisationIn>

/** The organisations whose notices were read, with their customers and partners. */
export const OrganisationsFile = z.strictObject({ organisations: z.array(OrganisationIn) })

/** A contract, its two sides by name. */
export const ContractIn = z.strictObject({
  name: z.string(),
  organisation: z.string(),
  customer: z.string(),
  subject: text,
  roleForDataReceived: answerIn(Role),
  roleForDataCreated: answerIn(Role),
  retentionAfterClosure: answerIn(z.string()),
  instructions: answerIn(z.string()),
  document: text,
  evidence: z.array(EvidenceIn).default([]),
  notes: text,
}) satisfies z.ZodType<Partial<Omit<CustomerContract, 'evidence'>>>
export type ContractIn = z.infer<typeof ContractIn>

/** The contracts the notices speak of. */
export const ContractsFile = z.strictObject({ contracts: z.array(ContractIn) })
