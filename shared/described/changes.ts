import { changesBetween, type FieldChange } from '#shared/records/changes.ts'
import type { AnyDescribed, AnyRecord } from './register.ts'
import { linesOf, type Naming } from './words.ts'

/** What differs between two states of a record, in the words of its form. */
export function changesOfRecord(
  description: AnyDescribed,
  before: AnyRecord | null,
  after: AnyRecord | null,
  nameOf: Naming,
): FieldChange[] {
  const base = changesBetween(baseOf(description, before), baseOf(description, after), (id) =>
    nameOf('organisations', id),
  )
  const own = Object.entries(description.fields).flatMap(([key, field]) => {
    const [was, is] = [before, after].map((record) =>
      record ? linesOf(field, record[key], nameOf).join('; ') || null : null,
    )
    return was === is ? [] : [{ field: field.label, before: was ?? null, after: is ?? null }]
  })
  return [...base, ...own]
}

/** What every record has, without what its description adds. */
function baseOf(description: AnyDescribed, record: AnyRecord | null) {
  if (!record) return null
  return Object.fromEntries(Object.entries(record).filter(([key]) => !Object.hasOwn(description.fields, key)))
}
