import type { Naming } from '#shared/described/words.ts'
import { DescribedName } from '#shared/described/names.ts'
import { countryName } from '#shared/law/countries.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'

/** Names of everything a register holds, for the words of its records; what is not there has none. */
export function namingOfContent(content: RegisterContent): Naming {
  const names = new Map<string, ReadonlyMap<string, string>>([
    ['organisations', titles(content.organisations, ({ legalName }) => legalName)],
    ['contracts', titles(content.contracts, ({ name }) => name)],
    ['vocabulary', titles(content.terms, ({ name }) => name)],
    ['activities', titles(content.activities, recordTitle)],
    ...DescribedName.options.map((name) => [name, titles(content.described[name], recordTitle)] as const),
  ])
  return (kind, id) => (kind === 'country' ? countryName(id) : names.get(kind)?.get(id))
}

/** "RR-0012 Access to the case file". */
export function recordTitle({ reference, name }: { readonly reference: string; readonly name: string }) {
  return reference ? `${reference} ${name}` : name
}

function titles<Kind extends { readonly id: string }>(
  records: readonly Kind[],
  titleOf: (record: Kind) => string,
): ReadonlyMap<string, string> {
  return new Map(records.map((record) => [record.id, titleOf(record)]))
}
