import type { Nation, Relation } from '#shared/registers/organisations/organisation.schema.ts'

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  own: 'Own organisation',
  customer: 'Customer',
  partner: 'Partner',
}
export const RELATIONS = Object.entries(RELATION_WORDS).map(([value, label]) => ({ value, label }))

const NATION_WORDS: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}
export const NATIONS = Object.entries(NATION_WORDS).map(([value, label]) => ({ value, label }))
