import { FROM_MEMORY } from '../code-list.ts'
import { type AssessmentKind, assessmentKind, questions } from './assessment-kind.ts'

/**
 * The legitimate interests assessment: purpose, necessity, balance.
 *
 * @source UK GDPR Art 6(1)(f), Art 6(11), Art 21
 */
export const LIA: AssessmentKind = assessmentKind({
  code: 'LIA',
  short: 'LIA',
  label: 'Legitimate interests assessment',
  citation: 'UK GDPR Art 6(1)(f)',
  note: 'Not for the tasks of a public authority. Keep the record: it is what is shown.',
  when: 'Before relying on legitimate interests.',
  renewal: 'When the purpose, the data, the people or the impact changes; and at its review day.',
  reviewAfterMonths: 12,
  check: 'The three steps are confirmed; the list of questions is written from memory.',
  questions: questions('UK GDPR Art 6(1)(f)', FROM_MEMORY, [
    [
      'interest',
      'What is the interest?',
      'Marketing, administration within a group and network security are examples in the law.',
      'UK GDPR Art 6(1)(f), 6(11)',
    ],
    ['whose', 'Whose interest is it?', 'The organisation’s, a third party’s, the public’s.'],
    ['benefit', 'Who gains, how much, and what if it could not be done?'],
    [
      'necessity',
      'Is it necessary, or is there a less intrusive way?',
      'Name the alternatives that were looked at.',
    ],
    ['people', 'Which data and which people?', 'Children? Special category data? How private?'],
    ['relationship', 'How do they stand to the organisation?'],
    ['expectation', 'Would they expect it?', 'What were they told, when, and how long ago?'],
    ['impact', 'What can it do to them, and would they object?'],
    ['safeguards', 'What lessens the impact?'],
    ['objection', 'How can they object or opt out?', '', 'UK GDPR Art 21'],
    [
      'decision',
      'Do their interests, rights and freedoms override the interest?',
      'Particularly where the person is a child. Say why.',
    ],
  ]),
})

/**
 * The note on a recognised legitimate interest: no balance, but necessity.
 *
 * @source UK GDPR Art 6(1)(ea), Art 6(5), Annex 1, Art 21, Art 22B
 */
export const RLI: AssessmentKind = assessmentKind({
  code: 'RLI',
  short: 'Recognised interest note',
  label: 'Note on a recognised legitimate interest',
  citation: 'UK GDPR Art 6(1)(ea), Annex 1',
  note: 'Since 5 February 2026. No balancing; not for the tasks of public authorities; cannot carry solely automated significant decisions.',
  when: 'Before relying on a recognised legitimate interest.',
  renewal: 'When the condition or the need changes; and at its review day.',
  reviewAfterMonths: 12,
  questions: questions('UK GDPR Annex 1', null, [
    [
      'condition',
      'Which of the conditions is it?',
      'Disclosure for a public task, security and defence, emergencies, crime, safeguarding.',
    ],
    ['facts', 'Which facts bring it within the condition?'],
    [
      'necessity',
      'Why is it necessary for that?',
      'Could the aim reasonably be reached another way?',
      'UK GDPR Art 6(1)(ea)',
    ],
    ['notPublic', 'Is it outside the tasks of a public authority?', '', 'UK GDPR Art 6(1)(ea)'],
    ['objection', 'How is an objection dealt with?', 'The right to object applies.', 'UK GDPR Art 21'],
    [
      'automated',
      'Does a solely automated significant decision rest on it?',
      'It cannot.',
      'UK GDPR Art 22B',
    ],
  ]),
})

/**
 * Whether a new purpose is compatible with the one the data was collected for.
 *
 * @source UK GDPR Art 8A, Annex 2, Art 13(3), Art 14(4)
 */
export const COMPAT: AssessmentKind = assessmentKind({
  code: 'COMPAT',
  short: 'Compatibility',
  label: 'Compatibility of a new purpose',
  citation: 'UK GDPR Art 8A',
  note: 'A lawful basis is still needed. What was collected on consent goes on only with consent, to show compliance, or under Annex 2 or a law where consent cannot reasonably be sought.',
  when: 'Before data is used for another purpose than it was collected for.',
  renewal: 'When the new purpose changes.',
  reviewAfterMonths: 24,
  questions: questions('UK GDPR Art 8A', null, [
    ['purposes', 'What was it collected for, and what is the new purpose?'],
    ['consent', 'Was it collected on consent?', 'Then the ways on are few.'],
    [
      'treated',
      'Is it treated as compatible?',
      'Fresh consent; research, archiving, statistics; complying with the principles; an Annex 2 condition; an objective of Article 23 authorised by law.',
      'UK GDPR Art 8A, Annex 2',
    ],
    ['link', 'What links the two purposes?'],
    ['context', 'In what context was it collected, and how do the people stand to the organisation?'],
    ['nature', 'What kind of data is it?', 'Special category or criminal offence data?'],
    ['consequences', 'What can it mean for the people?'],
    ['safeguards', 'What safeguards are there?', 'For example encryption or pseudonyms.'],
    ['basis', 'What is the lawful basis of the new purpose?', '', 'UK GDPR Art 6(1)'],
    ['telling', 'How and when are people told?', 'Before it starts.', 'UK GDPR Art 13(3), Art 14(4)'],
  ]),
})
