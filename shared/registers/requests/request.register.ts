import { describeRegister } from '#shared/described/register.ts'
import { requestDeadlines } from './request.deadlines.ts'
import { REQUEST_FIELDS } from './request.fields.ts'

/**
 * Requests of people to use their rights.
 *
 * @source UK GDPR Art 7(3), Art 12(5), Art 12(6), Art 12A, Art 15, Art 16, Art 17, Art 18, Art 20, Art 21, Art 22C
 */
export const requests = describeRegister({
  register: 'requests',
  label: 'Rights requests',
  one: 'rights request',
  about:
    'People may ask for a copy of their data, to have it corrected or erased, to object and more: in any words, to anybody, also by telephone. The last day is worked out from what is recorded here and never typed in.',
  example: {
    name: 'Access request, former foster child',
    says: 'A young adult asks by telephone for “everything from my time in care”. Note the day, how it came and what was said. The clock shows the last day; if a great deal is held, ask which years are meant, and the time stops until the answer is there.',
  },
  series: 'RR',
  nameLabel: 'Request',
  nameHint:
    'A title without the person’s name is safer in lists, for example “Access request, former foster child, 2 Nov”.',
  fields: REQUEST_FIELDS,
  sections: [
    {
      title: 'What is asked',
      fields: ['right', 'alsoAsks', 'receivedOn', 'channel', 'takenBy', 'wording', 'stage', 'nation'],
    },
    {
      title: 'Who asks',
      hint: 'Whose data it is, and whether the one who asks may ask',
      fields: [
        'requesterKind',
        'requesterName',
        'personName',
        'personKind',
        'requesterReference',
        'sendTo',
        'authoritySeen',
        'authorityDocuments',
        'authorityHow',
        'authoritySeenOn',
      ],
    },
    {
      title: 'If the person is a child',
      hint: 'The right is the child’s, whoever asks',
      fields: [
        'childAge',
        'childNation',
        'childUnderstands',
        'childJudgedBy',
        'childJudgedOn',
        'childBasis',
        'childViews',
        'bestInterests',
      ],
    },
    {
      title: 'How far it reaches',
      hint: 'What the search goes by',
      fields: ['peopleIds', 'personBorn', 'otherNames', 'caseNumbers', 'scopeFrom', 'scopeTo', 'scope'],
    },
    {
      title: 'Evidence hold and what it is about',
      fields: [
        'holdSetOn',
        'holdSystemIds',
        'holdTold',
        'holdLiftedOn',
        'activityIds',
        'linkedIds',
        'isRepeat',
      ],
    },
    {
      title: 'Identity',
      fields: ['identityDoubted', 'identityAskedOn', 'identityAskedFor', 'identityReceivedOn', 'identityHow'],
    },
    { title: 'What is meant', hint: 'Access requests only', fields: ['clarifications'] },
    {
      title: 'Fee and extension',
      fields: [
        'feeGround',
        'feeAskedOn',
        'feeAmount',
        'feePaidOn',
        'feeWhy',
        'extensionDecidedOn',
        'extensionGround',
        'extensionNoticeOn',
        'extensionReasons',
      ],
    },
    {
      title: 'Health data',
      hint: 'What opens the gate before a copy is handed over',
      fields: [
        'healthData',
        'healthController',
        'healthOpinionBy',
        'healthOpinionProfession',
        'healthOpinionOn',
        'healthOpinionSays',
        'healthKnown',
        'isScheduleThreeBody',
      ],
    },
    {
      title: 'Answer',
      fields: [
        'searched',
        'outcome',
        'decidedBy',
        'grounds',
        'exemptions',
        'exemptionsUnsaid',
        'exemptionsUnsaidBecause',
        'reasons',
        'stated',
        'sentOn',
        'delivery',
        'lateReason',
      ],
    },
    {
      title: 'Afterwards',
      fields: [
        'recipientsTold',
        'sentLetters',
        'letters',
        'closedOn',
        'caseDestroyAfter',
        'caseDestroyed',
        'portabilityExports',
      ],
    },
  ],
  list: ['right', 'stage', 'receivedOn', 'requesterKind', 'outcome', 'sentOn'],
  facets: [
    'right',
    'stage',
    'channel',
    'requesterKind',
    'personKind',
    'authoritySeen',
    'outcome',
    'nation',
    'isRepeat',
  ],
  category: 'right',
  status: 'stage',
  day: 'receivedOn',
  isClosed: ({ closedOn }) => closedOn !== null,
  deadlines: requestDeadlines,
})
