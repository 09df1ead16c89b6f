import type { ExportColumn } from '#shared/portability/export.ts'
import type { CsvForm } from './csv-form.ts'
import type { FormToCheck } from './form-to-check.ts'

/** Where the schemas of two forms of a table say different things of it, as a sentence; null where they do not. */
export function tableDifference(one: FormToCheck, other: FormToCheck): string | null {
  const [mine, theirs] = [told(one), told(other)]
  if (mine.rows !== theirs.rows)
    return `${one.file} promises ${mine.rows} rows, ${other.file} ${theirs.rows}.`
  const words = isXml(one) || isXml(other) ? [] : WORDS
  const count = Math.max(mine.columns.length, theirs.columns.length)
  for (let at = 0; at < count; at += 1) {
    const [a, b] = [mine.columns[at], theirs.columns[at]]
    const key = a?.key ?? b?.key
    if (!a || !b || a.key !== b.key || a.type !== b.type || words.some((word) => a[word] !== b[word]))
      return `The schemas of ${one.file} and ${other.file} describe ${key} differently.`
    if (fillings(one, other, at) !== null)
      return `The schemas of ${one.file} and ${other.file} differ in whether ${key} is filled in every row.`
  }
  return null
}

const WORDS = ['called', 'about', 'provenance', 'whose', 'basis'] as const

const isXml = ({ file }: FormToCheck) => file.endsWith('.xml')
const told = ({ table }: FormToCheck) => table

/** A CSV cannot call a column filled that holds texts of no length, which other readers take for nothing. */
function fillings(one: FormToCheck, other: FormToCheck, at: number): string | null {
  const [a, b] = [one.table.columns[at]!, other.table.columns[at]!]
  const isSame = filledFor(a, other, at) === filledFor(b, one, at)
  return isSame ? null : a.key
}

function filledFor({ isFilled }: ExportColumn, beside: FormToCheck, at: number): boolean {
  const counts = 'counts' in beside ? (beside as CsvForm).counts[at] : undefined
  return isFilled && (counts?.emptyTexts ?? 0) === 0
}
