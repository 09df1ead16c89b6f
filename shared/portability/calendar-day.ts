/**
 * Whether a text begins with a day of the calendar, `YYYY-MM-DD`. XML Schema has no year nought. Asked of millions of
 * cells, so it is read by its digits.
 */
export function beginsWithDay(text: string): boolean {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return false
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  return year >= 1 && day >= 1 && day <= daysIn(year, month)
}

const HYPHEN = 45
const NOUGHT = 48

/** The number that two digits make; not a number where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - NOUGHT
  const ones = text.charCodeAt(at + 1) - NOUGHT
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0)
}
