import type { Choice } from '#shared/described/field.ts'
import { ARTICLE_28_TERMS } from '#shared/law/article-28-terms.ts'

/** What the other side is. */
export const PART_CHOICES = [
  { value: 'processor', label: 'Processor', hint: 'Acts only on instructions.' },
  { value: 'subProcessor', label: 'Sub-processor', hint: 'Works for another processor.' },
  {
    value: 'jointController',
    label: 'Joint controller',
    hint: 'Decides why and how together with the organisation.',
  },
  {
    value: 'controller',
    label: 'Separate controller',
    hint: 'Decides for itself what it does with the data.',
  },
  { value: 'recipient', label: 'Recipient, part not settled yet' },
] as const satisfies readonly Choice[]

/** What the organisation is in one activity. */
export const OUR_PART_CHOICES = [
  { value: 'controller', label: 'Controller' },
  { value: 'jointController', label: 'Joint controller' },
  { value: 'processor', label: 'Processor' },
] as const satisfies readonly Choice[]

/** Who works for whom. */
export const DIRECTION_CHOICES = [
  { value: 'weUse', label: 'Works for the organisation' },
  { value: 'weWorkFor', label: 'The organisation works for it' },
  { value: 'both', label: 'Both ways' },
  { value: 'neither', label: 'Neither: it receives data in its own right' },
] as const satisfies readonly Choice[]

/** How far the relation is. */
export const STAGE_CHOICES = [
  { value: 'considered', label: 'Being considered' },
  { value: 'inUse', label: 'In use' },
  { value: 'ending', label: 'Coming to an end' },
  { value: 'ended', label: 'Ended' },
] as const satisfies readonly Choice[]

/** How far the contract is. */
export const CONTRACT_CHOICES = [
  { value: 'missing', label: 'Missing' },
  { value: 'draft', label: 'Draft' },
  { value: 'sent', label: 'Sent for signature' },
  { value: 'signed', label: 'Signed' },
  { value: 'expired', label: 'Expired' },
] as const satisfies readonly Choice[]

/** The points of Article 28 and its neighbours to be looked up in a contract, by code. */
export const CLAUSE_CHOICES: readonly Choice[] = ARTICLE_28_TERMS.map(({ code, label, note }) => ({
  value: code,
  label,
  ...(note && { hint: note }),
}))

/** What a contract says on one of them. */
export const CLAUSE_ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'Partly' },
  { value: 'no', label: 'No' },
  { value: 'notApplicable', label: 'Not applicable, because …' },
] as const satisfies readonly Choice[]
export type ClauseAnswer = (typeof CLAUSE_ANSWERS)[number]['value']

/** How sub-processors are allowed. @source UK GDPR Art 28(2) */
export const AUTHORISATION_CHOICES = [
  { value: 'specific', label: 'Specific: each one in writing' },
  { value: 'general', label: 'General: told of changes beforehand' },
  { value: 'none', label: 'None given' },
] as const satisfies readonly Choice[]

/** What a place is used for. */
export const PLACE_USES = [
  { value: 'hosting', label: 'Hosting' },
  { value: 'backup', label: 'Backup' },
  { value: 'support', label: 'Remote support access' },
  { value: 'staff', label: 'Staff who work on the data' },
  { value: 'office', label: 'Seat of the company only' },
] as const satisfies readonly Choice[]

/** How an answer to a due diligence question was judged. */
export const JUDGEMENTS = [
  { value: 'satisfied', label: 'Satisfied' },
  { value: 'partly', label: 'Partly' },
  { value: 'notSatisfied', label: 'Not satisfied' },
] as const satisfies readonly Choice[]

/** How much depends on it. */
export const RISK_CHOICES = [
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
] as const satisfies readonly Choice[]

/** What becomes of the data at the end. @source UK GDPR Art 28(3)(g) */
export const AT_THE_END = [
  { value: 'return', label: 'Returned' },
  { value: 'delete', label: 'Deleted' },
  { value: 'returnThenDelete', label: 'Returned, then deleted' },
] as const satisfies readonly Choice[]
