import { described } from '#shared/described/all.ts'
import { EVERY_RECORD, type RecordRow } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { AppError } from '#shared/errors.ts'
import { NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import { ActivityStatus } from '#shared/registers/activities/activity.schema.ts'
import { foldText, wordGroups } from '#shared/registers/search/words.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { PlainRegister } from './registers.ts'
import type { Call } from './with-register.ts'

/** Which records to list. */
export type Wanted = {
  readonly text: string
  readonly organisationId: string | null
  readonly open: boolean
  readonly asAt: PlainDate | undefined
}

/** A list as text, and the same as the engine answered it. */
export type Listed = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly records: readonly unknown[]
}

/** The engine gives no more at once. */
const AT_ONCE = 500

/** The list of a described register, with the columns of its page. */
export async function listRecords(call: Call, register: DescribedName, wanted: Wanted): Promise<Listed> {
  const { text, organisationId, open, asAt } = wanted
  const organisationIds = organisationId ? [organisationId] : []
  const filter = { ...EVERY_RECORD, text, organisationIds, standing: open ? ('open' as const) : null }
  const rows = await inWindows((offset, limit) =>
    call('records.list', { register, filter, sort: [], groupBy: null, offset, limit }, asAt),
  )
  const { nameLabel, list, fields } = described(register)
  return {
    columns: [
      'Reference',
      nameLabel,
      'Organisation',
      ...list.map((key) => fields[key]!.label),
      'Owner',
      'Due',
      'Standing',
      'Gaps',
    ],
    rows: rows.map((row) => [
      row.reference,
      row.name,
      row.organisation,
      ...list.map((key) => row.cells[key] ?? ''),
      row.owner,
      dueOf(row),
      row.isClosed ? 'Closed' : 'Open',
      `${row.errors + row.warnings + row.notes}`,
    ]),
    records: rows,
  }
}

const dueOf = ({ dueOn, pausedSince }: RecordRow) =>
  dueOn ?? (pausedSince ? `paused since ${pausedSince}` : '')

/** The list of one of the other registers. */
export async function listPlain(call: Call, register: PlainRegister, wanted: Wanted): Promise<Listed> {
  if (wanted.open && register !== 'activities')
    throw new AppError('invalid', `The records of ${register} are neither open nor closed. Leave --open out.`)
  switch (register) {
    case 'activities':
      return listActivities(call, wanted)
    case 'organisations': {
      const all = await call('organisations.list', { relation: null }, wanted.asAt)
      const own = all.filter(({ id }) => wanted.organisationId === null || id === wanted.organisationId)
      return chosen(wanted, ['Organisation', 'Relation', 'Email', 'Telephone', 'Activities'], own, (it) => [
        it.legalName,
        it.relation,
        it.email,
        it.telephone,
        `${it.activities}`,
      ])
    }
    case 'contracts': {
      const all = await call('contracts.list', {}, wanted.asAt)
      const own = all.filter(
        ({ organisationId }) => wanted.organisationId === null || organisationId === wanted.organisationId,
      )
      const columns = ['Reference', 'Contract', 'Organisation', 'Customer', 'Starts', 'Ends', 'Activities']
      return chosen(wanted, columns, own, (it) => [
        it.reference,
        it.name,
        it.organisation,
        it.customer,
        it.startsOn ?? '',
        it.endsOn ?? '',
        `${it.activities}`,
      ])
    }
    case 'vocabulary': {
      if (wanted.organisationId !== null)
        throw new AppError('invalid', 'Terms belong to no organisation. Leave --organisation out.')
      const all = await call('vocabulary.list', { vocabulary: null }, wanted.asAt)
      return chosen(wanted, ['List', 'Term', 'Description', 'Used by'], all, (it) => [
        it.vocabulary,
        it.name,
        it.description,
        `${it.uses}`,
      ])
    }
  }
}

async function listActivities(call: Call, { text, organisationId, open, asAt }: Wanted): Promise<Listed> {
  const filter = {
    ...NO_FILTER,
    text,
    organisationIds: organisationId ? [organisationId] : [],
    statuses: open ? ActivityStatus.options.filter((status) => status !== 'retired') : [],
  }
  const rows = await inWindows((offset, limit) =>
    call('activities.list', { filter, sort: [], groupBy: null, offset, limit }, asAt),
  )
  return {
    columns: ['Reference', 'Activity', 'Organisation', 'Role', 'Status', 'Owner', 'Next review', 'Gaps'],
    rows: rows.map((row) => [
      row.reference,
      row.name,
      row.organisation,
      row.role,
      row.status,
      row.owner,
      row.reviewOn ?? '',
      `${row.errors + row.warnings + row.notes}`,
    ]),
    records: rows,
  }
}

/** The records in whose rows every word typed occurs, in any letter case and with or without accents. */
function chosen<Kind>(
  { text }: Wanted,
  columns: readonly string[],
  records: readonly Kind[],
  cellsOf: (record: Kind) => readonly string[],
): Listed {
  const words = wordGroups(text).flat()
  const found = records
    .map((record) => ({ record, cells: cellsOf(record) }))
    .filter(({ cells }) => {
      const folded = foldText(cells.join('\n'))
      return words.every((word) => folded.includes(word))
    })
  return { columns, rows: found.map(({ cells }) => cells), records: found.map(({ record }) => record) }
}

async function inWindows<Row>(
  ask: (offset: number, limit: number) => Promise<{ total: number; rows: Row[] }>,
): Promise<Row[]> {
  const all: Row[] = []
  for (;;) {
    const { total, rows } = await ask(all.length, AT_ONCE)
    all.push(...rows)
    if (rows.length === 0 || all.length >= total) return all
  }
}
