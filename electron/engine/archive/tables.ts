import type { RegisterContent } from '#shared/records/register-content.ts'
import type { Contact } from '#shared/records/record.ts'
import { BYTE_ORDER_MARK, csvRows } from '../tables/csv.ts'
import { activityTables } from './activity-tables.ts'
import { answerColumns, answered, type Table, type Value } from './table.ts'

const contactText = ({ role, name, email, telephone, address }: Contact) =>
  [role, name, email, telephone, address].filter(Boolean).join('; ')

const organisations: Table = {
  name: 'organisations',
  columns: [
    ...['id', 'relation', 'legal_name', 'trading_names', 'parent_id', 'kind', 'address', 'website', 'email'],
    ...['telephone', 'company_number', 'charity_number', 'nation', 'other_regulators', 'notes'],
    ...answerColumns('ico_registration'),
    'ico_registration_expires_on',
    ...['public_authority', 'charity', 'data_protection_officer', 'representative'].flatMap(answerColumns),
  ],
  rows: function* ({ organisations: all }) {
    for (const it of all) {
      const { icoRegistration } = it
      yield [
        ...[it.id, it.relation, it.legalName, it.tradingNames, it.parentId, it.kind, it.address, it.website],
        ...[
          it.email,
          it.telephone,
          it.companyNumber,
          it.charityNumber,
          it.nation,
          it.otherRegulators,
          it.notes,
        ],
        ...answered(icoRegistration, ({ number }) => number),
        icoRegistration.state === 'value' ? icoRegistration.value.expiresOn : null,
        ...answered(it.publicAuthority, (value) => value),
        ...answered(it.charity, (value) => value),
        ...answered(it.dataProtectionOfficer, contactText),
        ...answered(it.representative, contactText),
      ]
    }
  },
}

const contacts: Table = {
  name: 'organisation_contacts',
  columns: ['organisation_id', 'role', 'name', 'email', 'telephone', 'address'],
  rows: function* ({ organisations: all }) {
    for (const { id, contacts: list } of all)
      for (const { role, name, email, telephone, address } of list)
        yield [id, role, name, email, telephone, address]
  },
}

const commitments: Table = {
  name: 'organisation_commitments',
  columns: ['organisation_id', 'topic', 'promise', 'document', 'quote'],
  rows: function* ({ organisations: all }) {
    for (const { id, commitments: list } of all)
      for (const { topic, promise, document, quote } of list) yield [id, topic, promise, document, quote]
  },
}

const questions: Table = {
  name: 'organisation_questions',
  columns: ['organisation_id', 'question', 'document', 'quote', 'settled_by'],
  rows: function* ({ organisations: all }) {
    for (const { id, questions: list } of all)
      for (const { question, document, quote, settledBy } of list)
        yield [id, question, document, quote, settledBy]
  },
}

const contracts: Table = {
  name: 'contracts',
  columns: [
    ...[
      'id',
      'name',
      'organisation_id',
      'customer_id',
      'reference',
      'subject',
      'starts_on',
      'ends_on',
      'notes',
    ],
    ...['role_for_data_received', 'role_for_data_created', 'retention_after_closure', 'instructions'].flatMap(
      answerColumns,
    ),
  ],
  rows: function* ({ contracts: all }) {
    for (const it of all) {
      yield [
        ...[
          it.id,
          it.name,
          it.organisationId,
          it.customerId,
          it.reference,
          it.subject,
          it.startsOn,
          it.endsOn,
          it.notes,
        ],
        ...answered(it.roleForDataReceived, (value) => value),
        ...answered(it.roleForDataCreated, (value) => value),
        ...answered(it.retentionAfterClosure, (value) => value),
        ...answered(it.instructions, (value) => value),
      ]
    }
  },
}

const terms: Table = {
  name: 'terms',
  columns: [
    ...[
      'id',
      'vocabulary',
      'name',
      'description',
      'synonyms',
      'deprecated_on',
      'data_class',
      'medium',
      'location',
    ],
    ...['location_as_of', 'country', 'standing', 'citation'],
  ],
  rows: function* ({ terms: all }) {
    for (const it of all) {
      yield [
        ...[
          it.id,
          it.vocabulary,
          it.name,
          it.description,
          it.synonyms,
          it.deprecatedOn,
          it.dataClass,
          it.medium,
        ],
        ...[it.location, it.locationAsOf, it.country, it.standing, it.citation],
      ]
    }
  },
}

const evidence: Table = {
  name: 'evidence',
  columns: ['register', 'record_id', 'fact', 'document', 'quote'],
  rows: function* (content) {
    for (const register of ['organisations', 'contracts', 'activities'] as const)
      for (const { id, evidence: list } of content[register])
        for (const { fact, document, quote } of list) yield [register, id, fact, document, quote]
  },
}

const regulators: Table = {
  name: 'regulators',
  columns: ['from', 'name', 'short_name', 'address', 'website', 'telephone'],
  rows: function* ({ settings }) {
    for (const it of settings.regulators)
      yield [it.from, it.name, it.shortName, it.address, it.website, it.telephone]
  },
}

/** Every table of the archive. Together they hold what `record.json` holds. */
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
