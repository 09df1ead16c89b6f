import type { Answer } from '#shared/answer.ts'
import type { Field, Fields } from '#shared/described/field.ts'
import { linesOf, type Naming } from '#shared/described/words.ts'
import type { Instant } from '#shared/time/instant.ts'
import { isoInUk, type PlainDate } from '#shared/time/plain-date.ts'
import { type Lines, OPEN } from './answer.words.ts'

/** One cell of a table that programs read as well as people. */
export type TableCell =
  | { readonly kind: 'text'; readonly lines: Lines }
  | { readonly kind: 'date'; readonly day: PlainDate }
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'number'; readonly value: number }

/** Lines as a cell. */
export function textCell(...lines: Lines): TableCell {
  return { kind: 'text', lines }
}

/** A day as a cell that is empty when there is none. */
export function dayCell(day: PlainDate | null): TableCell {
  return day === null ? textCell() : { kind: 'date', day }
}

/** What a field holds as a cell: days and numbers as such, everything else in words. */
export function cellOfField(field: Field, value: unknown, nameOf: Naming): TableCell {
  if (value === null || value === undefined) return textCell()
  if (field.kind === 'day') return dayCell(value as PlainDate)
  if (field.kind === 'moment') return { kind: 'moment', at: value as Instant }
  if (field.kind === 'number') return { kind: 'number', value: value as number }
  if (field.kind === 'items')
    return textCell(...(value as Entry[]).map((entry) => entryText(field.fields, entry, nameOf)))
  if (field.kind === 'answer') return answerCell(field.of, value as Answer<unknown>, nameOf)
  return textCell(...linesOf(field, value, nameOf))
}

/** A cell as text: lines under one another, days as YYYY-MM-DD, moments with the offset of the United Kingdom. */
export function plainText(cell: TableCell): string {
  switch (cell.kind) {
    case 'text':
      return cell.lines.join('\n')
    case 'date':
      return cell.day
    case 'moment':
      return isoInUk(cell.at)
    case 'number':
      return `${cell.value}`
  }
}

type Entry = Readonly<Record<string, unknown>>

/** "Sent on: 2027-01-05, How: by post", without what is empty. */
function entryText(fields: Fields, entry: Entry, nameOf: Naming): string {
  return Object.entries(fields)
    .flatMap(([key, field]) => {
      const text = plainText(cellOfField(field, entry[key], nameOf)).replaceAll('\n', '; ')
      return text === '' ? [] : [`${field.label}: ${text}`]
    })
    .join(', ')
}

function answerCell(of: Field, given: Answer<unknown>, nameOf: Naming): TableCell {
  switch (given.state) {
    case 'value':
      return cellOfField(of, given.value, nameOf)
    case 'toBeDetermined':
      return textCell(OPEN)
    case 'notApplicable':
      return textCell(`Not applicable: ${given.because}`)
  }
}
