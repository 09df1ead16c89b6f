import { z } from 'zod'

/** One field that differs between two states of a record; texts as a person reads them, null for "not there". */
export const FieldChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** The name of the record an id stands for, when there is one. */
export type NameOf = (id: string) => string | undefined

type Fields = Readonly<Record<string, unknown>>

/** What differs between two states of a record, field by field; parts with an id are compared part by part. */
export function changesBetween(before: Fields | null, after: Fields | null, nameOf: NameOf): FieldChange[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (key) => key !== 'id',
  )
  return keys.flatMap((key) => changesOfField(fieldLabel(key), before?.[key], after?.[key], nameOf))
}

function changesOfField(field: string, before: unknown, after: unknown, nameOf: NameOf): FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (areParts(before) && areParts(after)) return changesOfParts(field, before, after, nameOf)
  const [was, is] = [textOf(before, nameOf), textOf(after, nameOf)]
  return was === is ? [] : [{ field, before: was, after: is }]
}

function changesOfParts(
  field: string,
  before: readonly Part[],
  after: readonly Part[],
  nameOf: NameOf,
): FieldChange[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const [was, is] = [before, after].map((parts) => parts.find((part) => part.id === id))
    const name = `${field}: ${partName((is ?? was)!, nameOf)}`
    if (!was || !is) return [{ field: name, before: textOf(was, nameOf), after: textOf(is, nameOf) }]
    return changesBetween(was, is, nameOf).map((change) => ({
      ...change,
      field: `${name} – ${change.field.toLowerCase()}`,
    }))
  })
}

type Part = Fields & { readonly id: string }

function areParts(value: unknown): value is readonly Part[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => isFields(item) && typeof item['id'] === 'string')
  )
}

/** What a part is called: its text, or the term it is about. */
function partName(part: Part, nameOf: NameOf): string {
  for (const key of ['text', 'categoryId', 'recipientId', 'place']) {
    const value = part[key]
    if (typeof value === 'string' && value !== '') return shortened(nameOf(value) ?? value)
  }
  return 'one entry'
}

/** Any value of a record as a person reads it, or null when there is nothing to read. */
export function textOf(value: unknown, nameOf: NameOf): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') return nameOf(value) ?? value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return joined(
      value.map((item) => textOf(item, nameOf)),
      '; ',
    )
  return isFields(value) ? textOfFields(value, nameOf) : null
}

function textOfFields(fields: Fields, nameOf: NameOf): string | null {
  if (fields['state'] === 'toBeDetermined') return 'To be determined'
  if (fields['state'] === 'notApplicable') return `Not applicable: ${String(fields['because'])}`
  if (fields['state'] === 'value') return textOf(fields['value'], nameOf)
  const parts = Object.entries(fields).map(([key, value]) => {
    const text = key === 'id' ? null : textOf(value, nameOf)
    return text && text !== 'To be determined' ? `${fieldLabel(key)}: ${text}` : null
  })
  return joined(parts, ', ')
}

function joined(texts: ReadonlyArray<string | null>, separator: string): string | null {
  return texts.filter(Boolean).join(separator) || null
}

const LABELS: Readonly<Record<string, string>> = {
  peopleIds: 'People',
  partyIds: 'Parties',
  systemIds: 'Systems and stores',
  measureIds: 'Security measures',
  contractIds: 'Contracts',
  relatedIds: 'Related activities',
  statuteIds: 'Statutes',
  sourceIds: 'Sources',
  organisationId: 'Organisation',
  customerId: 'Customer',
  functionId: 'Business function',
  parentId: 'Part of',
  categoryId: 'Category',
  recipientId: 'Recipient',
  data: 'Personal data',
  disclosures: 'Recipients',
  destinations: 'Transfers abroad',
  basis: 'Lawful basis',
  basisNote: 'How the basis is met',
  article9: 'Article 9 condition',
  schedule1: 'Schedule 1 condition',
  dpia: 'DPIA',
  onlyIf: 'Only if',
  icoRegistration: 'Registration with the regulator',
  reviewOn: 'Review date',
  waivers: 'Gaps set aside',
}

/** A field's name as a person reads it: "legalName" is "Legal name". */
export function fieldLabel(key: string): string {
  const label = LABELS[key]
  if (label) return label
  const words = key.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
