import { RegisterName } from '#shared/records/record.ts'
import type { CommandEntry, Revision } from '#shared/registers/history/history.contract.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kinds } from '../../records/kinds.ts'
import type { Lookups } from '../../records/lookups.ts'
import { type Differ, differOf } from './history.names.ts'

type Row = {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly procedure: string
  readonly command: string
  readonly register: string
  readonly record: string
  readonly body: string | null
  readonly chain_sha256: string
}

const COLUMNS = [
  'seq',
  'at',
  'actor',
  'procedure',
  'command',
  'register',
  'record',
  'body',
  'chain_sha256',
] as const

/** The states of one record, newest first, each with what differs from the one before. */
export async function revisionsOf(
  db: ReadDb,
  register: RegisterName,
  record: string,
  lookups: Lookups,
): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(COLUMNS)
    .where('register', '=', register)
    .where('record', '=', record)
    .orderBy('seq', 'asc')
    .execute()
  const differ = await differOf(db, lookups, rows.map(stateOf))
  return rows.map((row, index) => toRevision(row, rows[index - 1], differ)).toReversed()
}

/** The states one command left behind, each with what differs from the one before. */
export async function revisionsOfCommand(db: ReadDb, command: string, lookups: Lookups): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(COLUMNS)
    .where('command', '=', command)
    .orderBy('seq')
    .execute()
  const befores = await Promise.all(rows.map((row) => revisionBefore(db, row)))
  const states = [...rows, ...befores.filter((row) => row !== undefined)].map(stateOf)
  const differ = await differOf(db, lookups, states)
  return rows.map((row, index) => toRevision(row, befores[index], differ))
}

/** The state of a record before a revision, or undefined when there was none. */
export async function revisionBefore(
  db: ReadDb,
  { register, record, seq }: Pick<Row, 'register' | 'record' | 'seq'>,
) {
  return db
    .selectFrom('revisions')
    .select(COLUMNS)
    .where('register', '=', register)
    .where('record', '=', record)
    .where('seq', '<', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What was done last, newest first; one entry for each command. */
export async function recentCommands(db: ReadDb, limit: number): Promise<CommandEntry[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(({ fn }) => [
      'command',
      fn.min('seq').as('first'),
      fn.max('seq').as('last'),
      fn.countAll<number>().as('records'),
    ])
    .groupBy('command')
    .orderBy('last', 'desc')
    .limit(limit)
    .execute()
  const undone = await undoneCommands(db)
  return Promise.all(
    rows.map(async ({ command, first, records }) =>
      entryOf(db, command, Number(first), Number(records), undone.has(command)),
    ),
  )
}

async function entryOf(
  db: ReadDb,
  command: string,
  first: number,
  records: number,
  undone: boolean,
): Promise<CommandEntry> {
  const row = await db
    .selectFrom('revisions')
    .select(COLUMNS)
    .where('seq', '=', first)
    .executeTakeFirstOrThrow()
  const body = isGone(row) ? (await revisionBefore(db, row))?.body : row.body
  const title = titleOf(row.register, body ?? null)
  return {
    command,
    at: row.at as CommandEntry['at'],
    actor: row.actor,
    procedure: row.procedure,
    register: RegisterName.parse(row.register),
    records,
    title,
    undone,
  }
}

/** The commands that stand taken back: the last word about each is an undo. */
export async function undoneCommands(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('revisions')
    .select(({ fn }) => ['command', 'undoes', 'procedure', fn.max('seq').as('last')])
    .where('undoes', 'is not', null)
    .groupBy(['command', 'undoes', 'procedure'])
    .orderBy('last', 'asc')
    .execute()
  const undone = new Set<string>()
  for (const { undoes, procedure } of rows) {
    if (procedure === 'history.undo') undone.add(undoes!)
    else undone.delete(undoes!)
  }
  return undone
}

function toRevision(row: Row, before: Row | undefined, differ: Differ): Revision {
  const [was, is] = [fieldsOf(before), fieldsOf(row)]
  const register = RegisterName.parse(row.register)
  return {
    seq: row.seq,
    at: row.at as Revision['at'],
    actor: row.actor,
    procedure: row.procedure,
    command: row.command,
    register,
    record: row.record,
    title: titleOf(register, (is ? row.body : before?.body) ?? null),
    changes: differ(register, was, is),
    chain: row.chain_sha256,
  }
}

const stateOf = (row: Row) => ({ register: row.register, fields: fieldsOf(row) })

/** Whether the record was not there after this revision, or its content has been erased. */
const isGone = ({ body }: Pick<Row, 'body'>) => body === null || body === 'null'

function fieldsOf(row: Row | undefined): Record<string, unknown> | null {
  return row && !isGone(row) ? (JSON.parse(row.body!) as Record<string, unknown>) : null
}

function titleOf(register: string, body: string | null): string {
  if (body === null || body === 'null') return 'A record that is no longer kept'
  const kind = kinds[RegisterName.parse(register)]
  return kind.titleOf(JSON.parse(body) as { id: string })
}
