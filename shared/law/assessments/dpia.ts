import { FROM_MEMORY } from '../code-list.ts'
import { type AssessmentKind, assessmentKind, questions } from './assessment-kind.ts'

/**
 * The data protection impact assessment.
 *
 * @source UK GDPR Art 35, Art 36
 */
export const DPIA: AssessmentKind = assessmentKind({
  code: 'DPIA',
  short: 'DPIA',
  label: 'Data protection impact assessment',
  citation: 'UK GDPR Art 35',
  note: 'Made before the processing starts. The data protection officer’s advice is sought and recorded.',
  when: 'Before processing that is likely to result in a high risk to people.',
  renewal:
    'When the risk changes: new data, people, purposes, technology or recipients; and at its review day.',
  reviewAfterMonths: 12,
  check: FROM_MEMORY,
  questions: questions('UK GDPR Art 35(7)', FROM_MEMORY, [
    ['need', 'Why is this assessment made?', 'Name the signals of the screening.', 'UK GDPR Art 35(1)'],
    [
      'nature',
      'What is done with the data?',
      'Collecting, using, storing, deleting, sharing; the source; who sees it.',
    ],
    [
      'scope',
      'How much, of whom, how long, and where?',
      'Kinds of data, special category and criminal offence data, numbers, frequency, area.',
    ],
    [
      'context',
      'How do the people and the organisation stand to one another?',
      'Children or people at risk? Would they expect this? How much control have they? Earlier concerns?',
    ],
    ['purposes', 'What is to be achieved, for whom?', 'For the people, for the organisation, more broadly.'],
    [
      'consultation',
      'Who was asked, and what did they say?',
      'The people or those who speak for them, or why not; staff, processors, experts.',
      'UK GDPR Art 35(9)',
    ],
    [
      'necessity',
      'Is it necessary and proportionate?',
      'Could it be done with less? What prevents using the data for something else?',
    ],
    [
      'basis',
      'What is the lawful basis, and the condition for special category or criminal offence data?',
      '',
      'UK GDPR Art 6(1), Art 9(2), Art 10(1)',
    ],
    [
      'information',
      'What are people told, and how are their rights supported?',
      'In a way that a child can follow, where children are meant.',
      'UK GDPR Art 12(1), Art 13, Art 14',
    ],
    [
      'processors',
      'Which processors and transfers are there, and what binds them?',
      '',
      'UK GDPR Art 28, Art 44A',
    ],
    ['retention', 'How long is it kept, and how is it kept right?', '', 'UK GDPR Art 5(1)(c), 5(1)(e)'],
    [
      'risks',
      'What could happen to people, how likely, how bad?',
      'For each: the source, the harm, likelihood and severity.',
    ],
    [
      'measures',
      'What is done about each risk, and what is left?',
      'Removed, reduced or accepted; who approved it.',
    ],
    ['advice', 'What does the data protection officer advise?', '', 'UK GDPR Art 35(2)'],
    ['decision', 'Who decided what, and if against the advice, why?', '', 'UK GDPR Art 35(2)'],
    [
      'prior',
      'Is a high risk left that cannot be reduced?',
      'Then the Commissioner is consulted before it starts.',
      'UK GDPR Art 36',
    ],
  ]),
})
