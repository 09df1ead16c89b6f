import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { BANK_HOLIDAY_LIST, BANK_HOLIDAYS, type BankHoliday } from './bank-holiday-list.ts'
import { type DayNumber, dayNumber, dayWithNumber, isWeekend } from './day-number.ts'

/** Days the keeper of the register added to the published list; anything but the day may be left out. */
export type ExtraHoliday = Pick<BankHoliday, 'day'> & Partial<Pick<BankHoliday, 'name' | 'nation'>>

/** The days that are no working days in one nation, weekends aside. */
export type HolidayCalendar = ReadonlyMap<DayNumber, string>

/** The nation whose bank holidays are meant, as people write it. */
export const NATION_NAMES: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

const PUBLISHED: Readonly<Record<Nation, HolidayCalendar>> = {
  'england-and-wales': calendarOf('england-and-wales', []),
  scotland: calendarOf('scotland', []),
  'northern-ireland': calendarOf('northern-ireland', []),
}

const WITH_EXTRA = new WeakMap<readonly ExtraHoliday[], Map<Nation, HolidayCalendar>>()

const FIRST_KNOWN = dayNumber(BANK_HOLIDAY_LIST.from)
const LAST_KNOWN = dayNumber(BANK_HOLIDAY_LIST.until)

/** Whether a day is neither at a weekend, nor a bank holiday of the nation, nor one of the days handed in. */
export function isWorkingDay(
  day: PlainDate,
  nation: Nation,
  extraHolidays: readonly ExtraHoliday[] = [],
): boolean {
  return isWorking(dayNumber(day), holidayCalendar(nation, extraHolidays))
}

/** The day itself when it is a working day, else the first working day after it. */
export function nextWorkingDay(
  day: PlainDate,
  nation: Nation,
  extraHolidays: readonly ExtraHoliday[] = [],
): PlainDate {
  return dayWithNumber(rolled(dayNumber(day), holidayCalendar(nation, extraHolidays)))
}

/** The name of the bank holiday a day is in a nation; null when it is none. */
export function bankHolidayName(
  day: PlainDate,
  nation: Nation,
  extraHolidays: readonly ExtraHoliday[] = [],
): string | null {
  return holidayCalendar(nation, extraHolidays).get(dayNumber(day)) ?? null
}

/** The published list of a nation with the days handed in; each list of days handed in is worked out once. */
export function holidayCalendar(nation: Nation, extraHolidays: readonly ExtraHoliday[]): HolidayCalendar {
  if (extraHolidays.length === 0) return PUBLISHED[nation]
  const calendars = WITH_EXTRA.get(extraHolidays) ?? new Map<Nation, HolidayCalendar>()
  WITH_EXTRA.set(extraHolidays, calendars)
  const calendar = calendars.get(nation) ?? calendarOf(nation, extraHolidays)
  calendars.set(nation, calendar)
  return calendar
}

/** {@link nextWorkingDay} by numbers. */
export function rolled(number: DayNumber, calendar: HolidayCalendar): DayNumber {
  let day = number
  while (!isWorking(day, calendar)) day++
  return day
}

/** What the days between two days are that made the last day of a period move, in words. */
export function skippedDays(from: DayNumber, to: DayNumber, calendar: HolidayCalendar): string {
  const days = Array.from({ length: to - from }, (_, index) => from + index)
  return days.map((day) => `${formatDay(dayWithNumber(day))} (${calendar.get(day) ?? 'weekend'})`).join(', ')
}

/** What to say loudly when a date rests on days for which the list has no bank holidays; null when it covers it. */
export function outsideHolidayList(number: DayNumber): string | null {
  if (number > LAST_KNOWN)
    return `Bank holidays are known to ${formatDay(BANK_HOLIDAY_LIST.until).slice(4)} only; the date after that counts weekends and the days added by hand. Check it against the list on GOV.UK.`
  if (number < FIRST_KNOWN)
    return `Bank holidays are known from ${formatDay(BANK_HOLIDAY_LIST.from).slice(4)} only; the date before that counts weekends and the days added by hand. Check it against a calendar of that year.`
  return null
}

function isWorking(number: DayNumber, calendar: HolidayCalendar): boolean {
  return !isWeekend(number) && !calendar.has(number)
}

function calendarOf(nation: Nation, extraHolidays: readonly ExtraHoliday[]): HolidayCalendar {
  const calendar = new Map<DayNumber, string>()
  for (const { day, name = 'a day added by hand', nation: where = null } of extraHolidays)
    if (where === null || where === nation) calendar.set(dayNumber(day), name)
  for (const { day, name, nation: where, substitute } of BANK_HOLIDAYS)
    if (where === null || where === nation)
      calendar.set(dayNumber(day), substitute ? `${name}, substitute day` : name)
  return calendar
}
