import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { fieldOf } from './parts.ts'
import type { AnyDescribed, AnyRecord } from './register.ts'

/** One change for many records: a field set, or one entry of a list added, removed or replaced. */
export const RecordBulkEdit = z.discriminatedUnion('action', [
  z.object({ action: z.literal('set'), field: z.string(), value: z.unknown() }),
  z.object({ action: z.literal('add'), field: z.string(), value: z.string().min(1) }),
  z.object({ action: z.literal('remove'), field: z.string(), value: z.string().min(1) }),
  z.object({
    action: z.literal('replace'),
    field: z.string(),
    value: z.string().min(1),
    by: z.string().min(1),
  }),
])
export type RecordBulkEdit = z.infer<typeof RecordBulkEdit>

const SET_KINDS = new Set(['line', 'day', 'yesNo', 'choice', 'link', 'term', 'country', 'number'])
const LIST_KINDS = new Set(['choices', 'links', 'terms', 'countries', 'lines'])
const BASE_FIELDS = new Set(['owner', 'organisationId'])

/** What may be done to a field across many records. */
export function bulkActionsOf(description: AnyDescribed, key: string): readonly RecordBulkEdit['action'][] {
  if (BASE_FIELDS.has(key)) return ['set']
  const field = fieldOf(description, key)
  if (field?.setBy) return []
  const kind = field?.kind ?? ''
  if (SET_KINDS.has(kind)) return ['set']
  return LIST_KINDS.has(kind) ? ['add', 'remove', 'replace'] : []
}

/** The record after a bulk change; the same object when it makes no difference. Refuses a field that cannot be changed so. */
export function applyRecordBulk(
  description: AnyDescribed,
  record: AnyRecord,
  edit: RecordBulkEdit,
): AnyRecord {
  if (!bulkActionsOf(description, edit.field).includes(edit.action))
    throw new AppError('invalid', `“${edit.field}” cannot be changed for many records at once.`)
  const before = record[edit.field]
  const after = edit.action === 'set' ? edit.value : changedList(before as readonly string[], edit)
  return JSON.stringify(after) === JSON.stringify(before) ? record : { ...record, [edit.field]: after }
}

function changedList(
  entries: readonly string[],
  edit: Exclude<RecordBulkEdit, { action: 'set' }>,
): readonly string[] {
  switch (edit.action) {
    case 'add':
      return entries.includes(edit.value) ? entries : [...entries, edit.value]
    case 'remove':
      return entries.filter((entry) => entry !== edit.value)
    case 'replace':
      return [...new Set(entries.map((entry) => (entry === edit.value ? edit.by : entry)))]
  }
}
