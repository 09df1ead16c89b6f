import { Temporal } from 'temporal-polyfill'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate, ukDayOf } from '#shared/time/plain-date.ts'

/** A day found in a text, and the words that say it. */
export type FoundDay = { readonly day: PlainDate; readonly quote: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2}))?/u
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](${MONTH})\\.?,?[ -](\\d{4})(?:[ ,]{1,2}(?:at )?(\\d{1,2}:\\d{2}(?::\\d{2})?)(?: ([+-]\\d{4}|GMT|UTC|UT|BST|EST|EDT|PST|PDT|CET|CEST)\\b)?)?`,
  'iu',
)
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, 'iu')
const FIGURES = /\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b/u

/**
 * The first day a text names, as people in the United Kingdom write it or as mail programs do. A time with its
 * zone is moved to the United Kingdom first: half past eleven at night in New York is the next day here.
 */
export function dayIn(text: string): FoundDay | null {
  const found = [iso(text), dayFirst(text), monthFirst(text), figures(text)].filter((one) => one !== null)
  return found.toSorted((one, other) => text.indexOf(one.quote) - text.indexOf(other.quote))[0] ?? null
}

function iso(text: string): FoundDay | null {
  const match = ISO.exec(text)
  if (!match) return null
  const [quote, year, month, date, time, zone] = match
  return found(quote, year!, month!, date!, time, zone)
}

function dayFirst(text: string): FoundDay | null {
  const match = DAY_FIRST.exec(text)
  if (!match) return null
  const [quote, date, month, year, time, zone] = match
  return found(quote, year!, monthNumber(month!), date!, time, zone)
}

function monthFirst(text: string): FoundDay | null {
  const match = MONTH_FIRST.exec(text)
  if (!match) return null
  const [quote, month, date, year] = match
  return found(quote, year!, monthNumber(month!), date!)
}

function figures(text: string): FoundDay | null {
  const match = FIGURES.exec(text)
  if (!match) return null
  const [quote, date, month, year] = match
  const whole = year!.length === 4 ? year! : `${Number(year) > 40 ? '19' : '20'}${year}`
  return found(quote, whole, month!, date!)
}

const monthNumber = (name: string) => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)

const HOURS_BEHIND: Readonly<Record<string, string>> = {
  BST: '+01:00',
  EST: '-05:00',
  EDT: '-04:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
}

function found(
  quote: string,
  year: string,
  month: string,
  date: string,
  time?: string,
  zone?: string,
): FoundDay | null {
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const day = PlainDate.safeParse(written)
  if (!day.success) return null
  if (!time || !zone) return { day: day.data, quote }
  const offset = /^[+-]/u.test(zone)
    ? zone.replace(/^(.\d{2}):?(\d{2})$/u, '$1:$2')
    : (HOURS_BEHIND[zone] ?? 'Z')
  try {
    const at = Temporal.Instant.from(`${written}T${time.padStart(5, '0')}${offset}`)
    return { day: ukDayOf(Instant.parse(at.toString({ smallestUnit: 'millisecond' }))), quote }
  } catch {
    // A time that no clock shows ("25:61") takes nothing from the day beside it.
    return { day: day.data, quote }
  }
}
