import { findCode } from '#shared/law/code-list.ts'
import { LAWFUL_BASES, lawfulBasis } from '#shared/law/lawful-bases.ts'
import type { GroupKey } from '#shared/registers/activities/activity.list.ts'
import type { LawfulBasisCode } from '#shared/registers/activities/activity.parts.ts'
import { ActivityStatus } from '#shared/registers/activities/activity.schema.ts'
import type { Role } from '#shared/registers/contracts/contract.schema.ts'
import type { DataClass } from '#shared/registers/vocabulary/term.schema.ts'

export const ROLE_WORDS: Record<Role, string> = {
  controller: 'Controller',
  jointController: 'Joint controller',
  processor: 'Processor',
}

export const CLASS_WORDS: Record<DataClass, string> = {
  ordinary: 'Ordinary',
  special: 'Special category',
  criminal: 'Criminal offence',
}

/** The classes as a narrow column says them. */
export const SHORT_CLASS_WORDS: Record<DataClass, string> = {
  ordinary: 'Ordinary',
  special: 'Special',
  criminal: 'Criminal',
}

export const STATUS_WORDS: Record<ActivityStatus, string> = {
  draft: 'Draft',
  'in review': 'In review',
  approved: 'Approved',
  retired: 'Retired',
}

export const STATUSES: readonly ActivityStatus[] = ActivityStatus.options

/** A basis as people say it: "6(1)(e)". */
export function basisWords(code: LawfulBasisCode): string {
  return lawfulBasis(code).short
}

/** What a group's rows have in common, in words; codes of several values are parted by spaces. */
export function groupWords(groupBy: GroupKey, label: string): string {
  const codes = label.split(/\s+/).filter(Boolean)
  const words: { readonly [code: string]: string } = { ...ROLE_WORDS, ...STATUS_WORDS, ...CLASS_WORDS }
  if (groupBy === 'bases') return codes.map((code) => findCode(LAWFUL_BASES, code)?.short ?? code).join(', ')
  if (groupBy === 'classes') return codes.map((code) => words[code] ?? code).join(', ')
  if (groupBy === 'role' || groupBy === 'status') return words[label] ?? label
  return label
}
