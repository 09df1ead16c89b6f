import { choice, countries, day, items, line, link, links, passage } from '#shared/described/field.ts'
import { describeRegister, type RecordOf } from '#shared/described/register.ts'
import { ASSESSMENT_KINDS } from '#shared/law/assessment-kinds.ts'
import { refusalOfChange } from './approval.ts'
import { assessmentDeadlines } from './assessment.deadlines.ts'
import { QUESTION_CHOICES } from './questions.ts'

const KINDS = ASSESSMENT_KINDS.map(({ code, label, when }) => ({ value: code, label, hint: when }))

/** Assessments of every kind: made, approved, looked at again, replaced. */
export const assessments = describeRegister({
  register: 'assessments',
  label: 'Assessments',
  one: 'assessment',
  about:
    'Impact assessments, legitimate interests, recognised interests, compatibility, policy documents, transfer risk and automated decisions: each asks its own questions, is approved by somebody, and comes up for review.',
  example: {
    name: 'Online monitoring of children’s laptops',
    says: 'A DPIA: children are watched online, so it was made before the service began, names the risks and what lessens them, and comes up for review each year.',
  },
  series: 'AS',
  nameLabel: 'What is assessed',
  nameHint: 'The processing in a few words, for example “Online monitoring of children’s laptops”.',
  fields: {
    kind: choice('Kind', KINDS),
    status: choice('Status', [
      { value: 'draft', label: 'Draft' },
      { value: 'inReview', label: 'In review' },
      { value: 'approved', label: 'Approved' },
      { value: 'rejected', label: 'Not approved' },
      { value: 'superseded', label: 'Replaced' },
    ]),
    activityIds: links('Activities', 'activities', {
      hint: 'One assessment may serve several activities that are alike and carry the same risks.',
    }),
    processorIds: links('Processors and recipients', 'processors'),
    countries: countries('Countries', {
      hint: 'For a transfer risk assessment, which can serve every transfer to the same country and recipient.',
      citation: 'UK GDPR Art 46(6)-(7)',
    }),
    answers: items(
      'Questions and answers',
      { question: choice('Question', QUESTION_CHOICES), answer: passage('Answer') },
      { called: 'question' },
    ),
    outcome: choice('Outcome', [
      { value: 'proceed', label: 'It may go ahead' },
      { value: 'proceedWith', label: 'It may go ahead with the measures named' },
      { value: 'stop', label: 'It may not go ahead' },
      { value: 'consult', label: 'The regulator is consulted first' },
    ]),
    residualRisk: choice(
      'Risk that is left for people',
      [
        { value: 'low', label: 'Low' },
        { value: 'medium', label: 'Medium' },
        {
          value: 'high',
          label: 'High',
          hint: 'Then the regulator is consulted before the processing starts.',
        },
      ],
      { hint: 'After everything that is done about it.', citation: 'UK GDPR Art 35(7), Art 36' },
    ),
    regulatorConsultedOn: day('Regulator consulted on', { citation: 'UK GDPR Art 36' }),
    regulatorAnswer: passage('What the regulator answered', { citation: 'UK GDPR Art 36' }),
    conclusion: passage('Conclusion'),
    dpoAdvice: passage('Advice of the data protection officer', {
      citation: 'UK GDPR Art 35(2), Art 39(1)(c)',
    }),
    madeBy: line('Made by'),
    madeOn: day('Made on'),
    approvedBy: line('Approved by', {
      hint: 'Somebody other than the person who made it, where there is one.',
    }),
    approvedOn: day('Approved on'),
    reviewOn: day('Review on'),
    expiresOn: day('Holds until', { hint: 'Leave empty when it holds until its review says otherwise.' }),
    processingStoppedOn: day('The processing stopped on', {
      hint: 'A policy document is kept until six months after that.',
      citation: 'DPA 2018 Sch 1 para 40',
    }),
    replacesId: link('Replaces', 'assessments', {
      hint: 'The version before; it counts as replaced once this one is approved.',
    }),
    document: line('Where the signed document is'),
  },
  sections: [
    {
      title: 'What is assessed',
      fields: ['kind', 'status', 'activityIds', 'processorIds', 'countries', 'replacesId'],
    },
    { title: 'Questions and answers', fields: ['answers'] },
    {
      title: 'Outcome',
      fields: [
        'outcome',
        'residualRisk',
        'conclusion',
        'dpoAdvice',
        'regulatorConsultedOn',
        'regulatorAnswer',
      ],
    },
    {
      title: 'Approval and review',
      fields: [
        'madeBy',
        'madeOn',
        'approvedBy',
        'approvedOn',
        'reviewOn',
        'expiresOn',
        'processingStoppedOn',
        'document',
      ],
    },
  ],
  list: ['kind', 'status', 'outcome', 'approvedOn', 'reviewOn'],
  facets: ['kind', 'status', 'outcome', 'residualRisk', 'countries'],
  category: 'kind',
  status: 'status',
  day: 'madeOn',
  isClosed: ({ status }) => status === 'superseded' || status === 'rejected',
  refuses: refusalOfChange,
  deadlines: assessmentDeadlines,
})
export type Assessment = RecordOf<typeof assessments>
