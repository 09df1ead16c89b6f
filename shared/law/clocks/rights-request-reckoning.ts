import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { type ExtraHoliday, holidayCalendar, type HolidayCalendar, rolled } from './bank-holidays.ts'
import type { Waiting } from './clock.ts'
import { type DayNumber, dayNumber, monthsLater } from './day-number.ts'
import type { RightsRequestFacts } from './rights-request-facts.ts'

/** The aim that the Commissioner suggests as one consistent period, in days for each month of the time limit. */
export const TARGET_DAYS = 28

/** What may differ from one organisation to the next. */
export type RightsRequestOptions = {
  readonly extraHolidays?: readonly ExtraHoliday[] | undefined
  /** The internal target in days for each month; never later than the law's date. */
  readonly targetDays?: number | undefined
}

/** How the last day comes about, each step as the number of its day. */
export type Reckoning = {
  readonly facts: RightsRequestFacts
  readonly nation: Nation
  readonly calendar: HolidayCalendar
  readonly waiting: Waiting | null
  /** The latest of receipt, identity and fee, as far as they came in. */
  readonly relevant: DayNumber
  readonly monthEnd: DayNumber
  /** The end of three months with an extension, of one month without. */
  readonly base: DayNumber
  readonly pausedDays: number
  readonly nominal: DayNumber
  /** Not to be relied on while something is awaited. */
  readonly due: DayNumber
  readonly noticeBy: DayNumber
  readonly target: DayNumber
}

/** Whether clarification stops the time for a right. @source UK GDPR Art 12A(5) */
export function mayPause({ right }: Pick<RightsRequestFacts, 'right'>): boolean {
  return right === 'R-ACCESS'
}

/** Works out every step of a request's time limit. @source UK GDPR Art 12A, Art 12(5), Art 12(6) */
export function reckon(
  facts: RightsRequestFacts,
  nation: Nation,
  { extraHolidays = [], targetDays = TARGET_DAYS }: RightsRequestOptions,
): Reckoning {
  const calendar = holidayCalendar(nation, extraHolidays)
  const relevant = relevantNumber(facts)
  const monthEnd = monthsLater(relevant, 1)
  const base = facts.extended ? monthsLater(relevant, 3) : monthEnd
  const pausedDays = mayPause(facts) ? countPaused(facts, relevant) : 0
  const due = rolled(base + pausedDays, calendar)
  const target = relevant + targetDays * (facts.extended ? 3 : 1) + pausedDays
  return {
    facts,
    nation,
    calendar,
    waiting: waitingOf(facts),
    relevant,
    monthEnd,
    base,
    pausedDays,
    nominal: base + pausedDays,
    due,
    noticeBy: facts.extended ? rolled(monthEnd + pausedDays, calendar) : due,
    target: Math.min(target, due),
  }
}

function relevantNumber({ received, identityReceived, feePaid }: RightsRequestFacts): DayNumber {
  let latest = received
  if (identityReceived && identityReceived > latest) latest = identityReceived
  if (feePaid && feePaid > latest) latest = feePaid
  return dayNumber(latest)
}

function waitingOf(facts: RightsRequestFacts): Waiting | null {
  if (facts.identityAsked && !facts.identityReceived) return { for: 'identity', since: facts.identityAsked }
  if (facts.feeAsked && !facts.feePaid) return { for: 'fee', since: facts.feeAsked }
  if (!mayPause(facts)) return null
  let since: PlainDate | null = null
  for (const { asked, answered } of facts.pauses)
    if (answered === null && (since === null || asked < since)) since = asked
  return since === null ? null : { for: 'clarification', since }
}

/** Days from asking to answering, both included, that lie after the relevant day; a day in two pauses counts once. */
function countPaused({ pauses }: RightsRequestFacts, relevant: DayNumber): number {
  const spans: { from: DayNumber; to: DayNumber }[] = []
  for (const { asked, answered } of pauses)
    if (answered !== null) spans.push({ from: dayNumber(asked), to: dayNumber(answered) })
  if (spans.length > 1) spans.sort((a, b) => a.from - b.from)
  let counted = relevant
  let days = 0
  for (const { from, to } of spans) {
    const after = Math.max(counted, from - 1)
    if (to <= after) continue
    days += to - after
    counted = to
  }
  return days
}
