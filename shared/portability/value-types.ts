import { beginsWithDay } from './calendar-day.ts'
import { AppError } from '#shared/errors.ts'
import type { SourceValue, ValueType } from './source.ts'

/** Watches the values of a table row by row and says of what types its columns are. */
export type TypesSeen = {
  /** Takes the values of one row; those beyond the columns do not count, those missing are nothing. */
  readonly see: (values: readonly SourceValue[]) => void
  /** The narrowest type of each column that every value seen fits; `text` where nothing was seen. */
  readonly types: () => readonly ValueType[]
}

/** Begins to watch the values of so many columns. Keeps one type for each column, however many rows there are. */
export function startTypes(width: number): TypesSeen {
  const found: (ValueType | null)[] = Array.from({ length: width }, () => null)
  return {
    see: (values) => {
      for (let at = 0; at < width; at++) {
        const value = values[at]
        if (value === null || value === undefined || found[at] === 'text') continue
        found[at] = common(found[at] ?? null, typeOf(value))
      }
    },
    types: () => found.map((type) => type ?? 'text'),
  }
}

/**
 * A value as its column's type has it; its text is the text that was given, letter for letter. Dates stay ISO 8601
 * texts. Throws `invalid` where the value does not fit the type, which values that were seen always do.
 */
export function typed(value: SourceValue, type: ValueType): SourceValue {
  if (value === null) return null
  if (type === 'text') return String(value)
  if (common(type, typeOf(value)) !== type)
    throw new AppError('invalid', `“${String(value).slice(0, 120)}” is not ${TYPE_WORDS[type]}.`)
  if (type === 'boolean') return String(value) === 'true'
  return type === 'integer' || type === 'number' ? Number(value) : String(value)
}

/** What a value of each type is called in a sentence. */
export const TYPE_WORDS: Readonly<Record<ValueType, string>> = {
  text: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  dateTime: 'a date and time',
}

/** The narrowest type of one value: never a guess, and never one that would show it otherwise than it was given. */
export function typeOf(value: Exclude<SourceValue, null>): ValueType {
  const text = String(value)
  if (text === 'true' || text === 'false') return 'boolean'
  if (text.length > LONGEST_TYPED || !/^-?\d/u.test(text)) return 'text'
  // Leading noughts, "1.0" and "1e3" do not come back as they were given, so they stay texts.
  const number = Number(text)
  if (Number.isFinite(number) && String(number) === text)
    return Number.isSafeInteger(number) ? 'integer' : 'number'
  if (!beginsWithDay(text)) return 'text'
  if (text.length === DAY_LETTERS) return 'date'
  return TIME.test(text) ? 'dateTime' : 'text'
}

/** Longer than a number or a moment can be. */
const LONGEST_TYPED = 40
const DAY_LETTERS = 10

/** With its seconds; how far from UTC it is may be missing, as in workbooks. */
const TIME =
  /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/u

function common(one: ValueType | null, other: ValueType): ValueType {
  if (one === null || one === other) return other
  return isNumeric(one) && isNumeric(other) ? 'number' : 'text'
}

const isNumeric = (type: ValueType) => type === 'integer' || type === 'number'
