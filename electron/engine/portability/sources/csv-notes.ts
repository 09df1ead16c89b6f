import { notesOfNames } from './column-names.ts'
import type { TextPlan } from './encoding-of.ts'
import { newRowTally, type RowTally } from './headed-rows.ts'
import { noPlaces, type Places, saidOfPlaces } from './limits.ts'

/** What was met while a text was read. */
export type CsvTally = RowTally & {
  readonly odd: Places
  nul: number
  unreadable: number
}

/** Nothing met yet. */
export const newTally = (): CsvTally => ({
  ...newRowTally(),
  odd: noPlaces(),
  nul: 0,
  unreadable: 0,
})

/** What is worth knowing about a text that was read, in sentences. */
export function csvNotes(tally: CsvTally, { encoding }: TextPlan): readonly string[] {
  const { odd, longer, shorter } = tally
  const [usual, other] = encoding === 'utf-8' ? ['UTF-8', 'Windows-1252'] : ['Windows-1252', 'UTF-8']
  return [
    ...(odd.count > 0
      ? [
          `${saidOfPlaces(odd)} ${odd.count === 1 ? 'is' : 'are'} not ${usual} as the rest of the file; ${odd.count === 1 ? 'it was' : 'they were'} read as ${other}. Look at names there.`,
        ]
      : []),
    ...notesOfNames(tally.names),
    ...saidOfLonger(longer),
    ...(shorter.count > 0
      ? [
          `${saidOfPlaces(shorter)} ${shorter.count === 1 ? 'has' : 'have'} fewer cells than there are headings.`,
        ]
      : []),
    ...saidOfBlank(tally.blank),
    ...(tally.nul > 0 ? [`${inNumbers(tally.nul, 'NUL character')} left out of the text.`] : []),
    ...(tally.unreadable > 0
      ? [
          `${inNumbers(tally.unreadable, 'letter')} not readable in this encoding. Choose another one if names look wrong.`,
        ]
      : []),
  ]
}

/** What is said of rows that are longer than the headings. */
export const saidOfLonger = (longer: Places): readonly string[] =>
  longer.count > 0
    ? [
        `${saidOfPlaces(longer)} ${longer.count === 1 ? 'has' : 'have'} more cells than there are headings; they are kept in columns called by their place.`,
      ]
    : []

/** "3 blank rows were passed over." */
export const saidOfBlank = (blank: number): readonly string[] =>
  blank > 0 ? [`${inNumbers(blank, 'blank row')} passed over.`] : []

/** "One blank row was", "3 blank rows were". */
export const inNumbers = (count: number, what: string) =>
  count === 1 ? `One ${what} was` : `${count.toLocaleString('en-GB')} ${what}s were`
