import { naiveHolidays, nextDay, weekday } from './naive-holidays.ts'

/** The facts of an access request as plain text. */
export type NaiveFacts = {
  readonly received: string
  readonly identityReceived: string | null
  readonly feePaid: string | null
  readonly pauses: readonly { readonly asked: string; readonly answered: string | null }[]
  readonly extended: boolean
}

/**
 * The last day of an access request, written a second time and on purpose without wit: one day after the other, on
 * text, knowing nothing of the program's own reckoning. Null while an answer to a question is awaited.
 */
export function naiveDueDate(facts: NaiveFacts, nation: string): string | null {
  if (facts.pauses.some(({ answered }) => answered === null)) return null
  const start = [facts.received, facts.identityReceived ?? '', facts.feePaid ?? ''].sort().at(-1)!
  const [year, month, date] = start.split('-').map(Number) as [number, number, number]

  // Walk to the first of the month that is wanted, then on until the date or the month's last day.
  let wanted = month + (facts.extended ? 3 : 1)
  let wantedYear = year
  if (wanted > 12) {
    wanted -= 12
    wantedYear += 1
  }
  const prefix = `${wantedYear}-${String(wanted).padStart(2, '0')}`
  let day = `${prefix}-01`
  for (let at = 1; at < date; at++) {
    const next = nextDay(day)
    if (!next.startsWith(prefix)) break
    day = next
  }

  // A day that does not count is one more day at the end, and each is looked at by itself.
  const last = facts.pauses
    .map(({ answered }) => answered!)
    .sort()
    .at(-1)
  if (last !== undefined)
    for (let at = nextDay(start); at <= last; at = nextDay(at))
      if (facts.pauses.some(({ asked, answered }) => asked <= at && at <= answered!)) day = nextDay(day)

  while (weekday(day) === 0 || weekday(day) === 6 || isHoliday(day, nation)) day = nextDay(day)
  return day
}

const known: Record<string, Set<string>> = {}

function isHoliday(day: string, nation: string): boolean {
  const year = Number(day.slice(0, 4))
  // The published list reaches from 2024 to 2028; outside it only weekends are known.
  if (year < 2024 || year > 2028) return false
  return (known[`${nation} ${year}`] ??= new Set(naiveHolidays(year, nation))).has(day)
}
