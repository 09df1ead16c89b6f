/**
 * The bank holidays of one year worked out from their rules, where the program has them as a published list. A fixed
 * day at a weekend is made up for on the next weekday that is free; Scotland's day of 15 June 2026 was proclaimed.
 */
export function naiveHolidays(year: number, nation: string): string[] {
  const days: string[] = []
  const add = (day: string, moves: boolean) => {
    let at = day
    while (moves && (weekday(at) === 0 || weekday(at) === 6 || days.includes(at))) at = shift(at, 1)
    days.push(at)
  }
  const fixed = [`${year}-01-01`]
  if (nation === 'scotland') fixed.push(`${year}-01-02`, `${year}-11-30`)
  if (nation === 'northern-ireland') fixed.push(`${year}-03-17`, `${year}-07-12`)
  fixed.push(`${year}-12-25`, `${year}-12-26`)
  for (const day of fixed) add(day, true)
  add(shift(easterSunday(year), -2), false)
  if (nation !== 'scotland') add(shift(easterSunday(year), 1), false)
  add(firstMonday(year, '05'), false)
  add(lastMonday(year, '05'), false)
  add(nation === 'scotland' ? firstMonday(year, '08') : lastMonday(year, '08'), false)
  if (nation === 'scotland' && year === 2026) add('2026-06-15', false)
  return days.sort()
}

const following: Record<string, string> = {}

/** The text of the day after a day, remembered because the walk goes over the same days again and again. */
export function nextDay(day: string): string {
  return (following[day] ??= shift(day, 1))
}

/** The text of a day some days later. */
export function shift(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function firstMonday(year: number, month: string): string {
  let day = `${year}-${month}-01`
  while (weekday(day) !== 1) day = shift(day, 1)
  return day
}

function lastMonday(year: number, month: string): string {
  let day = `${year}-${month}-31`
  while (weekday(day) !== 1) day = shift(day, -1)
  return day
}

/** Gauss's way, good for 1900 to 2099: another than the published tables. */
function easterSunday(year: number): string {
  const d = (19 * (year % 19) + 24) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
  let days = 22 + d + e - 1
  if (days === 56) days = 49
  if (days === 55 && d === 28 && year % 19 > 10) days = 48
  return shift(`${year}-03-01`, days)
}
