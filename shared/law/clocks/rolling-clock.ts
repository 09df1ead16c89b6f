import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import {
  type ExtraHoliday,
  holidayCalendar,
  NATION_NAMES,
  outsideHolidayList,
  rolled,
  skippedDays,
} from './bank-holidays.ts'
import { type Clock, type ClockNode, type ClockWarning, type DerivationStep, inOrder } from './clock.ts'
import { dayNumber, dayWithNumber } from './day-number.ts'

/** What differs from one organisation to the next. */
export type ClockOptions = { readonly extraHolidays?: readonly ExtraHoliday[] | undefined }

/** A fact that a clock with a single period is computed from. */
export type RecordedEvent<EventKey extends string> = {
  readonly key: EventKey
  readonly label: string
  readonly day: PlainDate | null | undefined
}

/** What a clock with a single period has of its own. */
export type RollingClockParts<EventKey extends string> = Pick<
  Clock,
  'kind' | 'title' | 'sources' | 'check'
> & {
  /** How the end of the period comes about; the last step is the end itself. */
  readonly steps: readonly DerivationStep[]
  readonly end: PlainDate
  /** What happened; what has no day is left out. */
  readonly events: readonly RecordedEvent<EventKey>[]
  /** Says why the last day moves, for example "UK GDPR Art 4A". */
  readonly countedBy: string
  readonly warnings?: readonly ClockWarning[]
}

/**
 * A clock whose one period ends on a day that moves, once, off weekends and the nation's bank holidays.
 *
 * @source UK GDPR Art 4A; DPA 2018 s.205(2); Regulation 1182/71
 */
export function rollingClock<EventKey extends string>(
  parts: RollingClockParts<EventKey>,
  nation: Nation,
  { extraHolidays = [] }: ClockOptions,
): Clock<PlainDate, EventKey> {
  const calendar = holidayCalendar(nation, extraHolidays)
  const end = dayNumber(parts.end)
  const last = rolled(end, calendar)
  const due = dayWithNumber(last)
  const citation = `${parts.countedBy}; Regulation 1182/71 Art 3`
  const place = NATION_NAMES[nation]
  const words =
    last === end
      ? `${formatDay(due)} is a working day in ${place} and so the last day.`
      : `The end lies on no working day in ${place}: ${skippedDays(end, last, calendar)}. The last day is the next working day, ${formatDay(due)}.`
  const unknown = outsideHolidayList(last) ?? outsideHolidayList(end)
  return {
    kind: parts.kind,
    title: parts.title,
    due,
    pausedSince: null,
    waiting: null,
    target: null,
    derivation: [...parts.steps, { key: 'due', words, day: due, citation }],
    nodes: inOrder([
      ...eventNodes(parts.events, parts.steps[0]?.citation ?? ''),
      { key: 'due', label: 'Last day', day: due, at: null, words, citation, event: null },
    ]),
    sources: parts.sources,
    warnings: [
      ...(unknown === null ? [] : [{ key: 'holidays-unknown', words: unknown }]),
      ...(parts.warnings ?? []),
    ],
    check: parts.check,
  }
}

/** A point for each event that has a day. */
export function eventNodes<EventKey extends string>(
  events: readonly RecordedEvent<EventKey>[],
  citation: string,
): readonly ClockNode<EventKey>[] {
  return events.flatMap(({ key, label, day }) =>
    day ? [{ key, label, day, at: null, words: `${label}: ${formatDay(day)}.`, citation, event: key }] : [],
  )
}
