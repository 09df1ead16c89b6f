import type { Field, Fields } from './field.ts'
import type { AnyDescribed, AnyRecord } from './register.ts'

type Holder = Readonly<Record<string, unknown>>

/** A record without any reference to another. */
export function withoutReference(description: AnyDescribed, record: AnyRecord, id: string): AnyRecord {
  return { ...record, ...cleared(description.fields, record, id) }
}

function cleared(fields: Fields, holder: Holder, id: string): Holder {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, clearedValue(field, holder[key], id)]),
  )
}

function clearedValue(field: Field, value: unknown, id: string): unknown {
  switch (field.kind) {
    case 'link':
    case 'term':
      return value === id ? null : value
    case 'links':
    case 'terms':
      return (value as string[]).filter((one) => one !== id)
    case 'items':
      return (value as Holder[]).map((item) => ({ ...item, ...cleared(field.fields, item, id) }))
    case 'answer':
      return clearedAnswer(field.of, value as { state: string; value?: unknown }, id)
    default:
      return value
  }
}

function clearedAnswer(of: Field, given: { state: string; value?: unknown }, id: string): unknown {
  if (given.state !== 'value') return given
  const value = clearedValue(of, given.value, id)
  return value === null ? { state: 'toBeDetermined' } : { state: 'value', value }
}
