import { z } from 'zod'
import { Evidence, Line, Passage, RecordId } from '#shared/records/record.ts'
import { Waiver } from '#shared/registers/activities/activity.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { Deadline, DeadlineContext } from './deadline.ts'
import { blanksOf, type Fields, type ShapeOf, shapeOf } from './field.ts'
import type { DescribedName } from './names.ts'

/** A reminder put off: which deadline's, and until when. */
export const Snooze = z.object({ key: z.string().max(80), until: PlainDate })
export type Snooze = z.infer<typeof Snooze>

/** What every record of a described register has. */
const BASE = {
  id: RecordId,
  /** The number people quote, for example "RR-0012"; unique in the register. */
  reference: Line,
  /** What the list calls it. */
  name: z.string().trim().min(1, 'Give it a name').max(200),
  /** The one of our organisations it belongs to. */
  organisationId: RecordId.nullable(),
  owner: Line,
  evidence: z.array(Evidence),
  notes: Passage,
  waivers: z.array(Waiver),
  /** Reminders put off until a day; the clock itself goes on. */
  snoozed: z.array(Snooze).prefault([]),
} as const

export type BaseRecord = z.infer<z.ZodObject<typeof BASE>>

type Schema<F extends Fields> = z.ZodObject<typeof BASE & ShapeOf<F>>

/** A part of the form. Every field stands in exactly one. */
export type SectionOf<Key extends string> = {
  readonly title: string
  readonly hint?: string
  readonly fields: readonly Key[]
}

type Given<R extends DescribedName, F extends Fields> = {
  readonly register: R
  /** "Rights requests", and one of them: "rights request". */
  readonly label: string
  readonly one: string
  /** What the register is for, for its empty page, with one worked example. */
  readonly about: string
  readonly example: { readonly name: string; readonly says: string }
  /** The letters its references begin with. */
  readonly series: string
  readonly nameLabel: string
  readonly nameHint?: string
  readonly fields: F
  readonly sections: readonly SectionOf<keyof F & string>[]
  /** Fields the list shows after name and organisation, in order. */
  readonly list: readonly (keyof F & string)[]
  /** A column that is worked out from the record for the day, and stands before the others. */
  readonly worked?: {
    readonly key: string
    readonly label: string
    readonly text: (record: z.infer<Schema<F>>, today: PlainDate) => string
  }
  /** Choice, yes-no, term and country fields the list filters by. */
  readonly facets: readonly (keyof F & string)[]
  /** The choice field that says what kind a record is, and the one that says how far it is. */
  readonly category?: keyof F & string
  readonly status?: keyof F & string
  /** The day field that says when it began. */
  readonly day?: keyof F & string
  /** Whether nothing more is to be done. */
  readonly isClosed?: (record: z.infer<Schema<F>>) => boolean
  /** Why its records are never removed, and what is done instead; absent where they may be. */
  readonly keptBecause?: string
  /** Why a record may not become another, in a sentence with the way out; null when it may. Removal is `null`. */
  readonly refuses?: (before: z.infer<Schema<F>>, after: z.infer<Schema<F>> | null) => string | null
  /** What is due, why on that day, and what may be done next. */
  readonly deadlines?: (record: z.infer<Schema<F>>, context: DeadlineContext) => readonly Deadline[]
}

/** A register whose screens, exports and searches are made from its description. */
export type Described<R extends DescribedName = DescribedName, F extends Fields = Fields> = Given<R, F> & {
  readonly schema: Schema<F>
  /** A record of which only the name is known. */
  readonly blank: (id: string, name: string) => z.infer<Schema<F>>
}

export type RecordOf<D extends { readonly schema: z.ZodType }> = z.infer<D['schema']>

/** Any described register, where it does not matter which. */
export type AnyDescribed = Described<DescribedName, Fields>
export type AnyRecord = BaseRecord & Readonly<Record<string, unknown>>

/** Completes a description with the schema of its records. */
export function describeRegister<R extends DescribedName, const F extends Fields>(
  given: Given<R, F>,
): Described<R, F> {
  const schema = z.object({ ...BASE, ...shapeOf(given.fields) }) as unknown as Schema<F>
  return {
    ...given,
    schema,
    blank: (id, name) =>
      ({
        id,
        reference: '',
        name,
        organisationId: null,
        owner: '',
        evidence: [],
        notes: '',
        waivers: [],
        snoozed: [],
        ...blanksOf(given.fields),
      }) as unknown as z.infer<Schema<F>>,
  }
}
