import { sql } from 'kysely'
import { described } from '#shared/described/all.ts'
import type { Field } from '#shared/described/field.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { fieldOf } from '#shared/described/parts.ts'
import { textOf } from '#shared/described/words.ts'
import type { ReadDb } from '../../db/schema.ts'
import type { Lookups } from '../../records/lookups.ts'
import { namingOf } from '../../described/naming.ts'

/** How many records of a register give each answer its list can be filtered by. */
export async function facetsOfRegister(db: ReadDb, lookups: Lookups, register: DescribedName) {
  const description = described(register)
  const rows = await db
    .selectFrom('records')
    .select(['facets', sql<number>`count(*)`.as('count')])
    .where('register', '=', register)
    .groupBy('facets')
    .execute()
  const counts = new Map<string, number>()
  for (const { facets, count } of rows) {
    for (const token of facets.trim().split(' ')) counts.set(token, (counts.get(token) ?? 0) + Number(count))
  }
  return Promise.all(
    description.facets.map(async (key) => {
      const field = fieldOf(description, key)!
      const values = [...counts]
        .filter(([token]) => token.startsWith(`${key}=`))
        .map(([token, count]) => ({ value: token.slice(key.length + 1), count }))
      const labelled = await withLabels(db, lookups, field, values)
      return { key, label: field.label, values: labelled.toSorted(byOrderOf(field)) }
    }),
  )
}

type Value = { readonly value: string; readonly count: number }

async function withLabels(db: ReadDb, lookups: Lookups, field: Field, values: readonly Value[]) {
  const inner = field.kind === 'answer' ? field.of : field
  const register = inner.kind === 'link' || inner.kind === 'links' ? inner.register : null
  const nameOf = await namingOf(
    db,
    lookups,
    register ? values.map(({ value }) => ({ register, id: value })) : [],
  )
  return values.map(({ value, count }) => ({ value, count, label: labelOf(inner, value, nameOf) }))
}

function labelOf(field: Field, value: string, nameOf: Parameters<typeof textOf>[2]): string {
  if (value === '') return 'Not known yet'
  if (value === 'toBeDetermined') return 'To be determined'
  if (value === 'notApplicable') return 'Not applicable'
  return textOf(field, field.kind === 'yesNo' ? value === 'yes' : value, nameOf)
}

/** Choices in the order of the form, everything else by its words. */
function byOrderOf(field: Field) {
  const order =
    field.kind === 'choice' || field.kind === 'choices' ? field.choices.map(({ value }) => value) : []
  return (one: { value: string; label: string }, other: { value: string; label: string }) =>
    order.indexOf(one.value) - order.indexOf(other.value) || one.label.localeCompare(other.label)
}
