import { emailOf } from '#shared/registers/suppressions/identifiers.ts'
import { cutTo } from '#shared/tables/tidy-text.ts'
import type { ImportTarget } from './import-columns.ts'
import { kindOfPerson, safeToWriteOf, versionOfLetter, yesOrNo } from './import-values.ts'
import type { ImportedPerson } from './recipient.contract.ts'
import { rowReader } from './row-reader.ts'

/** A row as a person, or null when it names nobody, and what is worth knowing about how it was read. */
export type ReadPerson = { readonly person: ImportedPerson | null; readonly remarks: readonly string[] }

const LONGEST_NAME = 200
const LONGEST_LINE = 500

/**
 * Makes a person of the cells of a row. Names stay as they are, in any script, formulas as the texts they are. A word
 * that is no choice and the end of a long name go into the notes; nothing is dropped unsaid.
 */
export function personOf(
  headings: readonly string[],
  targets: readonly ImportTarget[],
  cells: readonly string[],
): ReadPerson {
  const row = rowReader(headings, targets, cells)
  const name = row.line(['name', 'firstName', 'lastName'], 'Name', LONGEST_NAME)
  if (!isName(name)) return { person: null, remarks: ['There is no name.'] }
  const email = row.line(['email'], 'Email', LONGEST_LINE)
  if (email !== '' && emailOf(email) === null)
    row.remark(`“${cutTo(email, 80)}” is not an email address; it was taken as it stands.`)
  const safeToWrite = row.choice('safeToWrite', safeToWriteOf)
  // Words that are not understood are no leave to write to a home where somebody may be in danger.
  const isUnclear = safeToWrite === null && row.says('safeToWrite')
  const person = {
    name,
    kind: row.choice('kind', kindOfPerson),
    highRisk: row.choice('highRisk', yesOrNo),
    affected: row.passage('affected', 'What was affected'),
    version: row.choice('version', versionOfLetter),
    addressee: row.line(['addressee'], 'Letter addressed to', LONGEST_LINE),
    address: row.passage('address', 'Address'),
    email,
    language: row.line(['language'], 'Language or format', LONGEST_LINE),
    safeToWrite: isUnclear ? ('check' as const) : safeToWrite,
  }
  return { person: { ...person, notes: row.notes() }, remarks: row.remarks() }
}

/** Whether a text has anything that can be seen. */
const isName = (text: string) => text.replaceAll(/[\p{Cf}\p{M}\p{Z}]/gu, '') !== ''
