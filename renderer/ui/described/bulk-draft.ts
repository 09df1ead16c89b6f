import { bulkActionsOf, RecordBulkEdit } from '#shared/described/bulk.ts'
import type { Field } from '#shared/described/field.ts'
import { link, line } from '#shared/described/field.ts'
import { fieldOf } from '#shared/described/parts.ts'
import type { AnyDescribed } from '#shared/described/register.ts'

export type BulkAction = RecordBulkEdit['action']

/** What the person put together so far. */
export type RecordBulkDraft = {
  readonly field: string
  readonly action: BulkAction
  readonly value: unknown
  readonly by: unknown
}

const BASE: Readonly<Record<string, Field>> = {
  owner: line('Owner'),
  organisationId: link('Organisation', 'organisations', { relation: 'own' }),
}

/** The field a bulk change is about: one of the form, or one that every record has. */
export function bulkFieldOf(description: AnyDescribed, key: string): Field | undefined {
  return BASE[key] ?? fieldOf(description, key)
}

/** Every field that can be changed across records, in the order of the form. */
export function bulkFields(description: AnyDescribed): { value: string; label: string }[] {
  const keys = [...Object.keys(description.fields), 'organisationId', 'owner']
  return keys
    .filter((key) => bulkActionsOf(description, key).length > 0)
    .map((value) => ({ value, label: bulkFieldOf(description, value)?.label ?? value }))
}

/** Another field, with what can be done to it first. */
export function draftOf(description: AnyDescribed, field: string): RecordBulkDraft {
  const [action = 'set'] = bulkActionsOf(description, field)
  return { field, action, value: null, by: null }
}

/** The change a draft stands for, or null while it is not complete. Nothing chosen clears a single value. */
export function editOfDraft(
  description: AnyDescribed,
  { field, action, value, by }: RecordBulkDraft,
): RecordBulkEdit | null {
  const kind = bulkFieldOf(description, field)?.kind
  if (action === 'set') return { action, field, value: kind === 'line' ? (value ?? '') : value }
  const parsed = RecordBulkEdit.safeParse({ action, field, value, ...(action === 'replace' && { by }) })
  return parsed.success ? parsed.data : null
}

/** The field one entry of a list is chosen with: a list of terms takes one term. */
export function entryField(field: Field): Field {
  const single = {
    choices: 'choice',
    links: 'link',
    terms: 'term',
    countries: 'country',
    lines: 'line',
  } as const
  const kind = single[field.kind as keyof typeof single]
  return kind ? ({ ...field, kind } as Field) : field
}
