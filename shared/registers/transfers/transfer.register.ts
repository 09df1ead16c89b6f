import { describeRegister, type RecordOf } from '#shared/described/register.ts'
import { TRANSFER_STANDING_WORDS } from '#shared/law/transfer-standing.ts'
import { standingOf } from './standing.ts'
import { transferDeadlines } from './transfer.deadlines.ts'
import { TRANSFER_FIELDS } from './transfer.fields.ts'

/** International transfers, and where data is hosted. @source UK GDPR Art 30(1)(e), Art 44A */
export const transfers = describeRegister({
  register: 'transfers',
  label: 'International transfers',
  one: 'transfer',
  about:
    'Each way in which personal data leaves the United Kingdom or is seen from abroad: what goes where, whether the law restricts it, what lets it happen, and whether that is tested and in date.',
  example: {
    name: 'Website statistics to a partner in the United States',
    says: 'Restricted: all three questions are answered yes. Rests on the UK-US data bridge; the partner’s entry with the UK Extension was checked on 3 March 2026. Stands as “Approved country”.',
  },
  series: 'TR',
  nameLabel: 'Transfer',
  nameHint: 'What goes to whom in which country. The organisation of the record is the exporter.',
  fields: TRANSFER_FIELDS,
  sections: [
    {
      title: 'What goes where',
      fields: [
        'way',
        'stage',
        'country',
        'asOf',
        'processorId',
        'importerId',
        'recipientId',
        'systemIds',
        'startedOn',
        'stoppedOn',
      ],
    },
    { title: 'Whose data, what for', fields: ['activityIds', 'dataIds', 'peopleIds', 'purpose'] },
    {
      title: 'Is it a restricted transfer?',
      hint: 'Restricted only if all three are answered yes.',
      fields: [
        'lawApplies',
        'lawAppliesBecause',
        'weInitiate',
        'weInitiateBecause',
        'isSeparate',
        'isSeparateBecause',
      ],
    },
    {
      title: 'What lets it happen',
      fields: [
        'mechanism',
        'mechanismVersion',
        'module',
        'mechanismFrom',
        'mechanismUntil',
        'document',
        'ukExtension',
        'coversData',
        'conditionMet',
        'coverCheckedOn',
        'coverProof',
      ],
    },
    {
      title: 'Data protection test and review',
      hint: 'Is the protection after the transfer not materially lower, taken as a whole?',
      fields: ['assessmentId', 'testMadeOn', 'testOutcome', 'testReviewOn', 'measures', 'onward', 'reviewOn'],
    },
  ],
  worked: {
    key: 'standing',
    label: 'How it stands',
    text: (transfer, today) => {
      const found = standingOf(transfer, today)
      return found ? TRANSFER_STANDING_WORDS[found.standing] : 'Country not known yet'
    },
  },
  list: ['country', 'stage', 'processorId', 'mechanism', 'mechanismUntil', 'testReviewOn'],
  facets: ['country', 'stage', 'way', 'mechanism', 'testOutcome', 'ukExtension', 'recipientId'],
  category: 'mechanism',
  status: 'stage',
  day: 'startedOn',
  isClosed: ({ stage }) => stage === 'stopped',
  deadlines: transferDeadlines,
})
export type Transfer = RecordOf<typeof transfers>
