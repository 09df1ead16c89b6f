import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { describeRegister, type RecordOf } from '#shared/described/register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { DISCLOSURE_FIELDS, type DisclosureFacts } from './disclosure.fields.ts'

/** One-off disclosures: who asked for what, on what law, what was decided and given out. @source UK GDPR Art 5(2), Art 6(1) */
export const disclosures = describeRegister({
  register: 'disclosures',
  label: 'One-off disclosures',
  one: 'disclosure',
  about:
    'A log of data given out, or refused, case by case: to the police, a court, a regulator or anybody else outside the usual recipients. Who asked, on what law, who decided, what went out, and whether the person was told.',
  example: {
    name: 'Police enquiry of 4 November, one family file',
    says: 'Asked in writing for a named period of case notes; gateway: crime and taxation; decided by the head of service; two pages went out by secure mail; the person is to be told once the enquiry ends.',
  },
  series: 'DI',
  nameLabel: 'Disclosure',
  nameHint:
    'Without the person’s name it is safer in lists, for example “Police enquiry, family file, 4 Nov”.',
  fields: DISCLOSURE_FIELDS,
  sections: [
    {
      title: 'What was asked',
      fields: [
        'occasion',
        'askedOn',
        'askedByKind',
        'askedBy',
        'askerReference',
        'asked',
        'isSigned',
        'answerBy',
      ],
    },
    {
      title: 'Law and decision',
      fields: ['gateway', 'gatewayBecause', 'decision', 'decidedBy', 'decidedOn', 'refusedBecause'],
    },
    {
      title: 'What was given out',
      fields: ['disclosedAt', 'recipientId', 'what', 'dataIds', 'peopleIds', 'channel', 'isSecure'],
    },
    {
      title: 'The person, and what it belongs to',
      fields: ['told', 'toldBecause', 'tellOn', 'requestId', 'activityIds', 'evidenceIds'],
    },
  ],
  list: ['askedOn', 'askedByKind', 'gateway', 'decision', 'disclosedAt', 'told'],
  facets: ['askedByKind', 'occasion', 'gateway', 'decision', 'told', 'recipientId'],
  category: 'askedByKind',
  status: 'decision',
  day: 'askedOn',
  isClosed: (record) => isDecided(record) && record.told !== 'later',
  deadlines: disclosureDeadlines,
})
export type Disclosure = RecordOf<typeof disclosures>

/** Whether somebody has decided. */
export function isDecided({ decision }: DisclosureFacts): boolean {
  return decision !== null && decision !== 'pending'
}

function disclosureDeadlines(record: DisclosureFacts): readonly Deadline[] {
  const { answerBy, askedByKind, told, tellOn } = record
  const answer =
    !isDecided(record) &&
    answerBy &&
    deadlineOn('answer', 'Decide and answer', answerBy, {
      weight: askedByKind === 'court' ? 'law' : 'promise',
      derivation: `${askedByKind === 'court' ? 'The court set' : 'They asked for an answer by'} ${formatDay(answerBy)}.`,
      citation: askedByKind === 'court' ? 'DPA 2018 Sch 2 Pt 1 para 5(2)' : 'UK GDPR Art 6(1)',
      actions: [
        { label: 'Enter the gateway', page: null, field: 'gateway' },
        { label: 'Refuse', page: null, changes: { decision: 'refused' } },
        { label: 'Disclose', page: null, changes: { decision: 'disclosed' } },
      ],
    })
  const tell =
    told === 'later' &&
    tellOn &&
    deadlineOn('tell', 'Tell the person about the disclosure', tellOn, {
      weight: 'promise',
      derivation: `Put off until ${formatDay(tellOn)}.`,
      citation: 'UK GDPR Art 13, 14',
      actions: [{ label: 'The person was told', page: null, changes: { told: 'after' } }],
    })
  return [answer, tell].filter((deadline) => deadline !== false && deadline !== null)
}
