import { describeRegister, type RecordOf } from '#shared/described/register.ts'
import { processorDeadlines } from './processor.deadlines.ts'
import { PROCESSOR_FIELDS } from './processor.fields.ts'

/** Processors and recipients: whom we use, whom we work for, and what binds them. @source UK GDPR Art 28, Art 30(1)(d) */
export const processors = describeRegister({
  register: 'processors',
  label: 'Processors and recipients',
  one: 'processor or recipient',
  about:
    'Every company and body that gets personal data: what it is in each activity, what its contract says clause by clause, whom it uses in turn, where the data is, and what is due.',
  example: {
    name: 'IT support provider',
    says: 'Processor for two activities; contract signed on 1 March 2025, runs until 28 February 2027 with 90 days’ notice; support reaches in from Ireland; 17 of 21 points of Article 28 found, with their pages.',
  },
  series: 'PR',
  nameLabel: 'Name',
  fields: PROCESSOR_FIELDS,
  sections: [
    {
      title: 'Who it is',
      fields: [
        'kind',
        'direction',
        'stage',
        'partnerId',
        'recipientId',
        'country',
        'contact',
        'services',
        'roles',
      ],
    },
    {
      title: 'Contract',
      hint: 'A processor works under a contract that binds it.',
      fields: [
        'contractState',
        'contractReference',
        'contractOwner',
        'signedOn',
        'startsOn',
        'endsOn',
        'renews',
        'noticeDays',
        'clauses',
      ],
    },
    {
      title: 'Sub-processors',
      fields: ['authorisation', 'changeNoticeDays', 'subProcessors', 'changeNotices'],
    },
    {
      title: 'Guarantees and places',
      fields: ['checkedOn', 'checkedBy', 'dueDiligence', 'certificates', 'locations'],
    },
    {
      title: 'Breaches, end and review',
      fields: [
        'breachNoticeHours',
        'breachContact',
        'atTheEnd',
        'endedOn',
        'endProof',
        'endProofOn',
        'risk',
        'riskReason',
        'reviewOn',
        'reviews',
      ],
    },
  ],
  list: ['kind', 'stage', 'country', 'contractState', 'endsOn', 'risk'],
  facets: ['kind', 'direction', 'stage', 'contractState', 'country', 'risk', 'authorisation', 'recipientId'],
  category: 'kind',
  status: 'stage',
  day: 'startsOn',
  isClosed: ({ stage, atTheEnd, endProof }) => stage === 'ended' && (atTheEnd === null || endProof !== ''),
  deadlines: processorDeadlines,
})
export type Processor = RecordOf<typeof processors>
