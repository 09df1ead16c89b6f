import { z } from 'zod'
import { PlainDate } from '#shared/time/plain-date.ts'
import { Instant } from '#shared/time/instant.ts'
import { CaseNumber } from './source.ts'

/** Who somebody in the documents is to the person who asks. */
export const PersonRole = z.enum([
  'subject',
  'child',
  'relative',
  'carer',
  'socialWorker',
  'health',
  'education',
  'professional',
  'referrer',
  'volunteer',
  'other',
])
export type PersonRole = z.infer<typeof PersonRole>

/** Whether the documents speak of somebody in an official or paid capacity. */
export const PersonCapacity = z.enum(['official', 'paid', 'private'])
export type PersonCapacity = z.infer<typeof PersonCapacity>

/** What is decided about what identifies somebody: it stays, or it is removed. */
export const PersonDecision = z.enum(['disclose', 'withhold'])
export type PersonDecision = z.infer<typeof PersonDecision>

/** What identifies somebody; a form is written as it is found, or as somebody entered it. */
export const FormKind = z.enum([
  'name',
  'alias',
  'email',
  'phone',
  'postcode',
  'address',
  'dateOfBirth',
  'nhs',
  'nino',
  'upn',
  'caseNumber',
])
export type FormKind = z.infer<typeof FormKind>

/** One way in which somebody is named, with how often it stands in the documents. */
export const PersonForm = z.object({
  id: CaseNumber,
  person: CaseNumber,
  text: z.string().min(1).max(300),
  kind: FormKind,
  /** Where it was found first: "mail header", "salutation"; empty for one entered by hand. */
  because: z.string(),
  hits: z.int().min(0),
  pages: z.int().min(0),
})
export type PersonForm = z.infer<typeof PersonForm>

const text = (most: number) => z.string().max(most)

/** What is weighed and recorded about somebody; every field may stay empty until it is known. */
export const PersonFacts = z.object({
  name: text(200),
  role: PersonRole.nullable(),
  capacity: PersonCapacity.nullable(),
  /** What stands in the place of what is removed, after the letter: "another child". */
  describedAs: text(100),
  consentAskedOn: PlainDate.nullable(),
  consentAnswer: z.enum(['given', 'refused', 'noAnswer', 'notAsked']).nullable(),
  consentOn: PlainDate.nullable(),
  consentNote: text(2000),
  /** What the one who asks knows about this person already, and how. */
  knownAlready: text(2000),
  /** The five factors of para 16, in the reviewer's words. */
  factorInformation: text(2000),
  factorConfidence: text(2000),
  factorSteps: text(2000),
  factorCapable: text(2000),
  factorRefusal: text(2000),
  harmOpinionBy: text(200),
  harmOpinionOn: PlainDate.nullable(),
  harmOpinionSays: z.enum(['met', 'notMet']).nullable(),
  /** Whether an address of this person must not become known to anybody in the case. */
  isProtected: z.boolean(),
})
export type PersonFacts = z.infer<typeof PersonFacts>

/** Somebody in the documents of a case. */
export const CasePerson = PersonFacts.extend({
  id: CaseNumber,
  /** "A", "B", … "AA": the letter of the neutral label, given once and never to somebody else. */
  letter: z.string(),
  /** "Person C, another child": the same everywhere. */
  label: z.string(),
  /** Null while nobody decided. */
  decision: PersonDecision.nullable(),
  exemption: z.string(),
  because: z.string(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string(),
  forms: z.array(PersonForm),
})
export type CasePerson = z.infer<typeof CasePerson>

/** Somebody as the list shows them, with how much of the case they are in. */
export const PersonLine = CasePerson.pick({
  id: true,
  name: true,
  role: true,
  capacity: true,
  letter: true,
  label: true,
  decision: true,
  isProtected: true,
}).extend({
  forms: z.array(z.string()),
  hits: z.int(),
  pages: z.int(),
  documents: z.int(),
  exceptions: z.int(),
})
export type PersonLine = z.infer<typeof PersonLine>
