import type { Answer } from '#shared/answer.ts'
import type { RegisterName } from '#shared/records/record.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, formatInstant, type PlainDate } from '#shared/time/plain-date.ts'
import type { Field, Fields, Tally } from './field.ts'
import type { FileEntry } from './kept-fields.ts'

/** The name of the record, term or country that a code or id stands for. */
export type Naming = (kind: RegisterName | 'country', id: string) => string | undefined

/** What a field that holds nothing is called. */
export const NOT_KNOWN = 'Not known yet'
const GONE = 'a record that is no longer there'

/** What a field holds, as lines a person reads; no line when it holds nothing. */
export function linesOf(field: Field, value: unknown, nameOf: Naming): readonly string[] {
  if (value === null || value === undefined || value === '') return []
  switch (field.kind) {
    case 'line':
    case 'passage':
      return [value as string]
    case 'number':
      return [(value as number).toLocaleString('en-GB')]
    case 'yesNo':
      return [value ? 'Yes' : 'No']
    case 'day':
      return [formatDay(value as PlainDate)]
    case 'moment':
      return [formatInstant(value as Instant)]
    case 'tally':
      return tallyLines(value as Tally)
    case 'lines':
      return value as string[]
    case 'choice':
    case 'choices':
      return asList(value).map((one) => field.choices.find((choice) => choice.value === one)?.label ?? one)
    case 'link':
    case 'links':
      return asList(value).map((id) => nameOf(field.register, id) ?? GONE)
    case 'term':
    case 'terms':
      return asList(value).map((id) => nameOf('vocabulary', id) ?? GONE)
    case 'country':
    case 'countries':
      return asList(value).map((code) => nameOf('country', code) ?? code)
    case 'items':
      return (value as Item[]).map((item) => itemLine(field.fields, item, nameOf))
    case 'kept':
      return (value as never[]).map(field.sayOf)
    case 'files':
      return (value as FileEntry[]).map(fileLine)
    case 'answer':
      return answerLines(field.of, value as Answer<unknown>, nameOf)
  }
}

/** The same on one line. */
export function textOf(field: Field, value: unknown, nameOf: Naming): string {
  return linesOf(field, value, nameOf).join('; ')
}

type Item = Readonly<Record<string, unknown>> & { readonly id: string }

/** One entry: what it says, field by field, leaving out what is empty. */
function itemLine(fields: Fields, item: Item, nameOf: Naming): string {
  return Object.entries(fields)
    .flatMap(([key, field]) => {
      const text = textOf(field, item[key], nameOf)
      return text === '' ? [] : [`${field.label}: ${text}`]
    })
    .join(', ')
}

function fileLine({ name, bytes, sha256, about }: FileEntry): string {
  const what = about ? `${name}, ${about}` : name
  return `${what} (${bytes.toLocaleString('en-GB')} bytes, SHA-256 ${sha256})`
}

function answerLines(of: Field, given: Answer<unknown>, nameOf: Naming): readonly string[] {
  if (given.state === 'value') return linesOf(of, given.value, nameOf)
  return given.state === 'notApplicable' ? [`Not applicable: ${given.because}`] : []
}

function tallyLines({ state, from, to }: Tally): readonly string[] {
  const [low, high] = [from, to].map((count) => count?.toLocaleString('en-GB') ?? '?')
  if (state === 'unknown') return []
  if (state === 'exact') return [low!]
  return [state === 'estimate' ? `about ${low}` : `between ${low} and ${high}`]
}

const asList = (value: unknown) => (Array.isArray(value) ? value : [value]) as string[]
