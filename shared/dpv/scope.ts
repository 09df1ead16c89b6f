import type { RegisterContent } from '#shared/records/register-content.ts'
import type { VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { countryNamed, findCountry } from '#shared/law/countries.ts'
import { type KindName, KINDS } from './kinds.ts'
import { thing } from './names.ts'

/** Finds what records refer to. What is not in the export is not referred to either. */
export type Scope = {
  readonly one: (kind: KindName, id: string | null | undefined) => string | undefined
  readonly all: (kind: KindName, ids: readonly (string | null)[]) => readonly (string | undefined)[]
}

/** What an export of a content holds, by kind and id. */
export function scopeOf(content: RegisterContent): Scope {
  const there = new Set<string>()
  const add = (kind: string, records: readonly { readonly id: string }[]) => {
    for (const { id } of records) there.add(thing(kind, id))
  }
  add('activities', content.activities)
  add('organisations', content.organisations)
  add('contracts', content.contracts)
  for (const term of content.terms) there.add(thing(term.vocabulary satisfies VocabularyName, term.id))
  for (const [name, records] of Object.entries(content.described)) if (name in KINDS) add(name, records)
  const one: Scope['one'] = (kind, id) => {
    const name = id === null || id === undefined ? undefined : thing(kind, id)
    return name !== undefined && there.has(name) ? name : undefined
  }
  return { one, all: (kind, ids) => ids.map((id) => one(kind, id)) }
}

/** The country with a code, as the Data Privacy Vocabulary names it. */
export function countryOfCode(code: string | null): string | undefined {
  const country = code === null ? undefined : findCountry(code)
  return country && `loc:${country.code}`
}

/** The country that a text names, as the Data Privacy Vocabulary names it. */
export function countryOfText(text: string): string | undefined {
  return countryOfCode(countryNamed(text)?.code ?? null)
}
