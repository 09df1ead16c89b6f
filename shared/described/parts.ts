import type { RegisterName } from '#shared/records/record.ts'
import type { Field, Fields } from './field.ts'
import type { AnyDescribed, AnyRecord } from './register.ts'

/** One value of a record and the field it stands in; entries of a list give theirs one by one. */
export type FieldValue = { readonly key: string; readonly field: Field; readonly value: unknown }

/** Every field of a record with what it holds; entries and answers are looked into. */
export function valuesOf(description: AnyDescribed, record: AnyRecord): readonly FieldValue[] {
  return within(description.fields, record)
}

function within(fields: Fields, holder: Readonly<Record<string, unknown>>): readonly FieldValue[] {
  return Object.entries(fields).flatMap(([key, field]) => opened(key, field, holder[key]))
}

function opened(key: string, field: Field, value: unknown): readonly FieldValue[] {
  if (field.kind === 'items')
    return (value as Record<string, unknown>[]).flatMap((item) => within(field.fields, item))
  if (field.kind !== 'answer') return [{ key, field, value }]
  const given = value as { state: string; value?: unknown; because?: string }
  return given.state === 'value' ? opened(key, field.of, given.value) : []
}

/** A reference from a record to another, and the field it stands in. */
export type Reference = {
  readonly register: RegisterName
  readonly id: string
  readonly place: string
}

/** The records a record refers to, each once for each field. */
export function referencesOf(description: AnyDescribed, record: AnyRecord): readonly Reference[] {
  const own: readonly Reference[] = record.organisationId
    ? [{ register: 'organisations', id: record.organisationId, place: 'Organisation' }]
    : []
  const found = valuesOf(description, record).flatMap(({ field, value }) => referencesIn(field, value))
  return [
    ...new Map([...own, ...found].map((one) => [`${one.register} ${one.id} ${one.place}`, one])).values(),
  ]
}

function referencesIn(field: Field, value: unknown): readonly Reference[] {
  const register = registerOf(field)
  if (!register) return []
  const ids = (Array.isArray(value) ? value : [value]) as (string | null)[]
  return ids.flatMap((id) => (id ? [{ register, id, place: field.label }] : []))
}

/** The register a field refers to, if it refers to one. */
export function registerOf(field: Field): RegisterName | null {
  if (field.kind === 'link' || field.kind === 'links') return field.register
  return field.kind === 'term' || field.kind === 'terms' ? 'vocabulary' : null
}

/** The field with a key, in the form or among what every record has. */
export function fieldOf(description: AnyDescribed, key: string): Field | undefined {
  return Object.hasOwn(description.fields, key) ? description.fields[key] : undefined
}

/** What a filter by answers finds a record by: ` right=access state=open `, each once. */
export function facetsOf(description: AnyDescribed, record: AnyRecord): string {
  const tokens = description.facets.flatMap((key) => {
    const values = facetValues(record[key], fieldOf(description, key))
    return (values.length > 0 ? values : ['']).map((value) => `${key}=${value}`)
  })
  return ` ${[...new Set(tokens)].join(' ')} `
}

function facetValues(value: unknown, field: Field | undefined): readonly string[] {
  if (field?.kind === 'answer') {
    const given = value as { state: string; value?: unknown }
    return given.state === 'value' ? facetValues(given.value, field.of) : [given.state]
  }
  if (value === null || value === undefined) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return Array.isArray(value) ? (value as string[]) : [String(value as string)]
}
