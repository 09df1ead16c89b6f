import { Temporal } from 'temporal-polyfill'
import type { Bucket, ClockLine } from '#shared/registers/today/today.contract.ts'
import { formatUkMoment, hoursLeft } from '#shared/law/clocks/breach.ts'
import { daysBetween } from '#shared/law/clocks/day-number.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'

/** The buckets in the order in which they are read, which is that of urgency. */
export const BUCKETS: readonly Bucket[] = ['overdue', 'today', 'week', 'paused', 'later', 'snoozed']

export const BUCKET_WORDS: Readonly<Record<Bucket, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'Next 7 days',
  paused: 'Paused',
  later: 'Later',
  snoozed: 'Reminders put off',
}

/** What stands under a bucket's name, where it needs saying. */
export const BUCKET_HINTS: Readonly<Partial<Record<Bucket, string>>> = {
  paused: 'These clocks stand still until what is awaited comes.',
  snoozed: 'Only the reminder is put off; the dates run on.',
}

/** Who sets a date, in a word beside it. */
export const WEIGHT_WORDS: Readonly<Record<ClockLine['weight'], string>> = {
  law: 'The law',
  promise: 'A promise',
  internal: 'Our own',
}

type When = Pick<ClockLine, 'due' | 'dueAt' | 'pausedSince'>

/** The day of a line, or the moment for periods in hours, or since when it is paused. */
export function dayInWords({ due, dueAt, pausedSince }: When): string {
  if (dueAt) return formatUkMoment(dueAt)
  if (due) return formatDay(due)
  return pausedSince ? `Since ${formatDay(pausedSince)}` : 'No day yet'
}

/** How far off a line is: "in 3 days", "2 days late", "14 hours left", "paused for 12 days". */
export function distanceInWords({ due, dueAt, pausedSince }: When, today: PlainDate, now: Instant): string {
  if (dueAt) return hoursInWords(dueAt, now)
  if (due) return daysInWords(daysBetween(today, due))
  return pausedSince ? `paused for ${count(Math.max(0, daysBetween(pausedSince, today)), 'day')}` : ''
}

/** Whether the last day, or the last moment, has passed. */
export function isLate({ due, dueAt }: When, today: PlainDate, now: Instant): boolean {
  return dueAt ? dueAt < now : due !== null && due < today
}

function daysInWords(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} late`
}

function hoursInWords(dueAt: Instant, now: Instant): string {
  const minutes = Math.floor(Temporal.Instant.from(now).until(Temporal.Instant.from(dueAt)).total('minutes'))
  if (minutes <= -60) return `${count(Math.floor(-minutes / 60), 'hour')} late`
  if (minutes < 0) return `${count(-minutes, 'minute')} late`
  if (minutes < 60) return `${count(minutes, 'minute')} left`
  return `${count(hoursLeft({ due: dueAt }, now) ?? 0, 'hour')} left`
}

/** A number with its noun: "1 day", "2,000 days". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`
}
