import type { Choice } from '#shared/described/field.ts'
import { EXEMPTIONS } from '#shared/law/exemptions/exemptions.ts'
import { LAWFUL_BASES, RECOGNISED_INTERESTS } from '#shared/law/lawful-bases.ts'

/** What kind of body asked. */
export const ASKER_CHOICES = [
  { value: 'police', label: 'Police' },
  { value: 'court', label: 'Court' },
  { value: 'regulator', label: 'Regulator or inspectorate' },
  { value: 'localAuthority', label: 'Local authority' },
  { value: 'government', label: 'Government department' },
  { value: 'health', label: 'Health service' },
  { value: 'lawyer', label: 'Lawyer or other representative' },
  { value: 'insurer', label: 'Insurer' },
  { value: 'other', label: 'Somebody else' },
] as const satisfies readonly Choice[]

/** Why it came about. */
export const OCCASION_CHOICES = [
  { value: 'asked', label: 'Somebody asked for it' },
  { value: 'own', label: 'On own initiative' },
] as const satisfies readonly Choice[]

/** The grounds of Schedule 2 on which data may be given out, by their codes there. */
const GROUNDS = ['CT-2', 'LR-5-1', 'LR-5-2', 'LR-5-3', 'PF-7', 'RF-10'] as const
/** The lawful bases that carry a single disclosure, by their codes. */
const BASES = ['6-1-a', '6-1-c', '6-1-d', '6-1-e', '6-1-f'] as const

/** What may let a single disclosure happen, by code. @source DPA 2018 Sch 2; UK GDPR Art 6(1), Annex 1 */
export const GATEWAY_CHOICES: readonly Choice[] = [
  ...EXEMPTIONS.filter(({ code }) => isOneOf(GROUNDS, code)),
  ...RECOGNISED_INTERESTS,
  ...LAWFUL_BASES.filter(({ code }) => isOneOf(BASES, code)),
].map(({ code, label, citation }) => ({ value: code, label: `${label} (${citation})` }))

/** What was decided. */
export const DECISION_CHOICES = [
  { value: 'pending', label: 'Not decided yet' },
  { value: 'disclosed', label: 'Disclosed' },
  { value: 'inPart', label: 'Disclosed in part' },
  { value: 'refused', label: 'Refused' },
  { value: 'withdrawn', label: 'The request was withdrawn' },
] as const satisfies readonly Choice[]

/** Whether the person was told. */
export const TOLD_CHOICES = [
  { value: 'before', label: 'Yes, before' },
  { value: 'after', label: 'Yes, afterwards' },
  { value: 'later', label: 'To be told later' },
  { value: 'not', label: 'No' },
] as const satisfies readonly Choice[]

function isOneOf(codes: readonly string[], code: string): boolean {
  return codes.includes(code)
}
