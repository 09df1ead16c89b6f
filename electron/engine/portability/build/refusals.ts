import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { TablePlan } from '#shared/portability/plan-table.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { ExportJob, JobSource } from './export-job.ts'
import { matchPlaces, type TakenTable } from './take-table.ts'

/** Refuses an export for a request that asks for something else. @source UK GDPR Art 20 */
export function refuseOtherRight({ right, alsoAsks, reference }: RequestRecord): void {
  if (right === 'R-PORT' || alsoAsks.includes('R-PORT')) return
  throw new AppError(
    'rule',
    `${reference} is not a request for portability. If the person asks for that too, say so under “Other rights used in the same message”.`,
  )
}

/** Refuses a request of which it is not known whose data it asks for: the controller has to be named. */
export function refuseNoOrganisation({ reference }: RequestRecord, organisation: object | null): void {
  if (organisation === null)
    throw new AppError(
      'rule',
      `${reference} does not say which organisation it was made to. Choose it in the request: the guide names it.`,
    )
}

/** Refuses a table that is taken twice, a mapping of another form, and a file about which nobody says whose it is. */
export function refuseUnfit(sources: ExportJob['sources']): void {
  const seen = new Set<string>()
  for (const { use, mapping } of sources) {
    const place = `${use.path}\0${use.table}`
    if (seen.has(place))
      throw new AppError('invalid', `${nameOf(use)} is given twice. Take one of the two out.`)
    seen.add(place)
    const people = use.person.filter((value) => value.trim() !== '')
    if (mapping.matchColumns.length > 0 && people.length === 0 && !use.holdsOnlyThePerson)
      throw new AppError(
        'invalid',
        `Say what stands for the person in ${inWords(mapping.matchColumns)} of ${nameOf(use)}, for example a number or an email address.`,
      )
    if (mapping.matchColumns.length === 0 && !use.holdsOnlyThePerson) throw nobodySays(use)
  }
}

/** Refuses a file that is in another form than its mapping says. */
export function refuseOtherForm(form: string, { use, mapping }: JobSource): void {
  if (mapping.form === null || mapping.form === form) return
  throw new AppError(
    'invalid',
    `${nameOf(use)} is ${FORMS[form] ?? form}, but “${mapping.name}” is about ${FORMS[mapping.form] ?? mapping.form}. Choose another mapping, or make one for this file.`,
  )
}

/** Refuses columns about which something is undecided, and rows of which nobody can tell whose they are. */
export function refuseUndecided(
  columns: readonly string[],
  plan: TablePlan,
  { use, mapping }: JobSource,
): void {
  refuseNobodysRows(columns, { use, mapping })
  const open = plan.undecided(columns)
  if (open.length === 0) return
  const named = open.slice(0, NAMED).map(({ column, says }) => `“${column.slice(0, 80)}”: ${says}`)
  const more = open.length > NAMED ? ` And ${open.length - NAMED} more.` : ''
  throw new AppError(
    'rule',
    `${open.length === 1 ? '1 column' : `${open.length} columns`} of ${nameOf(use)} must be decided first. ${named.join(' ')}${more}`,
  )
}

/** Refuses rows of which nothing tells whose they are. */
export function refuseNobodysRows(
  columns: readonly string[],
  { use, mapping }: Pick<JobSource, 'use' | 'mapping'>,
): void {
  if (!use.holdsOnlyThePerson && matchPlaces(mapping, columns) === 0) throw nobodySays(use)
}

/** Refuses a table in which no row is the person's. */
export function refuseEmpty({ own, rows, counts }: TakenTable, { use }: JobSource): void {
  if (own > 0) return
  const unclear = counts.unclear > 0 ? `; of ${counts.unclear} it could not be told whose they are` : ''
  throw new AppError(
    'rule',
    `None of the ${rows} rows of ${nameOf(use)} is the person’s${unclear}. Check the values that stand for the person, or take the file out.`,
  )
}

/** Refuses an export in which nothing is left. @source UK GDPR Art 20(1) */
export function refuseNothing(tables: readonly TakenTable[]): void {
  if (tables.some(({ kept }) => kept.length > 0)) return
  throw new AppError(
    'rule',
    'Portability covers no column of these files, so there is nothing to export. Tell the person why, and give the data under the right of access instead.',
  )
}

/** Columns that a refusal names. */
const NAMED = 5

const FORMS: Readonly<Record<string, string>> = {
  csv: 'a CSV file',
  xlsx: 'an Excel workbook',
  json: 'a JSON file',
  xml: 'an XML file',
  sqlite: 'a SQLite database',
}

const nameOf = ({ path, table }: JobSource['use']) =>
  table === '' ? `“${basename(path)}”` : `“${table}” of “${basename(path)}”`

const nobodySays = (use: JobSource['use']) =>
  new AppError(
    'invalid',
    `No column of ${nameOf(use)} says whose row it is. Name one in the mapping, or confirm that the file holds only this person.`,
  )

const inWords = (names: readonly string[]) => names.map((name) => `“${name}”`).join(' and ')
