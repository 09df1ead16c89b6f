import { choice, line, link, moment, passage, yesNo } from '#shared/described/field.ts'
import { keysOf } from '#shared/described/keys-of.ts'
import { describeRegister } from '#shared/described/register.ts'
import type { RecordOf } from '#shared/described/register.ts'

const WHO_FIELDS = {
  breachId: link('Breach', 'breaches'),
  kind: choice('Who it is', [
    { value: 'child', label: 'A child or young person' },
    { value: 'parent', label: 'A parent or guardian' },
    { value: 'carer', label: 'A foster carer or adopter' },
    { value: 'family', label: 'A family member' },
    { value: 'staff', label: 'Staff or a volunteer' },
    { value: 'other', label: 'Somebody else' },
  ]),
  highRisk: yesNo('A high risk to this person', {
    hint: 'Where some are at high risk and others are not, those at high risk are told.',
    citation: 'UK GDPR Art 34(1)',
  }),
  affected: passage('What of theirs was affected', {
    hint: 'Stands in their letter, after what happened to everybody.',
  }),
} as const

const LETTER_FIELDS = {
  version: choice('Letter', [
    { value: 'standard', label: 'Plain English' },
    { value: 'easier', label: 'Easier to read' },
    { value: 'child', label: 'For a child' },
  ]),
  addressee: line('Letter addressed to', {
    hint: 'Left empty: the person. For a child often a parent, a carer or the social worker who reads it with them.',
  }),
  address: passage('Where the letter goes'),
  email: line('Email'),
  language: line('Language or format needed', {
    hint: 'For example Polish, large print, British Sign Language.',
  }),
  safeToWrite: choice(
    'Is it safe to write there',
    [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No: tell them another way' },
      { value: 'check', label: 'To be checked first' },
    ],
    { hint: 'Somebody else may open the post: think of abuse at home, and of families in hiding.' },
  ),
} as const

const TOLD_FIELDS = {
  state: choice('State', [
    { value: 'toTell', label: 'To be told' },
    { value: 'told', label: 'Told' },
    { value: 'notReached', label: 'Could not be reached' },
    { value: 'notTold', label: 'Not to be told, because …' },
  ]),
  toldAt: moment('Told', { citation: 'UK GDPR Art 34(1)' }),
  toldHow: choice('How', [
    { value: 'letter', label: 'Letter' },
    { value: 'email', label: 'Email' },
    { value: 'telephone', label: 'Telephone' },
    { value: 'inPerson', label: 'In person' },
    { value: 'through', label: 'Through a parent, carer or social worker' },
  ]),
  toldBy: line('Told by'),
  outcome: passage('What they said, or why they were not told'),
} as const

/** The people a breach affects who are to be told: who, how safely, and when they were. @source UK GDPR Art 34 */
export const recipients = describeRegister({
  register: 'recipients',
  label: 'People to tell',
  one: 'person to tell',
  about:
    'The people whom a breach puts at risk and who are told of it: which letter they get, whether it is safe to write to them, and when and how they were told. A list is brought in from a spreadsheet on the page “Letters” of the breach.',
  example: {
    name: 'Foster carer of the child concerned',
    says: 'Letter in plain English, safe to write, told by telephone on the day and by letter on the next.',
  },
  series: 'PT',
  nameLabel: 'Name',
  fields: { ...WHO_FIELDS, ...LETTER_FIELDS, ...TOLD_FIELDS },
  sections: [
    { title: 'Who', fields: keysOf(WHO_FIELDS) },
    { title: 'Letter', fields: keysOf(LETTER_FIELDS) },
    { title: 'Told', fields: keysOf(TOLD_FIELDS) },
  ],
  list: ['breachId', 'kind', 'version', 'safeToWrite', 'state', 'toldAt'],
  facets: ['kind', 'version', 'safeToWrite', 'highRisk', 'state', 'toldHow'],
  category: 'kind',
  status: 'state',
  refuses: ({ state }, after) =>
    after === null && state === 'told'
      ? 'Somebody who was told stays in the record of the breach. If that was noted by mistake, change the state first.'
      : null,
  isClosed: ({ state }) => state === 'told' || state === 'notTold',
})

export type Recipient = RecordOf<typeof recipients>
