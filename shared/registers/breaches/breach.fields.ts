import {
  choice,
  choices,
  line,
  links,
  moment,
  passage,
  tally,
  terms,
  yesNo,
} from '#shared/described/field.ts'
import { codesOffered } from '#shared/described/codes-offered.ts'
import { BREACH_CAUSES, BREACH_KINDS } from '#shared/law/breach-causes.ts'

/** What happened and who had a part in it. @source UK GDPR Art 33 */
export const EVENT_FIELDS = {
  status: choice('Status', [
    { value: 'suspected', label: 'Suspected' },
    { value: 'confirmed', label: 'Confirmed' },
    { value: 'noBreach', label: 'Looked into: not a personal data breach' },
    { value: 'closed', label: 'Closed' },
  ]),
  nearMiss: yesNo('Near miss', { hint: 'It could have been a breach, and was noticed before it was one.' }),
  account: passage('What happened, and how', {
    hint: 'Leave out the names of the people affected: the log needs the facts, not the persons.',
    citation: 'UK GDPR Art 33(5)',
  }),
  ourRole: choice(
    'Our role',
    [
      { value: 'controller', label: 'Controller', hint: 'We decide why and how: we tell the Commissioner.' },
      { value: 'joint', label: 'Joint controller', hint: 'The arrangement says which of us tells whom.' },
      { value: 'processor', label: 'Processor', hint: 'We tell the controller without undue delay.' },
    ],
    {
      hint: 'For the data concerned, not for the organisation as a whole.',
      citation: 'UK GDPR Art 33(1), 33(2)',
    },
  ),
  kinds: choices('What was lost', codesOffered(BREACH_KINDS), { citation: 'UK GDPR Art 4(12)' }),
  cause: choice('Cause', codesOffered(BREACH_CAUSES)),
  team: line('Team or service', {
    hint: 'Where it happened, for the analysis of causes: “Fostering North”.',
  }),
  activityIds: links('Activities concerned', 'activities'),
  processorIds: links('Processors involved', 'processors'),
  systemIds: terms('Systems and stores concerned', 'systems'),
} as const

/** The moments that are easily taken for one another. @source UK GDPR Art 33 */
export const TIME_FIELDS = {
  happenedFrom: moment('Happened, or began', { citation: 'UK GDPR Art 33(3)(a)' }),
  happenedUntil: moment('Went on until'),
  isOngoing: yesNo('Still going on'),
  noticedAt: moment('First noticed', {
    hint: 'When anybody in the organisation first suspected it.',
    citation: 'UK GDPR Art 33(1)',
  }),
  noticedBy: line('Noticed by', { hint: 'A role is enough: “a support worker”.' }),
  toldTo: line('Reported inside to', { hint: 'Who was told first, and how.' }),
  awareAt: moment('The organisation became aware', {
    hint: 'Reasonable certainty that a personal data breach has happened, not the end of the investigation. The 72 hours run from here.',
    citation: 'UK GDPR Art 33(1)',
  }),
  awareBecause: line('Why then', { hint: 'What made it certain.' }),
  dpoToldAt: moment('The data protection officer was told'),
  recordedAt: moment('Recorded here', { hint: 'Set by the program when it is logged with Ctrl+Shift+B.' }),
} as const

/** Whose data, which and how many. @source UK GDPR Art 33 */
export const EXTENT_FIELDS = {
  people: tally('People affected', {
    hint: 'Not known yet is an answer; nought is another.',
    citation: 'UK GDPR Art 33(3)(a)',
  }),
  records: tally('Records affected', { citation: 'UK GDPR Art 33(3)(a)' }),
  peopleIds: terms('Categories of people', 'people', { citation: 'UK GDPR Art 33(3)(a)' }),
  dataIds: terms('Categories of data', 'data', { citation: 'UK GDPR Art 33(3)(a)' }),
  involvesChildren: yesNo('Children among them'),
  safeguardingRisk: yesNo('Could it put somebody in danger', {
    hint: 'For example a placement address, an adoption, or a family in hiding from abuse.',
  }),
  isUnintelligible: yesNo('Nobody else can read the data', {
    hint: 'For example encrypted, with the key safe.',
    citation: 'UK GDPR Art 34',
  }),
} as const

/** What the log of every breach has to hold at least. @source UK GDPR Art 33(5) */
export const RESPONSE_FIELDS = {
  effects: passage('Effects', {
    hint: 'What has happened to people, and what is likely to.',
    citation: 'UK GDPR Art 33(3)(c), 33(5)',
  }),
  containment: passage('Containment', {
    hint: 'What stopped it: recalled, deleted by the recipient, access closed.',
  }),
  containedAt: moment('Contained'),
  remedialAction: passage('Remedial action', {
    hint: 'What was done, or is proposed, to put it right and to make it less harmful.',
    citation: 'UK GDPR Art 33(3)(d), 33(5)',
  }),
  measuresBefore: passage('Measures in place beforehand', { citation: 'UK GDPR Art 32' }),
} as const
