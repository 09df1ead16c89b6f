import { DELIMITERS, ENCODINGS, type Table } from '#shared/tables/table.ts'

const SURENESS = { certain: 'certain', likely: 'likely', guess: 'a guess', chosen: 'as chosen' } as const

/** What was read, in one line: "people.csv: UTF-8 (certain), divided by commas". */
export function factsOf({ fileName, sheet, encoding, delimiter }: Table): string {
  if (encoding === null) return `${fileName}: the sheet “${sheet}” of a workbook`
  const code = ENCODINGS.find((one) => one.code === encoding.code)?.label ?? encoding.code
  const divided = DELIMITERS.find((one) => one.code === delimiter)?.label.toLowerCase() ?? ''
  return `${fileName}: ${code} (${SURENESS[encoding.sureness]}), divided by: ${divided}`
}

/** "One person", "2,000 people". */
export function countedPeople(count: number): string {
  return count === 1 ? 'One person' : `${count.toLocaleString('en-GB')} people`
}

/** "One row", "2,000 rows". */
export function countedRows(count: number): string {
  return count === 1 ? 'one row' : `${count.toLocaleString('en-GB')} rows`
}
