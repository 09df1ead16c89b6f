import type { AnyRecord } from '#shared/described/register.ts'
import type { ColumnLook } from '#shared/portability/source.ts'

const EMAIL = /[^\s<>(),;:]+@[^\s<>(),;:]+\.[a-z]{2,}/giu

/** What the request knows about the person that a column may hold: case numbers, email addresses, names. */
export function valuesOfRequest(record: AnyRecord): string[] {
  const text = (key: string) => ((record[key] as string | undefined) ?? '').trim()
  const lines = (key: string) => (record[key] as readonly string[] | undefined) ?? []
  const found = [
    ...lines('caseNumbers'),
    ...(`${text('sendTo')}\n${text('wording')}`.match(EMAIL) ?? []),
    text('personName') || text('requesterName'),
    ...lines('otherNames'),
  ].map((value) => value.trim())
  return [...new Set(found.filter((value) => value !== ''))]
}

/** The columns that may say whose row it is: one whose samples hold the person comes first, then those named so. */
export function likelyMatchColumns(columns: readonly ColumnLook[], person: readonly string[]): string[] {
  const wanted = new Set(person.map(plain))
  const holding = columns.filter(({ samples }) => samples.some((sample) => wanted.has(plain(sample))))
  const named = columns.filter(({ name }) => NAMED_SO.test(name))
  return [...new Set([...holding, ...named].map(({ name }) => name))].slice(0, 8)
}

const NAMED_SO =
  /e-?mail|(?:^|[_\s-])(?:carer|person|user|customer|client|account|member|subscriber|donor|contact)[_\s-]?(?:id|no|number|ref|reference)?$|^id$/iu

const plain = (value: string) => value.trim().toLowerCase()
