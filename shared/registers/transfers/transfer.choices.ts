import type { Choice } from '#shared/described/field.ts'
import { TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'

/** How the data gets there. */
export const WAY_CHOICES = [
  { value: 'sending', label: 'Sent or stored there' },
  { value: 'remoteAccess', label: 'Seen from there: remote access' },
  { value: 'onward', label: 'Passed on by a processor' },
  { value: 'hosting', label: 'Hosting location, at home or abroad' },
] as const satisfies readonly Choice[]

/** How far the transfer is. */
export const STAGE_CHOICES = [
  { value: 'possible', label: 'Possible: named or asked about, not confirmed' },
  { value: 'planned', label: 'Planned' },
  { value: 'happening', label: 'Happening' },
  { value: 'stopped', label: 'Stopped' },
] as const satisfies readonly Choice[]

/** What may let it happen, by code. @source UK GDPR Art 44A */
export const MECHANISM_CHOICES: readonly Choice[] = TRANSFER_MECHANISMS.map(({ code, label, citation }) => ({
  value: code,
  label,
  hint: citation,
}))

/** The module of the EU clauses that the Addendum completes. */
export const MODULE_CHOICES = [
  { value: '1', label: 'Module 1: controller to controller' },
  { value: '2', label: 'Module 2: controller to processor' },
  { value: '3', label: 'Module 3: processor to processor' },
  { value: '4', label: 'Module 4: processor to controller' },
] as const satisfies readonly Choice[]

/** What the data protection test found. @source UK GDPR Art 46(1A) */
export const OUTCOME_CHOICES = [
  { value: 'notLower', label: 'Protection is not materially lower' },
  { value: 'notLowerWithMeasures', label: 'Not materially lower with the measures named here' },
  { value: 'lower', label: 'Protection is materially lower' },
] as const satisfies readonly Choice[]
