import type { CodeListEntry } from './code-list.ts'

/** One column of the ICO's template, in its order. */
export type RopaColumn = CodeListEntry & {
  /** The spreadsheet column: "A" to "AD". */
  readonly column: string
  readonly group: string
  /** Derived from Art 30 and Sch 1 para 41: the colours that say so in the ICO's file were not recorded. */
  readonly legallyRequired: boolean
  /** Whether the heading is the ICO's own, word for word. */
  readonly icoHeading: boolean
}

/** The block above the columns: who keeps the record. */
export type RopaHeader = {
  readonly parties: readonly string[]
  readonly fields: readonly string[]
  readonly citation: string
  readonly confirmed: boolean
}

const DERIVED = 'Whether the law requires this column is derived from Art 30(1) and Sch 1 para 41.'
const HEADING_FROM_MEMORY = 'The content follows Art 30(2); the exact heading of the ICO is from memory.'

type Group = { readonly name: string; readonly citation: string; readonly required: boolean }

const RECORD: Group = { name: 'Art 30 record', citation: 'UK GDPR Art 30(1)', required: true }
const NOTICES: Group = { name: 'Privacy notices', citation: 'UK GDPR Arts 13, 14', required: false }
const CONSENT: Group = { name: 'Consent', citation: 'UK GDPR Art 7(1)', required: false }
const ACCESS: Group = { name: 'Access requests', citation: 'UK GDPR Art 15', required: false }
const DPIAS: Group = { name: 'DPIAs', citation: 'UK GDPR Art 35', required: false }
const BREACHES: Group = { name: 'Personal data breaches', citation: 'UK GDPR Art 33(5)', required: false }
const SCHEDULE_1: Group = {
  name: 'DPA 2018 special category or criminal offence data',
  citation: 'DPA 2018 Sch 1 para 41',
  required: true,
}

/** The block of the controller's template, rows 1 to 6. @source UK GDPR Art 30(1)(a) */
export const CONTROLLER_HEADER: RopaHeader = {
  parties: ['Controller', 'Data protection officer (if applicable)', 'Representative (if applicable)'],
  fields: ['Name', 'Address', 'Email', 'Telephone'],
  citation: 'UK GDPR Art 30(1)(a)',
  confirmed: true,
}

/**
 * The controller's columns, A to AD, headings in the ICO's own words.
 *
 * Transcribed from two public copies that agree; the ICO's own file was not
 * available.
 *
 * @source ICO documentation template; UK GDPR Art 30(1); DPA 2018 Sch 1 para 41
 */
export const CONTROLLER_COLUMNS: readonly RopaColumn[] = [
  controllerColumn(1, 'A', RECORD, 'Business function'),
  controllerColumn(2, 'B', RECORD, 'Purpose of processing'),
  controllerColumn(3, 'C', RECORD, 'Name and contact details of joint controller (if applicable)'),
  controllerColumn(4, 'D', RECORD, 'Categories of individuals'),
  controllerColumn(5, 'E', RECORD, 'Categories of personal data'),
  controllerColumn(6, 'F', RECORD, 'Categories of recipients'),
  controllerColumn(7, 'G', RECORD, 'Link to contract with processor', 'optional'),
  controllerColumn(
    8,
    'H',
    RECORD,
    'Names of third countries or international organisations that personal data are transferred to (if applicable)',
  ),
  controllerColumn(
    9,
    'I',
    RECORD,
    'Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)',
  ),
  controllerColumn(10, 'J', RECORD, 'Retention schedule (if possible)'),
  controllerColumn(
    11,
    'K',
    RECORD,
    'General description of technical and organisational security measures (if possible)',
  ),
  controllerColumn(12, 'L', NOTICES, 'Article 6 lawful basis for processing personal data'),
  controllerColumn(13, 'M', NOTICES, 'Article 9 condition for processing special category data'),
  controllerColumn(14, 'N', NOTICES, 'Legitimate interests for the processing (if applicable)'),
  controllerColumn(15, 'O', NOTICES, 'Link to record of legitimate interests assessment (if applicable)'),
  controllerColumn(16, 'P', NOTICES, 'Rights available to individuals'),
  controllerColumn(
    17,
    'Q',
    NOTICES,
    'Existence of automated decision-making, including profiling (if applicable)',
  ),
  controllerColumn(18, 'R', NOTICES, 'The source of the personal data (if applicable)'),
  controllerColumn(19, 'S', CONSENT, 'Link to record of consent'),
  controllerColumn(20, 'T', ACCESS, 'Location of personal data'),
  controllerColumn(21, 'U', DPIAS, 'Data Protection Impact Assessment required?'),
  controllerColumn(22, 'V', DPIAS, 'Data Protection Impact Assessment progress'),
  controllerColumn(23, 'W', DPIAS, 'Link to Data Protection Impact Assessment'),
  controllerColumn(24, 'X', BREACHES, 'Has a personal data breach occurred?'),
  controllerColumn(25, 'Y', BREACHES, 'Link to record of personal data breach'),
  controllerColumn(26, 'Z', SCHEDULE_1, 'Data Protection Act 2018 Schedule 1 Condition for processing'),
  controllerColumn(27, 'AA', SCHEDULE_1, 'GDPR Article 6 lawful basis for processing'),
  controllerColumn(28, 'AB', SCHEDULE_1, 'Link to retention and erasure policy document'),
  controllerColumn(
    29,
    'AC',
    SCHEDULE_1,
    'Is personal data retained and erased in accordance with the policy document?',
  ),
  controllerColumn(30, 'AD', SCHEDULE_1, 'Reasons for not adhering to policy document (if applicable)'),
]

/** The block of the processor's template. @source UK GDPR Art 30(2)(a) */
export const PROCESSOR_HEADER: RopaHeader = {
  parties: ['Processor', 'Data protection officer (if applicable)', 'Representative (if applicable)'],
  fields: ['Name', 'Address', 'Email', 'Telephone'],
  citation: 'UK GDPR Art 30(2)(a)',
  confirmed: false,
}

/**
 * The processor's columns: what the law asks for, under headings from memory.
 *
 * @source UK GDPR Art 30(2)
 */
export const PROCESSOR_COLUMNS: readonly RopaColumn[] = [
  processorColumn(1, 'A', 'Name and contact details of controller', 'UK GDPR Art 30(2)(a)', true),
  processorColumn(
    2,
    'B',
    'Name and contact details of controller’s representative (if applicable)',
    'UK GDPR Art 30(2)(a)',
    true,
  ),
  processorColumn(3, 'C', 'Categories of processing', 'UK GDPR Art 30(2)(b)', true),
  processorColumn(
    4,
    'D',
    'Names of third countries or international organisations that personal data are transferred to (if applicable)',
    'UK GDPR Art 30(2)(c)',
    true,
  ),
  processorColumn(
    5,
    'E',
    'Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)',
    'UK GDPR Art 30(2)(c)',
    true,
  ),
  processorColumn(
    6,
    'F',
    'General description of technical and organisational security measures (if possible)',
    'UK GDPR Art 30(2)(d)',
    true,
  ),
  processorColumn(7, 'G', 'Link to contract with controller', 'UK GDPR Art 28(3)', false),
]

/** The controller's column in a spreadsheet column, for example "AB"; `undefined` past "AD". */
export function controllerColumnAt(column: string): RopaColumn | undefined {
  return CONTROLLER_COLUMNS.find((found) => found.column === column)
}

function controllerColumn(
  number: number,
  column: string,
  group: Group,
  label: string,
  optional?: 'optional',
): RopaColumn {
  return {
    code: `C${String(number).padStart(2, '0')}`,
    column,
    label,
    group: group.name,
    citation: group.citation,
    note: DERIVED,
    legallyRequired: group.required && optional === undefined,
    icoHeading: true,
    confirmed: true,
    check: null,
  }
}

function processorColumn(
  number: number,
  column: string,
  label: string,
  citation: string,
  legallyRequired: boolean,
): RopaColumn {
  return {
    code: `P${String(number).padStart(2, '0')}`,
    column,
    label,
    group: 'Art 30(2) record',
    citation,
    note: legallyRequired ? '' : 'May not be in the ICO’s template; kept as useful.',
    legallyRequired,
    icoHeading: false,
    confirmed: false,
    check: HEADING_FROM_MEMORY,
  }
}
