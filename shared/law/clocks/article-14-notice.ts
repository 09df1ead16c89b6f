import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { holidayCalendar, outsideHolidayList, rolled, NATION_NAMES, skippedDays } from './bank-holidays.ts'
import { type Clock, type ClockNode, type DerivationStep, inOrder } from './clock.ts'
import { dayNumber, dayWithNumber, monthsLater } from './day-number.ts'
import { type ClockOptions, eventNodes } from './rolling-clock.ts'

const LAW = 'UK GDPR Art 14(3)'

export type Article14Facts = {
  /** The day the data was obtained from somebody else. */
  readonly obtained: PlainDate
  /** The day the person was, or will be, first written or spoken to with the data. */
  readonly firstContactOn?: PlainDate | null | undefined
  /** The day the data was, or will be, first disclosed to another recipient. */
  readonly firstDisclosureOn?: PlainDate | null | undefined
}

type EventKey = keyof Article14Facts

/**
 * By when people whose data came from somebody else must be told: at most one month from obtaining it, and no later
 * than the first contact or the first disclosure. Only the month moves to a working day; the other two are the day itself.
 *
 * @source UK GDPR Art 14(3), Art 4A; Regulation 1182/71
 */
export function article14Clock(
  facts: Article14Facts,
  nation: Nation,
  { extraHolidays = [] }: ClockOptions = {},
): Clock<PlainDate, EventKey> {
  const calendar = holidayCalendar(nation, extraHolidays)
  const end = monthsLater(dayNumber(facts.obtained), 1)
  const monthEnd = rolled(end, calendar)
  const limits = [
    dayWithNumber(monthEnd),
    ...[facts.firstContactOn, facts.firstDisclosureOn].filter((day) => day !== null && day !== undefined),
  ]
  const due = limits.toSorted()[0]!
  const moved =
    monthEnd === end
      ? ''
      : ` That is no working day in ${NATION_NAMES[nation]} (${skippedDays(end, monthEnd, calendar)}), so it moves to ${formatDay(dayWithNumber(monthEnd))}.`
  const month = `The data was obtained on ${formatDay(facts.obtained)}; one month from then ends on ${formatDay(dayWithNumber(end))}.${moved}`
  const earliest = `The earliest of these, ${formatDay(due)}, is the last day.`
  const unknown = due === dayWithNumber(monthEnd) ? outsideHolidayList(monthEnd) : null
  return {
    kind: 'article-14-notice',
    title: 'Telling people whose data came from others',
    due,
    pausedSince: null,
    waiting: null,
    target: null,
    derivation: [
      {
        key: 'month',
        words: month,
        day: dayWithNumber(monthEnd),
        citation: `${LAW}; UK GDPR Art 4A; Regulation 1182/71 Art 3`,
      },
      ...limit('contact', 'The first contact with the person is on', facts.firstContactOn),
      ...limit('disclosure', 'The first disclosure to another recipient is on', facts.firstDisclosureOn),
      { key: 'due', words: earliest, day: due, citation: LAW },
    ],
    nodes: inOrder<EventKey>([
      ...eventNodes<EventKey>(
        [
          { key: 'obtained', label: 'Obtained', day: facts.obtained },
          { key: 'firstContactOn', label: 'First contact', day: facts.firstContactOn },
          { key: 'firstDisclosureOn', label: 'First disclosure', day: facts.firstDisclosureOn },
        ],
        LAW,
      ),
      monthNode(dayWithNumber(monthEnd), month),
      { key: 'due', label: 'Last day', day: due, at: null, words: earliest, citation: LAW, event: null },
    ]),
    sources: ['gdpr-14-3', 'gdpr-4a', 'reg-1182-71'],
    warnings: unknown === null ? [] : [{ key: 'holidays-unknown', words: unknown }],
    check:
      'The time limits of Article 14 are written from memory: check Article 14(3) before relying on the date.',
  }
}

function monthNode(day: PlainDate, words: string): ClockNode<EventKey> {
  return { key: 'month-end', label: 'End of one month', day, at: null, words, citation: LAW, event: null }
}

function limit(key: string, words: string, day: PlainDate | null | undefined): readonly DerivationStep[] {
  return day ? [{ key, words: `${words} ${formatDay(day)}.`, day, citation: LAW }] : []
}
