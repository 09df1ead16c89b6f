import { MONTH_NAMES } from '#shared/time/month-names.ts'

/** A day as it is written in a text: numbers alone. */
export type WrittenDay = { readonly year: number; readonly month: number; readonly day: number }

/** Two digits of a year up to this one are of this century: nobody in a case is born later. */
const LATEST_SHORT_YEAR = 40

/**
 * The day that a text writes, day before month as it is usual here; null where it writes none. Four digits of a year in
 * front are ISO.
 */
export function readDay(text: string): WrittenDay | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/gu, '$1')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u.exec(plain)
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?!\d)/u.exec(plain)
  if (numbers) return checked(yearOf(numbers[3]), Number(numbers[2]), Number(numbers[1]))
  const worded = /^(\d{1,2})\s*[-/. ]?\s*(?:of\s+)?([a-z]{3,9})\.?\s*[-/., ]\s*(\d{4}|\d{2})(?!\d)/u.exec(
    plain,
  )
  if (worded) return checked(yearOf(worded[3]), monthOf(worded[2]), Number(worded[1]))
  const turned = /^([a-z]{3,9})\.?\s+(\d{1,2})\s*,?\s+(\d{4}|\d{2})(?!\d)/u.exec(plain)
  return turned ? checked(yearOf(turned[3]), monthOf(turned[1]), Number(turned[2])) : null
}

/** Every spelling of a day that is looked for; the text itself where it writes none. */
export function daySpellings(text: string): string[] {
  const written = readDay(text)
  if (!written) return [text]
  const { year, month, day } = written
  const name = MONTH_NAMES[month - 1] ?? ''
  const names = [name, name.slice(0, 3), ...(month === 9 ? ['Sept'] : [])]
  const years = [String(year), two(year % 100)]
  const days = [...new Set([String(day), two(day)])]
  const months = [...new Set([String(month), two(month)])]
  const spelt = [`${two(day)}${two(month)}${year}`, `${year}${two(month)}${two(day)}`]
  for (const one of days) {
    for (const y of years) {
      for (const other of months) spelt.push(`${one}/${other}/${y}`)
      for (const word of names) {
        for (const nth of [one, `${one}${ending(day)}`]) {
          spelt.push(`${nth} ${word} ${y}`, `${nth} of ${word} ${y}`, `${word} ${nth}, ${y}`)
        }
      }
    }
    for (const other of months) spelt.push(`${year}-${other}-${one}`)
  }
  return [...new Set(spelt)]
}

const two = (number: number) => String(number).padStart(2, '0')

function ending(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

function yearOf(text = ''): number {
  const number = Number(text)
  if (text.length > 2) return number
  return number + (number <= LATEST_SHORT_YEAR ? 2000 : 1900)
}

function monthOf(word = ''): number {
  const isMonth = (month: string) => [month, month.slice(0, 3)].some((name) => name.toLowerCase() === word)
  return word === 'sept' ? 9 : MONTH_NAMES.findIndex(isMonth) + 1
}

function checked(year: number, month: number, day: number): WrittenDay | null {
  return year >= 1850 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { year, month, day }
    : null
}
