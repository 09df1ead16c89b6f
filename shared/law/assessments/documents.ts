import { FROM_MEMORY } from '../code-list.ts'
import { type AssessmentKind, assessmentKind, questions } from './assessment-kind.ts'

/**
 * The appropriate policy document: how each principle is met for special category or criminal offence data.
 *
 * @source DPA 2018 Sch 1 paras 38 to 41
 */
export const APD: AssessmentKind = assessmentKind({
  code: 'APD',
  short: 'Policy document',
  label: 'Appropriate policy document',
  citation: 'DPA 2018 Sch 1 para 39',
  note: 'Kept from the start until six months after the processing ends; given to the Commissioner on request without charge.',
  when: 'Where processing rests on a Schedule 1 condition that needs one.',
  renewal: 'Reviewed from time to time, and updated as appropriate.',
  reviewAfterMonths: 12,
  questions: questions('DPA 2018 Sch 1 para 39', null, [
    ['processing', 'Which processing and which conditions does it cover?', '', 'DPA 2018 Sch 1 para 38'],
    ['lawfulness', 'How is it lawful, fair and transparent?'],
    ['purpose', 'How is the purpose limited?'],
    ['minimisation', 'How is the data kept adequate, relevant and limited?'],
    ['accuracy', 'How is it kept accurate?'],
    ['storage', 'How is storage limited?'],
    ['security', 'How is it kept secure?'],
    ['accountability', 'How is all this shown?'],
    ['retention', 'What is the policy on retention and erasure, with the likely periods?'],
    ['review', 'Who reviews it, and when?', '', 'DPA 2018 Sch 1 para 40'],
  ]),
})

/**
 * The data protection test for transfers, which the Commissioner calls a transfer risk assessment.
 *
 * @source UK GDPR Art 46(1A), Art 44A
 */
export const TRA: AssessmentKind = assessmentKind({
  code: 'TRA',
  short: 'TRA',
  label: 'Data protection test (transfer risk assessment)',
  citation: 'UK GDPR Art 46(1A)',
  note: 'Acting reasonably and proportionately: is the protection after the transfer not materially lower than in the United Kingdom, taken as a whole? Not for approved countries or exceptions.',
  when: 'Before a transfer that rests on safeguards.',
  renewal:
    'When the law or practice of the country, the recipient, the data or the mechanism changes; and at its review day.',
  reviewAfterMonths: 12,
  questions: questions('UK GDPR Art 46(1A)', null, [
    ['transfer', 'What goes to whom, where, how often, and on which mechanism?', 'Onward transfers too.'],
    ['people', 'Which people and which data?', 'Nature and volume; children; special category data.'],
    ['need', 'Could the aim be reached without the transfer, or with less?'],
    [
      'law',
      'What law and practice protects people there?',
      'Independent oversight, rights, redress; access by authorities.',
    ],
    ['enforceable', 'Can the safeguards be enforced there?'],
    ['measures', 'Which further measures are taken?', 'Technical, contractual, organisational.'],
    ['conclusion', 'Is the protection not materially lower, taken as a whole?', 'Say why, and who decided.'],
  ]),
})

/**
 * The statement on solely automated significant decisions.
 *
 * @source UK GDPR Arts 22A, 22B, 22C, 22D
 */
export const ADM: AssessmentKind = assessmentKind({
  code: 'ADM',
  short: 'Automated decisions',
  label: 'Statement on automated decisions',
  citation: 'UK GDPR Arts 22A, 22B, 22C',
  note: 'Since 5 February 2026. A statement that no such decisions are made is kept and reviewed too.',
  when: 'Where software decides, scores or profiles; and once to record that none does.',
  renewal: 'When a system is introduced or changed; and at its review day.',
  reviewAfterMonths: 12,
  questions: [
    ...questions('UK GDPR Art 22A', null, [
      ['decision', 'Which decision is made, about whom, with what?'],
      ['involvement', 'Is there meaningful human involvement?', 'Consider how far profiling decides.'],
      ['significant', 'Is its effect legal or similarly significant?'],
    ]),
    ...questions('UK GDPR Art 22B', null, [
      [
        'special',
        'Does special category data go into it, and what allows that?',
        'Explicit consent for all of it; or a contract or law together with Article 9(2)(g).',
      ],
      ['recognised', 'Does it rest on a recognised legitimate interest?', 'It cannot.'],
    ]),
    ...questions('UK GDPR Art 22C', null, [
      ['information', 'What are people told about the decision?'],
      ['representations', 'How can they put their view?'],
      ['human', 'How do they obtain human intervention?'],
      ['contest', 'How can they contest it?'],
    ]),
    ...questions('UK GDPR Art 5(1)(d)', FROM_MEMORY, [
      ['accuracy', 'How is it checked for error and unfairness?', 'For whom does it work less well?'],
    ]),
  ],
})
