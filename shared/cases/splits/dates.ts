import { PlainDate } from '#shared/time/plain-date.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/** A day in letters, in the order of this country or of others that write the month first, or in figures. */
const FORMS: ReadonlyArray<{ readonly form: RegExp; readonly order: readonly [number, number, number] }> = [
  {
    form: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+(\\d{4})\\b`, 'iu'),
    order: [3, 2, 1],
  },
  {
    form: new RegExp(`\\b${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'iu'),
    order: [3, 1, 2],
  },
  { form: /\b(\d{4})-(\d{2})-(\d{2})\b/u, order: [1, 2, 3] },
  { form: /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/u, order: [3, 2, 1] },
]

/** Two figures of a year up to here are of this century. */
const LAST_SHORT_YEAR = 49

/** The first day written in a line, as people in this country write days; null where there is none. */
export function dayIn(line: string): PlainDate | null {
  for (const { form, order } of FORMS) {
    const found = form.exec(line)
    if (!found) continue
    const [year, month, day] = order.map((index) => found[index]!)
    const parsed = PlainDate.safeParse(`${fullYear(year!)}-${monthOf(month!)}-${day!.padStart(2, '0')}`)
    if (parsed.success) return parsed.data
  }
  return null
}

/** What stands on a line beside a day when the line is about the day. */
const DAY_LABEL =
  /^\W*(?:date(?: of (?:letter|report|visit|meeting|contact|assessment|review|referral|hearing|entry))?|dated|sent|visit date|meeting date|completed on|on)\b\W*/iu
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/giu
const TIME = /\b(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:am|pm)?\b/giu
/** Letters that may be left on a line that bears a day and nothing else. */
const SPARE_LETTERS = 12

/** The day a line gives as that of the writing: labelled so, or alone on its line; never a date of birth. */
export function headingDay(line: string): PlainDate | null {
  if (/\b(?:d\.?o\.?b|birth|born)\b/iu.test(line)) return null
  const day = dayIn(line)
  if (!day || DAY_LABEL.test(line)) return day
  const rest = FORMS.reduce(
    (left, { form }) => left.replace(form, ''),
    line.replaceAll(TIME, '').replaceAll(WEEKDAY, ''),
  )
  return rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length <= SPARE_LETTERS ? day : null
}

const fullYear = (year: string) =>
  year.length === 4 ? year : `${Number(year) <= LAST_SHORT_YEAR ? '20' : '19'}${year}`

const monthOf = (month: string) =>
  /^\d/u.test(month)
    ? month.padStart(2, '0')
    : String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, '0')
