import { PlainDate } from '#shared/time/plain-date.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads a day as people in the United Kingdom type it ("5/1/2027", "Tue 5 January 2027"), or null. */
export function parseDay(text: string): PlainDate | null {
  const typed = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(typed)
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!)
  const figures = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/u.exec(typed)
  if (figures) return day(figures[3]!, figures[2]!, figures[1]!)
  const words = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}),? (\d{4})$/u.exec(typed)
  if (!words) return null
  const month = MONTHS.indexOf(words[2]!.slice(0, 3))
  return month < 0 ? null : day(words[3]!, String(month + 1), words[1]!)
}

function day(year: string, month: string, date: string): PlainDate | null {
  const parsed = PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return parsed.success ? parsed.data : null
}
