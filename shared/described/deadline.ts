import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import { type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'

/**
 * How urgent by its nature a deadline is.
 *
 * - `law`      a statute sets it
 * - `promise`  a contract, a policy or a notice sets it
 * - `internal` we set it ourselves
 */
export type DeadlineWeight = 'law' | 'promise' | 'internal'

/** Something that may lawfully be done next: a page of the record, or fields to set at once. */
export type NextAction = {
  readonly label: string
  /** A page of the record to open, or null for the record itself. */
  readonly page: string | null
  /** The field to go to. */
  readonly field?: string
  /** What is set when the button is pressed; the engine checks it like any change. */
  readonly changes?: Readonly<Record<string, unknown>>
  /** The last day on which it may lawfully be done, and what to say instead of offering it afterwards. */
  readonly until?: { readonly day: PlainDate; readonly otherwise: string }
}

/** Whether an action may still be offered on a day. */
export function isOffered(
  { until }: { readonly until?: NextAction['until'] | undefined },
  today: PlainDate,
): boolean {
  return !until || today <= until.day
}

/** One date to keep, worked out from recorded facts and never typed in. */
export type Deadline = {
  /** Which of the record's deadlines it is: `answer`, `acknowledge`, `review`. */
  readonly key: string
  /** "Answer the request". */
  readonly title: string
  /** The last day, in the United Kingdom; null while the clock is paused. */
  readonly due: PlainDate | null
  /** The moment, for periods in hours. */
  readonly dueAt: Instant | null
  /** The day the clock stopped, while it is stopped. */
  readonly pausedSince: PlainDate | null
  /** Our own earlier target. */
  readonly target: PlainDate | null
  readonly weight: DeadlineWeight
  /** How the day comes about, in words. */
  readonly derivation: string
  readonly citation: string
  /** What to check, or a warning such as "bank holidays are known to 2028 only". */
  readonly warnings: readonly string[]
  readonly actions: readonly NextAction[]
}

/** What deadlines depend on besides the record. */
export type DeadlineContext = {
  readonly nationOf: (organisationId: string | null) => Nation
  /** Bank holidays the DPO added, by nation. */
  readonly extraHolidays: readonly { readonly day: PlainDate; readonly nation: Nation }[]
  /** Days after which we want requests answered, counted from the relevant date. */
  readonly targetDays: number
}

/** A deadline on a day that a record names. */
export function deadlineOn(
  key: string,
  title: string,
  due: PlainDate,
  why: Pick<Deadline, 'derivation' | 'citation'> & Partial<Deadline>,
): Deadline {
  return {
    key,
    title,
    due,
    dueAt: null,
    pausedSince: null,
    target: null,
    weight: 'internal',
    warnings: [],
    actions: [],
    ...why,
  }
}

/** The earliest of some deadlines, those that are paused last. */
export function earliest(deadlines: readonly Deadline[]): Deadline | undefined {
  return [...deadlines].sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))[0]
}

/** The day a deadline falls on in the United Kingdom; the end of time while it is paused. */
export function dayOf({ due, dueAt }: Deadline): string {
  return due ?? (dueAt ? ukDayOf(dueAt) : '9999-12-31')
}
