import { labelOf } from '#shared/law/code-list.ts'
import { LAWFUL_BASES, RECOGNISED_INTERESTS } from '#shared/law/lawful-bases.ts'
import { SCHEDULE_1_CONDITIONS } from '#shared/law/schedule-1-conditions.ts'
import { SPECIAL_CATEGORY_CONDITIONS } from '#shared/law/special-category-conditions.ts'
import { TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'
import type { Answer } from '#shared/answer.ts'
import type { RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import type { ActivityStatus, Disclosure } from '#shared/registers/activities/activity.schema.ts'
import type { Role } from '#shared/registers/contracts/contract.schema.ts'
import type { DataClass } from '#shared/registers/vocabulary/term.schema.ts'

export type Option<Value extends string = string> = { readonly value: Value; readonly label: string }

const optionsOf = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: label as string }))

const shortOptions = (list: readonly { code: string; short: string; label: string }[]) =>
  list.map(({ code, short, label }) => ({ value: code, label: `${short} ${label}` }))

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  controller: 'Controller',
  jointController: 'Joint controller',
  processor: 'Processor',
}
export const ROLES = optionsOf(ROLE_WORDS)

const STATUS_WORDS: Readonly<Record<ActivityStatus, string>> = {
  draft: 'Draft',
  'in review': 'In review',
  approved: 'Approved',
  retired: 'Retired',
}
export const STATUSES = optionsOf(STATUS_WORDS)

export const CLASS_WORDS: Readonly<Record<DataClass, string>> = {
  ordinary: 'Ordinary',
  special: 'Special category',
  criminal: 'Criminal offence',
}
export const CLASSES = optionsOf(CLASS_WORDS)

const CAPACITY: Readonly<Record<Disclosure['capacity'], string>> = {
  controller: 'Controller of its own',
  jointController: 'Joint controller',
  processor: 'Processor for this organisation',
  unknown: 'To be determined',
}
export const CAPACITIES = optionsOf(CAPACITY)

const FATE: Readonly<Record<RetentionRule['fate'], string>> = {
  erase: 'Erase',
  anonymise: 'Anonymise',
  archive: 'Archive',
  'return to customer': 'Return to the customer',
  review: 'Review, then decide',
  unknown: 'To be determined',
}
export const FATES = optionsOf(FATE)

export const BASES = shortOptions(LAWFUL_BASES)
export const ARTICLE_9 = shortOptions(SPECIAL_CATEGORY_CONDITIONS)
export const SCHEDULE_1 = SCHEDULE_1_CONDITIONS.map(({ code, paragraph, label }) => ({
  value: code,
  label: `para ${paragraph} ${label}`,
}))
export const ANNEX_1 = RECOGNISED_INTERESTS.map(({ code, label }) => ({ value: code, label }))
export const MECHANISMS = TRANSFER_MECHANISMS.map(({ code, label }) => ({ value: code, label }))

/** A lawful basis in a few words: "6(1)(e) Public task". */
export function basisInWords(basis: Answer<string>): string {
  if (basis.state === 'toBeDetermined') return 'basis to be determined'
  if (basis.state === 'notApplicable') return `no basis: ${basis.because}`
  return BASES.find(({ value }) => value === basis.value)?.label ?? basis.value
}

/** What to show for a transfer mechanism. */
export function mechanismInWords(mechanism: Answer<string>): string {
  if (mechanism.state === 'toBeDetermined') return 'mechanism to be determined'
  if (mechanism.state === 'notApplicable') return `no mechanism: ${mechanism.because}`
  return labelOf(TRANSFER_MECHANISMS, mechanism.value)
}

/** A retention rule in one line: "7 years from contract closure, then erase". */
export function retentionInWords(retention: Answer<RetentionRule>): string {
  if (retention.state === 'toBeDetermined') return 'to be determined'
  if (retention.state === 'notApplicable') return `not applicable: ${retention.because}`
  const { period, trigger, criterion, fate } = retention.value
  const length = period
    ? `${period.amount} ${period.amount === 1 ? period.unit.slice(0, -1) : period.unit}`
    : criterion
  const from = trigger ? `${length ? ' from ' : 'from '}${period ? lowerFirst(trigger) : ''}` : ''
  const end = fate === 'unknown' ? '' : `, then ${FATE[fate].toLowerCase()}`
  return (period ? `${length}${from}` : length || trigger || 'no period') + end
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
