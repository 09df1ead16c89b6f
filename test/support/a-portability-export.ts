import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { ColumnRule } from '#shared/portability/column-rule.ts'
import type { SourceUse } from '#shared/portability/source.ts'
import type { callerOf } from './engine.ts'

type Call = ReturnType<typeof callerOf>

/** A column of a mapping: the person's own, provided, on a contract and by computer, but for what is said. */
export const aColumn = (column: string, more: Partial<ColumnRule> = {}): ColumnRule => ({
  column,
  called: '',
  about: '',
  whose: 'person',
  provenance: 'provided',
  basis: '6-1-b',
  means: 'automated',
  ...more,
})

/** What is decided about the accounts of a portal. */
export const ACCOUNT_COLUMNS: readonly ColumnRule[] = [
  aColumn('carer_id', { called: 'Account number', about: 'The number of your account' }),
  aColumn('name', { called: 'Name' }),
  aColumn('email', { called: 'E-mail', about: 'Where messages from the portal go' }),
  aColumn('born', { called: 'Born on' }),
  aColumn('last_login', { called: 'Last login', provenance: 'observed' }),
  aColumn('logins', { called: 'Logins', provenance: 'observed' }),
  aColumn('newsletter', { called: 'Newsletter', basis: '6-1-a' }),
  aColumn('household', { called: 'Household', whose: 'personAndOthers' }),
  aColumn('risk_score', { called: 'Risk score', provenance: 'inferred', basis: '6-1-f' }),
  aColumn('visit_note', { called: 'Note of the visit', provenance: 'created', basis: '6-1-e' }),
  aColumn('emergency_contact', { called: 'Emergency contact', whose: 'others' }),
  aColumn('row_version', { called: 'Version', whose: 'nobody' }),
]

/** The accounts of everybody, as a system exports them; one name begins like a formula. */
export const ACCOUNTS_CSV = [
  'carer_id,name,email,born,last_login,logins,newsletter,household,risk_score,visit_note,emergency_contact,row_version',
  'C-1,Maya Reed,maya@reed.example,1984-02-29,2026-10-01T08:15:00Z,12,true,"Tom, our son",7,SECRETNOTE,Ann SECRETOTHER,901',
  'C-2,Ivor SECRETPENROSE,ivor@penrose.example,1970-01-01,2026-10-02T08:15:00Z,3,false,,2,,,902',
  'C-1,"=2+5 ""Maya""\nReed",maya@reed.example,1984-02-29,,7,false,,6,,,903',
  ',Nobody SECRETKNOWS,,,,,,,,,,904',
].join('\r\n')

/** A request for portability to an organisation, and its id. */
export async function aPortabilityRequest(
  call: Call,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { id: organisationId } = await call('organisations.create', {
    legalName: 'Hollybank Fostering',
    relation: 'own',
  })
  const asked = {
    right: 'R-PORT',
    receivedOn: '2026-11-02',
    requesterName: 'Maya Reed',
    organisationId,
    ...fields,
  }
  const { id } = await call('records.create', {
    register: 'requests',
    name: 'Portability, carer',
    fields: asked,
  })
  return id
}

/** Writes the accounts, keeps what is decided about them, and says how they are used for a person. */
export async function someAccounts(
  call: Call,
  folder: string,
  { text = ACCOUNTS_CSV, person = ['C-1'], columns = ACCOUNT_COLUMNS }: Accounts = {},
): Promise<SourceUse> {
  const path = join(folder, 'accounts.csv')
  await writeFile(path, text)
  const { id: mapping } = await call('portability.saveMapping', {
    id: null,
    name: 'Foster carer portal, accounts',
    systemId: null,
    activityId: null,
    form: 'csv',
    table: '',
    called: 'Account',
    matchColumns: ['carer_id'],
    rowsNamingOthers: 'cutCells',
    columns: [...columns],
  })
  return {
    path,
    table: '',
    options: { encoding: null, delimiter: null },
    mapping,
    person: [...person],
    holdsOnlyThePerson: false,
  }
}

type Accounts = {
  readonly text?: string
  readonly person?: readonly string[]
  readonly columns?: readonly ColumnRule[]
}

/** Bookings of two carers in a SQLite database, and how they are used for one of them. */
export async function someBookings(call: Call, folder: string): Promise<SourceUse> {
  const path = join(folder, 'training.sqlite')
  const database = new Database(path)
  database.exec(`create table bookings (carer text, course text, hours real, paid integer);
    insert into bookings values ('c-1 ', 'First aid', 2.5, 1), ('C-2', 'SECRETCOURSE', 3, 0), ('C-1', 'Attachment', 6, 1);`)
  database.close()
  const { id: mapping } = await call('portability.saveMapping', {
    id: null,
    name: 'Training, bookings',
    systemId: null,
    activityId: null,
    form: 'sqlite',
    table: 'bookings',
    called: 'Training',
    matchColumns: ['carer'],
    rowsNamingOthers: 'cutRow',
    columns: [
      aColumn('carer', { whose: 'nobody' }),
      aColumn('course', { called: 'Course' }),
      aColumn('hours', { called: 'Hours', provenance: 'observed' }),
      aColumn('paid', { called: 'Paid' }),
    ],
  })
  return {
    path,
    table: 'bookings',
    options: { encoding: null, delimiter: null },
    mapping,
    person: ['C-1'],
    holdsOnlyThePerson: false,
  }
}
