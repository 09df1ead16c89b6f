import { DescribedName } from '#shared/described/names.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'
import type { Contact } from '#shared/records/record.ts'
import { BYTE_ORDER_MARK, csvRows } from '../tables/csv.ts'
import { activityTables } from './activity-tables.ts'
import { DESCRIBED_WAIVERS } from './described-tables.ts'
import { type Table, table, type Value } from './table.ts'

const contactText = ({ role, name, email, telephone, address }: Contact) =>
  [role, name, email, telephone, address].filter(Boolean).join('; ')

const organisations = table(
  'organisations',
  (content) => content.organisations,
  ({ fields, answer, column }) => [
    fields('id', 'relation', 'legalName', 'tradingNames', 'parentId', 'kind', 'address', 'website', 'email'),
    fields('telephone', 'companyNumber', 'charityNumber', 'nation', 'otherRegulators', 'notes'),
    answer(
      'ico_registration',
      (it) => it.icoRegistration,
      ({ number }) => number,
    ),
    column('ico_registration_expires_on', ({ icoRegistration: it }) =>
      it.state === 'value' ? it.value.expiresOn : null,
    ),
    answer(
      'public_authority',
      (it) => it.publicAuthority,
      (value) => value,
    ),
    answer(
      'charity',
      (it) => it.charity,
      (value) => value,
    ),
    answer('data_protection_officer', (it) => it.dataProtectionOfficer, contactText),
    answer('representative', (it) => it.representative, contactText),
  ],
)

const contacts = table(
  'organisation_contacts',
  (content) =>
    content.organisations.flatMap(({ id, contacts: all }) =>
      all.map((it) => ({ organisationId: id, ...it })),
    ),
  ({ fields }) => [fields('organisationId', 'role', 'name', 'email', 'telephone', 'address')],
)

const commitments = table(
  'organisation_commitments',
  (content) =>
    content.organisations.flatMap(({ id, commitments: all }) =>
      all.map((it) => ({ organisationId: id, ...it })),
    ),
  ({ fields }) => [fields('organisationId', 'topic', 'promise', 'document', 'quote')],
)

const questions = table(
  'organisation_questions',
  (content) =>
    content.organisations.flatMap(({ id, questions: all }) =>
      all.map((it) => ({ organisationId: id, ...it })),
    ),
  ({ fields }) => [fields('organisationId', 'question', 'document', 'quote', 'settledBy')],
)

const contracts = table(
  'contracts',
  (content) => content.contracts,
  ({ fields, answer }) => [
    fields(
      'id',
      'name',
      'organisationId',
      'customerId',
      'reference',
      'subject',
      'startsOn',
      'endsOn',
      'notes',
    ),
    answer(
      'role_for_data_received',
      (it) => it.roleForDataReceived,
      (value) => value,
    ),
    answer(
      'role_for_data_created',
      (it) => it.roleForDataCreated,
      (value) => value,
    ),
    answer(
      'retention_after_closure',
      (it) => it.retentionAfterClosure,
      (value) => value,
    ),
    answer(
      'instructions',
      (it) => it.instructions,
      (value) => value,
    ),
  ],
)

const terms = table(
  'terms',
  (content) => content.terms,
  ({ fields }) => [
    fields(
      'id',
      'vocabulary',
      'name',
      'description',
      'synonyms',
      'deprecatedOn',
      'dataClass',
      'medium',
      'location',
    ),
    fields('locationAsOf', 'country', 'standing', 'citation'),
  ],
)

const evidence = table(
  'evidence',
  (content) =>
    recordsOf(content).flatMap(({ register, id, evidence: all }) =>
      all.map((it) => ({ register, recordId: id, ...it })),
    ),
  ({ fields }) => [fields('register', 'recordId', 'fact', 'document', 'quote')],
)

/** Every record that keeps the words it comes from, with its register. */
function recordsOf(content: RegisterContent) {
  const own = (['organisations', 'contracts', 'activities'] as const).flatMap((register) =>
    content[register].map(({ id, evidence: all }) => ({ register, id: id as string, evidence: all })),
  )
  const others = DescribedName.options.flatMap((register) =>
    content.described[register].map(({ id, evidence: all }) => ({ register, id, evidence: all })),
  )
  return [...own, ...others]
}

const regulators = table(
  'regulators',
  (content) => content.settings.regulators,
  ({ fields }) => [fields('from', 'name', 'shortName', 'address', 'website', 'telephone')],
)

/** Every table of the archive. Together they hold the registers' content; `record.json` holds it without loss. */
export const TABLES: readonly Table[] = [
  organisations,
  contacts,
  commitments,
  questions,
  contracts,
  ...activityTables,
  terms,
  evidence,
  regulators,
  DESCRIBED_WAIVERS,
]

const ROWS_AT_ONCE = 500

/** A table as CSV in pieces. Several values in one cell stand under one another. */
export function* tableCsv({ columns, rows }: Table, content: RegisterContent): Generator<string> {
  yield BYTE_ORDER_MARK + csvRows([columns])
  let waiting: string[][] = []
  for (const row of rows(content)) {
    waiting.push(row.map(cellOf))
    if (waiting.length < ROWS_AT_ONCE) continue
    yield csvRows(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield csvRows(waiting)
}

function cellOf(value: Value): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? value.join('\n') : `${value}`
}
