import { cutTo, type TidyText, tidyLine, tidyPassage } from '#shared/tables/tidy-text.ts'
import type { ImportTarget } from './import-columns.ts'
import { saysUnknown } from './import-values.ts'

const LONGEST_PASSAGE = 20_000

/** Reads the cells of one row field by field, and gathers what has to be said about them: `remarks` are for the person at the screen, `notes` go into the record. */
export function rowReader(
  headings: readonly string[],
  targets: readonly ImportTarget[],
  cells: readonly string[],
) {
  const remarks: string[] = []
  const notes: string[] = []

  const cellsFor = (target: ImportTarget) =>
    targets.flatMap((one, column) =>
      one === target ? [{ heading: headings[column]!, cell: cells[column]! }] : [],
    )

  function tidied({ text, hadHidden }: TidyText, label: string): string {
    if (hadHidden) remarks.push(`${label}: hidden characters were taken out.`)
    return text
  }

  /** What no field of the form can hold stands in the notes, under the heading of its column. */
  function keepInNotes(heading: string, text: string): void {
    notes.push(`${heading}: ${text}`)
  }

  return {
    /** Cells of several columns as one line, in the order of the targets. */
    line(from: readonly ImportTarget[], label: string, longest: number): string {
      const parts = from.flatMap((target) => cellsFor(target).map(({ cell }) => tidyLine(cell)))
      const text = parts
        .map((part) => part.text)
        .filter(Boolean)
        .join(' ')
      tidied({ text, hadHidden: parts.some(({ hadHidden }) => hadHidden) }, label)
      if (text.length > longest) {
        remarks.push(`${label}: longer than ${longest} letters; cut, and the whole of it is in the notes.`)
        keepInNotes(label, text)
      }
      return cutTo(text, longest)
    },

    /** Cells of one or several columns under one another. */
    passage(target: ImportTarget, label: string): string {
      const parts = cellsFor(target).map(({ cell }) => tidyPassage(cell))
      const text = parts
        .map((part) => part.text)
        .filter(Boolean)
        .join('\n')
      tidied({ text, hadHidden: parts.some(({ hadHidden }) => hadHidden) }, label)
      if (text.length > LONGEST_PASSAGE)
        remarks.push(`${label}: longer than 20,000 letters; the end of it was left out.`)
      return cutTo(text, LONGEST_PASSAGE)
    },

    /** One of the choices of a field; words that are none of them go into the notes. */
    choice<Value>(target: ImportTarget, valueOf: (text: string) => Value | null): Value | null {
      const [found] = cellsFor(target)
      const text = found ? tidyLine(found.cell).text : ''
      const value = text === '' ? null : valueOf(text)
      if (!found || value !== null || saysUnknown(text)) return value
      remarks.push(
        `“${cutTo(text, 60)}” under “${found.heading}” is none of the choices; it is in the notes.`,
      )
      keepInNotes(found.heading, text)
      return null
    },

    /** Whether a cell says something, be it understood or not. */
    says: (target: ImportTarget) => cellsFor(target).some(({ cell }) => !saysUnknown(tidyLine(cell).text)),

    remark: (sentence: string) => void remarks.push(sentence),

    remarks: (): readonly string[] => remarks,

    /** The columns that go to the notes, and what had no other place. */
    notes(): string {
      const own = cellsFor('notes').flatMap(({ heading, cell }) => {
        const text = tidied(tidyPassage(cell), 'Notes')
        return text === '' ? [] : [`${heading}: ${text}`]
      })
      const text = [...own, ...notes].join('\n')
      if (text.length > LONGEST_PASSAGE)
        remarks.push('Notes: longer than 20,000 letters; the end of them was left out.')
      return cutTo(text, LONGEST_PASSAGE)
    },
  }
}
