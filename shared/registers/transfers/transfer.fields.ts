import type { z } from 'zod'
import {
  choice,
  country,
  day,
  items,
  line,
  link,
  links,
  passage,
  type ShapeOf,
  term,
  terms,
  yesNo,
} from '#shared/described/field.ts'
import {
  MECHANISM_CHOICES,
  MODULE_CHOICES,
  OUTCOME_CHOICES,
  STAGE_CHOICES,
  WAY_CHOICES,
} from './transfer.choices.ts'

/** What goes where. The organisation of the record is the exporter. @source UK GDPR Art 30(1)(e) */
const WHERE_FIELDS = {
  way: choice('How it gets there', WAY_CHOICES),
  stage: choice('Stage', STAGE_CHOICES),
  country: country('Country', { citation: 'UK GDPR Art 30(1)(e)' }),
  asOf: day('As last known on', { hint: 'The day of the source for where the data is.' }),
  processorId: link('Importer, as processor or recipient', 'processors'),
  importerId: link('Importer, as organisation', 'organisations', { relation: 'other' }),
  recipientId: term('Recipient in the library', 'recipients'),
  systemIds: terms('Systems', 'systems'),
  startedOn: day('Started on'),
  stoppedOn: day('Stopped on'),
} as const

/** Whose data, which, and what for. */
const WHAT_FIELDS = {
  activityIds: links('Activities', 'activities', { citation: 'UK GDPR Art 30(1)(e)' }),
  dataIds: terms('Categories of data', 'data'),
  peopleIds: terms('Categories of people', 'people'),
  purpose: passage('What for'),
} as const

const THREE_STEPS = 'ICO three-step test'

/** The three questions that make a transfer a restricted one. */
const FINDING_FIELDS = {
  lawApplies: yesNo('1. Does the UK GDPR apply to this processing?', { citation: THREE_STEPS }),
  lawAppliesBecause: line('1. Because'),
  weInitiate: yesNo(
    '2. Does the exporter itself send the data, or open it, to an organisation outside the UK?',
    {
      citation: THREE_STEPS,
    },
  ),
  weInitiateBecause: line('2. Because'),
  isSeparate: yesNo('3. Is the receiver a legal entity of its own, apart from the exporter?', {
    hint: 'The exporter’s own staff abroad are not; another company of the group is.',
    citation: THREE_STEPS,
  }),
  isSeparateBecause: line('3. Because'),
} as const

/** What lets it happen. @source UK GDPR Art 44A, Art 45A, Art 46, Art 49 */
const MECHANISM_FIELDS = {
  mechanism: choice('Transfer mechanism', MECHANISM_CHOICES, { citation: 'UK GDPR Art 44A' }),
  mechanismVersion: line('Version'),
  module: choice('Module of the EU clauses', MODULE_CHOICES, { hint: 'For the UK Addendum.' }),
  mechanismFrom: day('Holds from'),
  mechanismUntil: day('Holds until'),
  document: line('Where the signed document is'),
  ukExtension: yesNo('United States: on the Data Privacy Framework list with the UK Extension', {
    citation: 'SI 2023/1028',
  }),
  coversData: yesNo('United States: the certification covers this data', {
    hint: 'Personnel data, for example, only when the entry says so.',
    citation: 'SI 2023/1028',
  }),
  conditionMet: yesNo('Canada, Japan, Korea, Israel: the condition of the approval is met', {
    hint: 'Canada: subject to PIPEDA. Japan: APPI. Korea: PIPA. Israel: processed by automated means.',
    citation: 'DPA 2018 Sch 21 para 5',
  }),
  coverCheckedOn: day('Checked on'),
  coverProof: line('How it was checked'),
} as const

/** The data protection test, and what follows from it. @source UK GDPR Art 46(1A) */
const TEST_FIELDS = {
  assessmentId: link('Transfer risk assessment', 'assessments', {
    hint: 'One assessment can serve all transfers to the same importer and country.',
    citation: 'UK GDPR Art 46(1A)',
  }),
  testMadeOn: day('Data protection test made on', { citation: 'UK GDPR Art 46(1A)' }),
  testOutcome: choice('What it found', OUTCOME_CHOICES),
  testReviewOn: day('Test to be looked at again on'),
  measures: passage('Measures taken besides'),
  onward: items(
    'Passed on from there',
    { to: line('To whom'), country: country('Country'), terms: line('On what terms') },
    { called: 'to' },
  ),
  reviewOn: day('Review next on'),
} as const

/** Every field of the register. */
export const TRANSFER_FIELDS = {
  ...WHERE_FIELDS,
  ...WHAT_FIELDS,
  ...FINDING_FIELDS,
  ...MECHANISM_FIELDS,
  ...TEST_FIELDS,
} as const

/** What is recorded of a transfer besides its name. */
export type TransferRecord = z.infer<z.ZodObject<ShapeOf<typeof TRANSFER_FIELDS>>>
