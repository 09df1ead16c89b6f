import { z } from 'zod'
import { RecordId, RegisterName } from '#shared/records/record.ts'
import { DescribedName } from '#shared/described/names.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/**
 * When something is due, seen from a day; `later` is more than seven days off. A period in hours is overdue from the
 * moment it ends, anything else from the day after.
 */
export const Bucket = z.enum(['overdue', 'today', 'week', 'later', 'paused', 'snoozed'])
export type Bucket = z.infer<typeof Bucket>

/** One date to keep: what is due, why on that day, and what may be done next. */
export const ClockLine = z.object({
  register: RegisterName,
  id: RecordId,
  /** The record's title; it may name a person. */
  title: z.string(),
  organisation: z.string(),
  key: z.string(),
  what: z.string(),
  due: PlainDate.nullable(),
  dueAt: Instant.nullable(),
  pausedSince: PlainDate.nullable(),
  target: PlainDate.nullable(),
  weight: z.enum(['law', 'promise', 'internal']),
  derivation: z.string(),
  citation: z.string(),
  warnings: z.array(z.string()),
  actions: z.array(
    z.object({
      label: z.string(),
      page: z.string().nullable(),
      field: z.string().optional(),
      changes: z.record(z.string(), z.unknown()).optional(),
      until: z.object({ day: PlainDate, otherwise: z.string() }).optional(),
    }),
  ),
  snoozedUntil: PlainDate.nullable(),
})
export type ClockLine = z.infer<typeof ClockLine>

const WhoseDates = z.object({ organisationId: RecordId.nullable() })

export const todayProcedures = {
  /** What is due across all registers, most urgent first, each bucket with its first lines and its whole number. */
  'today.queue': query({
    input: WhoseDates.extend({ perBucket: z.int().min(1).max(10_000) }),
    output: z.object({
      today: PlainDate,
      buckets: z.array(z.object({ bucket: Bucket, total: z.int(), lines: z.array(ClockLine) })),
    }),
  }),
  /** How many dates fall into each bucket, for badges. */
  'today.counts': query({
    input: WhoseDates,
    output: z.array(z.object({ bucket: Bucket, total: z.int() })),
  }),
  /** When the periods in hours end that still run, the earliest first; those whose reminder is put off are left out. */
  'today.moments': query({ input: WhoseDates, output: z.array(Instant) }),
  /** The dates from one day to another, both included, in order. */
  'today.calendar': query({
    input: WhoseDates.extend({ from: PlainDate, to: PlainDate }),
    output: z.array(ClockLine),
  }),
  /** Puts off a reminder, or with null takes that back; the clock is not touched. */
  'today.snooze': command({
    input: z.object({
      register: DescribedName,
      id: RecordId,
      key: z.string().max(80),
      until: PlainDate.nullable(),
    }),
    output: z.object({}),
  }),
  /** Writes the dates from today on as an iCalendar file; titles are left out unless asked for. */
  'today.writeCalendar': task({
    input: WhoseDates.extend({ to: z.string().min(1), withTitles: z.boolean() }),
    output: z.object({ path: z.string(), events: z.int() }),
  }),
} as const
