import type { z } from 'zod'
import { deadlineOn, type Deadline } from '#shared/described/deadline.ts'
import { choice, day, items, line, link, links, passage, type ShapeOf } from '#shared/described/field.ts'
import { describeRegister, type RecordOf } from '#shared/described/register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { DUTY_CHOICES, STAGE_CHOICES } from './arrangement.choices.ts'

const FIELDS = {
  stage: choice('Stage', STAGE_CHOICES),
  partyIds: links('Other joint controllers', 'organisations', {
    hint: 'The organisation of the record is one of them.',
    citation: 'UK GDPR Art 26',
  }),
  activityIds: links('Activities', 'activities'),
  contractIds: links('Contracts', 'contracts'),
  together: passage('What is decided together', {
    hint: 'The purposes and means that neither decides alone.',
  }),
  duties: items(
    'Who does what',
    {
      duty: choice('Duty', DUTY_CHOICES),
      partyId: link('Done by', 'organisations'),
      note: line('How'),
    },
    { called: 'duty', citation: 'UK GDPR Art 26' },
  ),
  contactPoint: line('Contact point for people', { citation: 'UK GDPR Art 26' }),
  essence: passage('Essence of the arrangement', {
    hint: 'In words for the people whose data it is.',
    citation: 'UK GDPR Art 26',
  }),
  essencePlace: line('Where people can read it', { citation: 'UK GDPR Art 26' }),
  essenceSince: day('There since'),
  document: line('Where the arrangement is kept'),
  signedOn: day('Signed on'),
  endsOn: day('Runs until'),
  reviewOn: day('Review next on'),
} as const

type Facts = z.infer<z.ZodObject<ShapeOf<typeof FIELDS>>>

/** Joint-controller arrangements: who does what for which duty. @source UK GDPR Art 26 */
export const arrangements = describeRegister({
  register: 'arrangements',
  label: 'Joint-controller arrangements',
  one: 'arrangement',
  about:
    'Joint controllers decide why and how together, and settle between them who does what. Each arrangement names the parties, the duties and who does them, and where people can read its essence.',
  example: {
    name: 'Family support with the county council',
    says: 'The council tells people and takes complaints, the provider answers access requests for what it wrote; contact point is the provider’s officer; the essence stands in both notices since 1 April 2026.',
  },
  series: 'JC',
  nameLabel: 'Arrangement',
  fields: FIELDS,
  sections: [
    {
      title: 'Parties and purposes',
      fields: ['stage', 'partyIds', 'activityIds', 'contractIds', 'together'],
    },
    { title: 'Who does what', fields: ['duties', 'contactPoint'] },
    { title: 'What people are told', fields: ['essence', 'essencePlace', 'essenceSince'] },
    { title: 'Agreement and review', fields: ['document', 'signedOn', 'endsOn', 'reviewOn'] },
  ],
  list: ['stage', 'partyIds', 'contactPoint', 'essencePlace', 'signedOn', 'reviewOn'],
  facets: ['stage'],
  status: 'stage',
  day: 'signedOn',
  isClosed: ({ stage }) => stage === 'ended',
  deadlines: arrangementDeadlines,
})
export type Arrangement = RecordOf<typeof arrangements>

function arrangementDeadlines({ stage, endsOn, reviewOn }: Facts): readonly Deadline[] {
  if (stage === 'ended') return []
  const end =
    endsOn &&
    deadlineOn('arrangement-end', 'Arrangement ends: renew it, or stop deciding together', endsOn, {
      weight: 'promise',
      derivation: `It runs until ${formatDay(endsOn)}.`,
      citation: 'UK GDPR Art 26',
      actions: [{ label: 'Enter the new end', page: null, field: 'endsOn' }],
    })
  const review =
    reviewOn &&
    deadlineOn('review', 'Review the arrangement', reviewOn, {
      derivation: `The review is set for ${formatDay(reviewOn)}.`,
      citation: 'UK GDPR Art 26',
      actions: [{ label: 'Set the next review', page: null, field: 'reviewOn' }],
    })
  return [end, review].filter((deadline) => deadline !== null)
}
