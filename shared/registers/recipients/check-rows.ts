import type { HeadedTable } from '#shared/tables/headings.ts'
import type { ImportTarget } from './import-columns.ts'
import { personOf } from './import-person.ts'
import type { ImportedPerson, KnownPerson } from './recipient.contract.ts'

/** What becomes of a row: a person ready to be taken in, one who seems to be there already, or nobody. */
export type CheckedRow = {
  /** Where it stands in the file, counted from 1. */
  readonly row: number
  readonly state: 'ready' | 'double' | 'unusable'
  readonly person: ImportedPerson | null
  /** Why it is not ready; empty when it is. */
  readonly because: string
  /** What is worth knowing all the same. */
  readonly remarks: readonly string[]
}

/**
 * Reads every row of a list as a person and holds it against the rows before and against those recorded already. A
 * person is the same by name and email address, by name and address, or by name where neither says more.
 */
export function checkRows(
  { headings, rows }: HeadedTable,
  targets: readonly ImportTarget[],
  known: readonly KnownPerson[],
): readonly CheckedRow[] {
  const seen = new Map<string, string>()
  for (const person of known)
    for (const key of keysOf(person)) seen.set(key, `${person.reference} is recorded for this breach already`)
  return rows.map(({ row, cells }): CheckedRow => {
    const { person, remarks } = personOf(headings, targets, cells)
    if (!person) return { row, state: 'unusable', person, because: remarks[0]!, remarks: [] }
    const keys = keysOf(person)
    const same = keys.flatMap((key) => seen.get(key) ?? [])[0]
    for (const key of keys) if (!seen.has(key)) seen.set(key, `row ${row} names the same person`)
    return same
      ? { row, state: 'double', person, because: `Looks like a double: ${same}.`, remarks }
      : { row, state: 'ready', person, because: '', remarks }
  })
}

/** What became of each row, with its reason: the rows taken in are those ready and the doubles that were wanted. */
export function outcomeRows(
  rows: readonly CheckedRow[],
  wantedDoubles: ReadonlySet<number>,
): ReadonlyArray<readonly [row: string, name: string, outcome: string, because: string]> {
  return rows.map((checked) => {
    const isTaken = isTakenIn(checked, wantedDoubles)
    const outcome = isTaken ? 'Taken in' : checked.state === 'double' ? 'Left out' : 'Not taken'
    const because = [
      isTaken && checked.state === 'double' ? 'Taken in although it looks like a double.' : checked.because,
    ]
    return [
      String(checked.row),
      checked.person?.name ?? '',
      outcome,
      [...because, ...checked.remarks].filter(Boolean).join(' '),
    ] as const
  })
}

/** Whether a row is taken in: it is ready, or a double that the person wants all the same. */
export function isTakenIn({ row, state }: CheckedRow, wantedDoubles: ReadonlySet<number>): boolean {
  return state === 'ready' || (state === 'double' && wantedDoubles.has(row))
}

function keysOf({
  name,
  address,
  email,
}: Pick<KnownPerson, 'name' | 'address' | 'email'>): readonly string[] {
  const who = squashed(name)
  const keys = [
    ...(email.trim() === '' ? [] : [`${who}|email|${squashed(email)}`]),
    ...(address.trim() === '' ? [] : [`${who}|address|${squashed(address)}`]),
  ]
  return keys.length > 0 ? keys : [`${who}|`]
}

/** As it is compared: letters, figures and signs alone, in small letters. */
function squashed(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const letters = plain.replaceAll(/[\s\p{P}\p{Cf}]+/gu, '')
  return letters === '' ? plain.trim() : letters
}
