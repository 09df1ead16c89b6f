import type { z } from 'zod'
import { choice, items, line, lines, link, passage, term } from '#shared/described/field.ts'
import { type BaseRecord, describeRegister } from '#shared/described/register.ts'
import { LAWFUL_BASES } from '#shared/law/lawful-bases.ts'
import { MEANS, PROVENANCES, WHOSE } from '#shared/portability/column-rule.ts'
import { PROVIDED_CHECK } from '#shared/portability/words.ts'

const basisOf = (code: string) => {
  const { short, label } = LAWFUL_BASES.find((basis) => basis.code === code)!
  return { value: code, label: `${short} ${label}` }
}

/** The bases a column may have: those of Article 6, and explicit consent. */
const COLUMN_BASES = [
  { ...basisOf('6-1-a'), value: '6-1-a' },
  { value: '9-2-a', label: '9(2)(a) Explicit consent' },
  { ...basisOf('6-1-b'), value: '6-1-b' },
  { ...basisOf('6-1-c'), value: '6-1-c' },
  { ...basisOf('6-1-d'), value: '6-1-d' },
  { ...basisOf('6-1-e'), value: '6-1-e' },
  { ...basisOf('6-1-ea'), value: '6-1-ea' },
  { ...basisOf('6-1-f'), value: '6-1-f' },
] as const

const MAPPING_FIELDS = {
  systemId: term('System', 'systems', { hint: 'The system of the library whose export this is.' }),
  form: choice('Form of the file', [
    { value: 'csv', label: 'CSV or other delimited text' },
    { value: 'xlsx', label: 'Excel workbook' },
    { value: 'json', label: 'JSON' },
    { value: 'xml', label: 'XML' },
    { value: 'sqlite', label: 'SQLite database' },
  ]),
  table: line('Table', {
    hint: 'The sheet, the database table, the list or the repeated element; empty for a file with one table.',
  }),
  called: line('What the export calls it', { hint: 'For the person who reads it, for example “Training”.' }),
  activityId: link('Activity', 'activities', {
    hint: 'Whose purposes say on what basis this data is held.',
    citation: 'UK GDPR Art 20(1)(a)',
  }),
  matchColumns: lines('Columns that say whose row it is', {
    hint: 'For example “carer_id”, “email”. A row is the person’s where each of them that is filled names the person; every other row is left out. Article 20(4) is written from memory: check it before relying on it.',
    citation: 'UK GDPR Art 20(4)',
  }),
  rowsNamingOthers: choice(
    'Rows of the person that also name others',
    [
      {
        value: 'cutCells',
        label: 'Keep the row, leave out the cells about others',
        hint: 'The rest of the row tells nothing of them.',
      },
      {
        value: 'cutRow',
        label: 'Leave out the whole row',
        hint: 'Where it could be told from the rest who they are. The same while this is open.',
      },
    ],
    { citation: 'UK GDPR Art 20(4)' },
  ),
  columns: items(
    'Columns',
    {
      column: line('Column', { hint: 'As the file has it; letter case and blanks do not count.' }),
      called: line('Called', { hint: 'What the person reads; empty for the same.' }),
      about: passage('What it holds', { hint: 'For the guide that goes with the export.' }),
      whose: choice('Whose', WHOSE, { citation: 'UK GDPR Art 20(1), 20(4)' }),
      provenance: choice('How it came about', PROVENANCES, {
        hint: PROVIDED_CHECK,
        citation: 'UK GDPR Art 20(1)',
      }),
      basis: choice('Lawful basis', COLUMN_BASES, {
        hint: 'Consent, explicit consent and a contract with the person are portable; a commissioning contract is none.',
        citation: 'UK GDPR Art 20(1)(a)',
      }),
      means: choice('Processed', MEANS, { citation: 'UK GDPR Art 20(1)(b)' }),
    },
    {
      called: 'column',
      hint: 'Each column of the file once. One that is missing here, or open in part, is not exported.',
    },
  ),
} as const

/** How the export of a system is read when somebody asks for portability: once for each system and table. */
export type Mapping = BaseRecord & {
  [Key in keyof typeof MAPPING_FIELDS]: z.output<(typeof MAPPING_FIELDS)[Key]['schema']>
}

/** What is decided about the columns of each system’s export. @source UK GDPR Art 20 */
export const mappings = describeRegister({
  register: 'mappings',
  label: 'Exports of systems',
  one: 'mapping of an export',
  about:
    'What the columns of each system’s export are: whose data, provided or observed or worked out, on what basis, by computer or on paper. Decided once for each system and used again whenever somebody asks for portability.',
  example: {
    name: 'Foster carer portal, accounts',
    says: 'The account’s name, email and preferences were provided by the carer under a contract; the risk score was worked out and is left out.',
  },
  series: 'EX',
  nameLabel: 'Export',
  nameHint: 'The system and the table, for example “Foster carer portal, accounts”.',
  fields: MAPPING_FIELDS,
  sections: [
    { title: 'Which file', fields: ['systemId', 'form', 'table', 'called', 'activityId'] },
    {
      title: 'Whose rows',
      hint: 'An export of a system usually holds many people. Only the rows of whoever asks go out.',
      fields: ['matchColumns', 'rowsNamingOthers'],
    },
    {
      title: 'Columns',
      hint: 'Best decided on the page “Portability” of a request, beside what the file holds.',
      fields: ['columns'],
    },
  ],
  list: ['systemId', 'form', 'called', 'activityId'],
  facets: ['form', 'systemId'],
  category: 'form',
  status: 'rowsNamingOthers',
})
