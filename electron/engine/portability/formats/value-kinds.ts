import { beginsWithDay } from '#shared/portability/calendar-day.ts'
import type { SourceValue, ValueType } from '#shared/portability/source.ts'

/** A type of value as the forms of an export have it. */
export type ValueKind = {
  /** Whether a value that is there is one of this type. */
  readonly holds: (value: string | number | boolean) => boolean
  /** What a text of a CSV or XML file stands for; undefined where it is none of this type. */
  readonly read: (text: string) => SourceValue | undefined
  /** The value as text, the same in CSV and in XML. */
  readonly write: (value: string | number | boolean) => string
  readonly json: 'string' | 'integer' | 'number' | 'boolean'
  readonly xml: 'text' | 'xs:integer' | 'xs:double' | 'xs:boolean' | 'xs:date' | 'xs:dateTime'
  readonly tableSchema: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime'
  readonly csvw: 'string' | 'integer' | 'double' | 'boolean' | 'date' | 'dateTime'
}

/** A day and a time to the second or finer, with or without its distance from UTC. */
export const MOMENT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/u
const INTEGER = /^-?(?:0|[1-9]\d{0,15})$/u
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:E[+-]\d+)?$/u

const KINDS: { readonly [Type in ValueType]: ValueKind } = {
  text: {
    holds: (value) => typeof value === 'string',
    read: (text) => text,
    write: String,
    json: 'string',
    xml: 'text',
    tableSchema: 'string',
    csvw: 'string',
  },
  integer: {
    holds: (value) => Number.isSafeInteger(value),
    read: (text) => (INTEGER.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined),
    write: String,
    json: 'integer',
    xml: 'xs:integer',
    tableSchema: 'integer',
    csvw: 'integer',
  },
  number: {
    holds: (value) => Number.isFinite(value),
    read: (text) => (NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined),
    // Table Schema knows the exponent by a capital letter only.
    write: (value) => String(value).replace('e', 'E'),
    json: 'number',
    xml: 'xs:double',
    tableSchema: 'number',
    csvw: 'double',
  },
  boolean: {
    holds: (value) => typeof value === 'boolean',
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
    write: String,
    json: 'boolean',
    xml: 'xs:boolean',
    tableSchema: 'boolean',
    csvw: 'boolean',
  },
  date: {
    holds: (value) => typeof value === 'string' && isDay(value),
    read: (text) => (isDay(text) ? text : undefined),
    write: String,
    json: 'string',
    xml: 'xs:date',
    tableSchema: 'date',
    csvw: 'date',
  },
  dateTime: {
    holds: (value) => typeof value === 'string' && isMoment(value),
    read: (text) => (isMoment(text) ? text : undefined),
    write: String,
    json: 'string',
    xml: 'xs:dateTime',
    tableSchema: 'datetime',
    csvw: 'dateTime',
  },
}

/** How values of a type are told, written and read. */
export function valueKind(type: ValueType): ValueKind {
  return KINDS[type]
}

function isDay(text: string): boolean {
  return text.length === 'YYYY-MM-DD'.length && beginsWithDay(text)
}

function isMoment(text: string): boolean {
  return beginsWithDay(text) && MOMENT.test(text)
}
