import { z } from 'zod'
import { type Answer, answerOf, TO_BE_DETERMINED } from '#shared/answer.ts'
import { Line, Passage, RecordId, type RegisterName } from '#shared/records/record.ts'
import type { VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** One of the answers to choose from. */
export type Choice<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

/** What every field may say about itself besides its label. */
export type About = {
  readonly hint?: string
  /** The law that asks for it. */
  readonly citation?: string
  /** Takes the whole width of the form. */
  readonly wide?: boolean
  /** Where it is set instead of in the form, for example "Recorded on the page “Decide”"; a change from elsewhere is refused. */
  readonly setBy?: string
}

/** How a field is entered and shown. */
export type FieldForm =
  | { readonly kind: 'line' | 'passage' | 'lines' | 'day' | 'moment' | 'yesNo' | 'number' | 'tally' }
  | { readonly kind: 'choice' | 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'link' | 'links'; readonly register: RegisterName; readonly relation?: 'own' | 'other' }
  | { readonly kind: 'term' | 'terms'; readonly vocabulary: VocabularyName }
  | { readonly kind: 'country' | 'countries' }
  | { readonly kind: 'items'; readonly fields: Fields; readonly called: string }
  | { readonly kind: 'kept'; readonly sayOf: (entry: never) => string }
  | { readonly kind: 'files' }
  | { readonly kind: 'answer'; readonly of: Field }

/** One field of a described register: its label, how it is entered, what may be kept, and what an empty one holds. */
export type Field<Schema extends z.ZodType = z.ZodType> = FieldForm &
  About & { readonly label: string; readonly schema: Schema; readonly blank: z.output<Schema> }

export type Fields = Readonly<Record<string, Field>>

/** The schemas of some fields, key by key. */
export type ShapeOf<F extends Fields> = { -readonly [Key in keyof F]: F[Key]['schema'] }

/** The schemas of some fields as `z.object` wants them; what was kept before a field was there reads as its blank. */
export function shapeOf<F extends Fields>(fields: F): ShapeOf<F> {
  const entries = Object.entries(fields).map(([key, { schema, blank }]) => [
    key,
    schema.prefault(blank as never),
  ])
  return Object.fromEntries(entries) as ShapeOf<F>
}

/** What is kept while nobody has filled in anything. */
export function blanksOf<F extends Fields>(fields: F): { [Key in keyof F]: z.output<F[Key]['schema']> } {
  return Object.fromEntries(Object.entries(fields).map(([key, { blank }]) => [key, blank])) as never
}

/** A line of text. */
export const line = (label: string, about: About = {}) => make({ kind: 'line' }, label, about, Line, '')

/** Text of several lines. */
export const passage = (label: string, about: About = {}) =>
  make({ kind: 'passage' }, label, { wide: true, ...about }, Passage, '')

/** Several lines, each a thing of its own. */
export const lines = (label: string, about: About = {}) =>
  make({ kind: 'lines' }, label, { wide: true, ...about }, z.array(Line), [] as string[])

/** A day; null while it is not known. */
export const day = (label: string, about: About = {}) =>
  make({ kind: 'day' }, label, about, PlainDate.nullable(), null)

/** A day and time, kept in UTC, entered and shown in UK time; null while it is not known. */
export const moment = (label: string, about: About = {}) =>
  make({ kind: 'moment' }, label, about, Instant.nullable(), null)

/** Yes, no, or not known yet (null). */
export const yesNo = (label: string, about: About = {}) =>
  make({ kind: 'yesNo' }, label, about, z.boolean().nullable(), null)

/** A whole number, or null while it is not known. */
export const number = (label: string, about: About = {}) =>
  make({ kind: 'number' }, label, about, z.int().min(0).nullable(), null)

/** How many: exactly, about, between two numbers, or not known yet. */
export const Tally = z.object({
  state: z.enum(['unknown', 'exact', 'estimate', 'range']),
  from: z.int().min(0).nullable(),
  to: z.int().min(0).nullable(),
})
export type Tally = z.infer<typeof Tally>

/** A number of people or records that may be exact, an estimate, a range or unknown; unknown is not nought. */
export const tally = (label: string, about: About = {}) =>
  make({ kind: 'tally' }, label, about, Tally, { state: 'unknown', from: null, to: null } as Tally)

/** One of several answers; null while it is not known. */
export function choice<const Value extends string>(
  label: string,
  choices: readonly Choice<Value>[],
  about: About = {},
) {
  return make({ kind: 'choice', choices }, label, about, z.enum(valuesOf(choices)).nullable(), null)
}

/** Any number of several answers. */
export function choices<const Value extends string>(
  label: string,
  offered: readonly Choice<Value>[],
  about: About = {},
) {
  const schema = z.array(z.enum(valuesOf(offered)))
  return make({ kind: 'choices', choices: offered }, label, { wide: true, ...about }, schema, [] as Value[])
}

/** Another record; null for none or not known. */
export const link = (
  label: string,
  register: RegisterName,
  about: About & { relation?: 'own' | 'other' } = {},
) => make({ kind: 'link', register, ...relationIn(about) }, label, about, RecordId.nullable(), null)

/** Any number of other records. */
export const links = (
  label: string,
  register: RegisterName,
  about: About & { relation?: 'own' | 'other' } = {},
) =>
  make(
    { kind: 'links', register, ...relationIn(about) },
    label,
    { wide: true, ...about },
    z.array(RecordId),
    [] as string[],
  )

/** A word of the library. */
export const term = (label: string, vocabulary: VocabularyName, about: About = {}) =>
  make({ kind: 'term', vocabulary }, label, about, RecordId.nullable(), null)

/** Words of the library. */
export const terms = (label: string, vocabulary: VocabularyName, about: About = {}) =>
  make({ kind: 'terms', vocabulary }, label, { wide: true, ...about }, z.array(RecordId), [] as string[])

/** ISO 3166-1 alpha-2. */
const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, for example FR')

/** A country; null while it is not known. */
export const country = (label: string, about: About = {}) =>
  make({ kind: 'country' }, label, about, CountryCode.nullable(), null)

/** Countries. */
export const countries = (label: string, about: About = {}) =>
  make({ kind: 'countries' }, label, { wide: true, ...about }, z.array(CountryCode), [] as string[])

/**
 * Any number of entries that belong to the record, each with an id of its own.
 * `called` names the field that says what an entry is.
 */
export function items<F extends Fields>(
  label: string,
  fields: F,
  about: About & { readonly called: keyof F & string },
) {
  const schema = z.array(z.object({ id: RecordId, ...shapeOf(fields) }))
  const form = { kind: 'items', fields, called: about.called } as const
  return make(form, label, { wide: true, ...about }, schema, [] as never as z.output<typeof schema>)
}

/** A question that may be answered, left to be determined, or set aside with a reason. */
export function answer<Schema extends z.ZodType>(of: Field<Schema>) {
  const { label, hint, citation, wide } = of
  const about: About = {
    ...(hint && { hint }),
    ...(citation && { citation }),
    ...(wide !== undefined && { wide }),
  }
  const blank: Answer<z.output<Schema>> = TO_BE_DETERMINED
  return make({ kind: 'answer', of }, label, about, answerOf(of.schema), blank as never)
}

/** A field of a form, with what it says about itself; the kinds above are made by it. */
export function make<Schema extends z.ZodType>(
  form: FieldForm,
  label: string,
  about: About,
  schema: Schema,
  blank: z.output<Schema>,
): Field<Schema> {
  return { ...about, ...form, label, schema, blank }
}

const valuesOf = <Value extends string>(offered: readonly Choice<Value>[]) =>
  offered.map(({ value }) => value) as [Value, ...Value[]]

const relationIn = ({ relation }: { relation?: 'own' | 'other' }) => (relation ? { relation } : {})
