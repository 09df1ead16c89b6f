import { BulkEdit, TermListField } from '#shared/registers/activities/activity.bulk.ts'
import type { VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'

export type BulkField = 'status' | 'owner' | 'reviewOn' | 'functionId' | 'organisationId' | TermListField
export type BulkAction = BulkEdit['action']

/** What can be changed across activities, in words. */
export const BULK_FIELDS: Record<BulkField, string> = {
  status: 'Status',
  owner: 'Owner',
  reviewOn: 'Review date',
  functionId: 'Function',
  organisationId: 'Organisation',
  peopleIds: 'People',
  categories: 'Data',
  recipients: 'Recipients',
  systemIds: 'Systems',
  measureIds: 'Security measures',
}

/** The word list a field draws on, or null when it draws on none. */
export const VOCABULARY_OF: Partial<Record<BulkField, VocabularyName>> = {
  functionId: 'functions',
  peopleIds: 'people',
  categories: 'data',
  recipients: 'recipients',
  systemIds: 'systems',
  measureIds: 'measures',
}

/** What can be done to a field: single values are set, lists are added to, taken from, or replaced in. */
export function actionsFor(field: BulkField): readonly BulkAction[] {
  return TermListField.safeParse(field).success ? ['add', 'remove', 'replace'] : ['set']
}

/** What the person put together so far. */
export type BulkDraft = {
  readonly field: BulkField
  readonly action: BulkAction
  readonly value: string
  readonly by: string
}

export const FIRST_DRAFT: BulkDraft = { field: 'status', action: 'set', value: '', by: '' }

/** Another field, with what can be done to it. */
export function withField(field: BulkField): BulkDraft {
  return { field, action: actionsFor(field)[0] ?? 'set', value: '', by: '' }
}

/** The change a draft stands for, or null while it is not complete. An empty owner or date clears it. */
export function editOf({ field, action, value, by }: BulkDraft): BulkEdit | null {
  const clears = field === 'reviewOn' || field === 'functionId' || field === 'organisationId'
  const parsed = BulkEdit.safeParse({
    action,
    field,
    value: clears && value === '' ? null : value,
    ...(action === 'replace' && { by }),
  })
  if (!parsed.success || (field !== 'owner' && !clears && value === '')) return null
  return parsed.data
}
