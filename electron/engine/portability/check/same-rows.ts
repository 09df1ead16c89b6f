import type { ExportRow } from '../formats/table-to-write.ts'
import type { FormToCheck } from './form-to-check.ts'
import { asCarried, type RowHash } from './row-hash.ts'
import { startTold } from './told.ts'

/** A form whose rows were read without a fault. */
export type ReadForm = { readonly form: FormToCheck; readonly hash: RowHash; readonly isCsv: boolean }

/**
 * What two forms of a table say differently, as a sentence naming the first row and column; null where they hold the same rows.
 * What UTF-8 cannot carry is not held against a CSV.
 */
export async function rowDifference(one: ReadForm, other: ReadForm): Promise<string | null> {
  const kind = one.isCsv || other.isCsv ? 'carried' : 'exact'
  if (one.hash[kind] === other.hash[kind]) return null
  const asRead = kind === 'exact' ? (row: ExportRow) => row : asCarried
  const theirs = singly(other.form)
  let number = 0
  for await (const row of singly(one.form)) {
    number += 1
    const next = await theirs.next()
    if (next.done) return `Row ${number} of ${one.form.file} is not in ${other.form.file}.`
    const [mine, others] = [asRead(row), asRead(next.value)]
    const at = mine.findIndex((value, index) => !Object.is(value, others[index]))
    if (at >= 0)
      return `Row ${number}, ${one.form.table.columns[at]?.key ?? 'a column'}: ${one.form.file} and ${other.form.file} say different things.`
  }
  return `${other.form.file} has more rows than ${one.form.file}.`
}

async function* singly(form: FormToCheck): AsyncGenerator<ExportRow> {
  for await (const batch of form.rows(startTold(form.file))) yield* batch
}
