import { type CodeListEntry } from '#shared/law/code-list.ts'

/** One step of a scale of ENISA’s method, with what it counts. */
export type SeverityStep = CodeListEntry & { readonly score: number }

const WORDING_FROM_MEMORY =
  'The score was seen in a source; the wording of the level is from memory: check it in the method.'
const TABLE_1 = 'ENISA 2013, Assessment Table 1'
const TABLE_2 = 'ENISA 2013, Assessment Table 2'
const TABLE_3 = 'ENISA 2013, Assessment Table 3'
const STEP_2 = 'ENISA 2013, data processing context, step 2'

/** Kinds of data, each with its basic score. @source ENISA 2013 */
export const DPC_CATEGORIES: readonly SeverityStep[] = [
  step(
    'DPC-SIMPLE',
    1,
    'Simple data',
    TABLE_1,
    null,
    'Biographical, contact, education, family life, work experience.',
  ),
  step('DPC-BEHAV', 2, 'Behavioural data', TABLE_1, null, 'Location, traffic data, preferences, habits.'),
  step(
    'DPC-FIN',
    3,
    'Financial data',
    TABLE_1,
    null,
    'Income, transactions, bank and card details, social welfare.',
  ),
  step(
    'DPC-SENS',
    4,
    'Sensitive data',
    TABLE_1,
    null,
    'Health, political affiliation, sexual life. For UK use treat all Art 9 and criminal offence data here.',
  ),
]

/** What moves the score of the data up or down by one; it stays between 1 and 4. @source ENISA 2013 */
export const DPC_ADJUSTMENTS = {
  up: [
    step('DPC-ADJ-VOL', 1, 'Volume of data about each person', STEP_2, null, ''),
    step(
      'DPC-ADJ-CTRL',
      1,
      'Special characteristics of the controller',
      STEP_2,
      null,
      'Raises: for example the name of a children’s home reveals care status.',
    ),
    step(
      'DPC-ADJ-SUBJ',
      1,
      'Special characteristics of the people',
      STEP_2,
      null,
      'Raises: children, people at risk, protected addresses.',
    ),
  ],
  down: [
    step('DPC-ADJ-INV', -1, 'Invalid or inaccurate data', STEP_2, null, ''),
    step('DPC-ADJ-PUB', -1, 'Already public before the breach', STEP_2, null, ''),
    step('DPC-ADJ-NAT', -1, 'Nature of the data (reveals less than its category)', STEP_2, null, ''),
  ],
} as const satisfies Record<string, readonly SeverityStep[]>

/** How easily people are identified, and what happened to the data. @source ENISA 2013 */
export const ENISA_SCALES = {
  identification: [
    step('EI-NEG', 0.25, 'Negligible', TABLE_2, null, ''),
    step('EI-LIM', 0.5, 'Limited', TABLE_2, null, ''),
    step('EI-SIG', 0.75, 'Significant', TABLE_2, null, ''),
    step('EI-MAX', 1, 'Maximum', TABLE_2, null, ''),
  ],
  confidentiality: [
    step(
      'CB-CONF-0',
      0,
      'Exposed but no evidence of unlawful access (for example lost device later found or encrypted)',
      TABLE_3,
      WORDING_FROM_MEMORY,
      '',
    ),
    step(
      'CB-CONF-25',
      0.25,
      'Disclosed to a known number of known recipients',
      TABLE_3,
      WORDING_FROM_MEMORY,
      '',
    ),
    step('CB-CONF-50', 0.5, 'Disclosed to an unknown number of recipients', TABLE_3, WORDING_FROM_MEMORY, ''),
  ],
  integrity: [
    step('CB-INT-0', 0, 'Altered without incorrect or illegal use found', TABLE_3, WORDING_FROM_MEMORY, ''),
    step(
      'CB-INT-25',
      0.25,
      'Altered and possibly used wrongly, but can be restored',
      TABLE_3,
      WORDING_FROM_MEMORY,
      '',
    ),
    step(
      'CB-INT-50',
      0.5,
      'Altered and possibly used wrongly, cannot be restored',
      TABLE_3,
      WORDING_FROM_MEMORY,
      '',
    ),
  ],
  availability: [
    step('CB-AV-0', 0, 'Recoverable without difficulty', TABLE_3, WORDING_FROM_MEMORY, ''),
    step('CB-AV-25', 0.25, 'Temporary loss', TABLE_3, WORDING_FROM_MEMORY, ''),
    step('CB-AV-50', 0.5, 'Permanent loss', TABLE_3, WORDING_FROM_MEMORY, ''),
  ],
} as const satisfies Record<string, readonly SeverityStep[]>

function step(
  code: string,
  score: number,
  label: string,
  citation: string,
  check: string | null,
  note: string,
): SeverityStep {
  return { code, score, label, citation, note, confirmed: check === null, check }
}
