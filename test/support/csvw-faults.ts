import { parse } from 'csv-parse/sync'

/**
 * What is wrong with metadata of CSV on the Web and with the CSV that they describe, by the two W3C Recommendations of
 * 17 December 2015: “Metadata Vocabulary for Tabular Data” (sections in the comments) and “Model for Tabular Data and Metadata on
 * the Web”. Only what a table on its own can have is known; anything else is a fault.
 */
export function csvwFaults(metadata: unknown, csv: string): string[] {
  const faults: string[] = []
  const say = (is: boolean, fault: string) => void (is || faults.push(fault))
  const { '@context': context, url, dialect, tableSchema, ...others } = metadata as Loose
  // 5.2: the context is the vocabulary's address, or that and an object with a language or a base.
  say(
    context === CONTEXT ||
      (Array.isArray(context) &&
        context[0] === CONTEXT &&
        context.length === 2 &&
        /^[a-z]{2}$/u.test((context[1] as Loose)['@language'] as string)),
    '@context',
  )
  say(typeof url === 'string' && url.endsWith('.csv'), 'url')
  for (const name of Object.keys(others)) say(isCommon(name), name)
  for (const [name, value] of Object.entries(dialect as Loose))
    say(DIALECT[name]?.(value) === true, `dialect ${name}`)
  const { columns, ...rest } = tableSchema as { columns: Loose[] }
  say(Object.keys(rest).length === 0, 'tableSchema')
  for (const column of columns)
    for (const [name, value] of Object.entries(column))
      say(COLUMN[name]?.(value) ?? isCommon(name), `column ${name}`)
  say(new Set(columns.map(({ name }) => name)).size === columns.length, 'names are not distinct')
  return [...faults, ...cellFaults(dialect as Dialect, columns as Column[], csv)]
}

type Loose = Record<string, unknown>
type Dialect = { delimiter: string; quoteChar: string; lineTerminators: string[] }
type Column = { name: string; titles: string[]; datatype: string; required: boolean; null: string[] }

const CONTEXT = 'http://www.w3.org/ns/csvw'
const isText = (value: unknown) => typeof value === 'string'
const isFlag = (value: unknown) => typeof value === 'boolean'
const isTexts = (value: unknown) => isText(value) || (Array.isArray(value) && value.every(isText))

/** 5.8: a name with a prefix of the initial context, or a whole address. */
const isCommon = (name: string) =>
  /^(?:dc|dcterms|rdfs|schema|prov):[a-zA-Z]+$/u.test(name) || URL.canParse(name)

/** 5.9, without the prefix for remarks: it cannot be said that there is none, so no row may begin with “#”. */
const DIALECT: Record<string, (value: unknown) => boolean> = {
  encoding: isText,
  lineTerminators: isTexts,
  quoteChar: isText,
  doubleQuote: isFlag,
  delimiter: isText,
  header: isFlag,
  headerRowCount: (value) => Number.isInteger(value),
  skipBlankRows: isFlag,
  trim: (value) => isFlag(value) || value === 'start' || value === 'end',
}

/** 5.6 and 5.7. A name is a variable of a URI template (RFC 6570) that does not begin with “_”. */
const COLUMN: Record<string, (value: unknown) => boolean> = {
  name: (value) => isText(value) && /^[A-Za-z0-9][A-Za-z0-9_.]*$/u.test(value as string),
  titles: isTexts,
  datatype: (value) => isText(value) && (value as string) in LEXICAL,
  required: isFlag,
  null: isTexts,
}

/** 6.4: the lexical forms of XML Schema, which hold where no format is given. */
const LEXICAL: Record<string, RegExp> = {
  string: /^[^]*$/u,
  integer: /^[+-]?\d+$/u,
  double: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?|-?INF|NaN)$/u,
  boolean: /^(?:true|false|1|0)$/u,
  date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/u,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/u,
}

function cellFaults(
  { delimiter, quoteChar, lineTerminators }: Dialect,
  columns: Column[],
  csv: string,
): string[] {
  const [heading = [], ...rows] = parse(csv, {
    bom: true,
    delimiter,
    quote: quoteChar,
    record_delimiter: lineTerminators,
    relax_quotes: false,
  }) as string[][]
  const faults: string[] = []
  if (csv.split('\r\n').some((line) => line.startsWith('#') && !isInside(csv, line)))
    faults.push('a row begins with “#”')
  for (const [at, { titles }] of columns.entries())
    if (!titles.includes(heading[at]!)) faults.push(`the heading ${heading[at]} is no title`)
  for (const [number, row] of rows.entries())
    for (const [at, { name, datatype, required, null: nulls }] of columns.entries()) {
      const cell = row[at]
      if (cell === undefined) faults.push(`row ${number + 1} is too short`)
      else if (nulls.includes(cell) ? required : !LEXICAL[datatype]!.test(cell))
        faults.push(`row ${number + 1}, ${name}: ${cell} is no ${datatype}`)
    }
  return faults
}

/** Whether a line stands within a cell in quotation marks: an odd number of them comes before it. */
function isInside(csv: string, line: string): boolean {
  const before = csv.slice(0, csv.indexOf(`\r\n${line}`))
  return before.split('"').length % 2 === 0
}
