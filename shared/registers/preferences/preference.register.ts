import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { keysOf } from '#shared/described/keys-of.ts'
import { describeRegister } from '#shared/described/register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import {
  CHANNEL_FIELDS,
  OBJECTION_FIELDS,
  PERSON_FIELDS,
  type Preference,
  PREFERENCE_FIELDS,
  SOFT_FIELDS,
} from './preference.record.ts'

/** What people want to receive, channel by channel. @source PECR reg 22; UK GDPR Art 21 */
export const preferences = describeRegister({
  register: 'preferences',
  label: 'Marketing preferences',
  one: 'preference',
  about:
    'What people want to receive by email, text, telephone and post: opted in, opted out, not asked, or a soft opt-in whose conditions are shown. Service messages are kept apart. Whoever objected belongs on the suppression list as well.',
  example: {
    name: 'Supporter S-204',
    says: 'Email: opted in on 4 May at the spring fair. Text and telephone: not asked. Post: opted out by letter on 9 June.',
  },
  series: 'MP',
  nameLabel: 'Person',
  nameHint: 'A reference; a title without the person’s name is safer for lists.',
  fields: PREFERENCE_FIELDS,
  sections: [
    { title: 'Person', fields: keysOf(PERSON_FIELDS) },
    { title: 'Channels', fields: keysOf(CHANNEL_FIELDS) },
    {
      title: 'Soft opt-in',
      hint: 'Only for email and text, and only where every condition of one kind holds.',
      fields: keysOf(SOFT_FIELDS),
    },
    { title: 'Objection and service messages', fields: keysOf(OBJECTION_FIELDS) },
  ],
  list: ['kind', 'email', 'text', 'telephone', 'post', 'objectedOn'],
  facets: ['kind', 'email', 'text', 'telephone', 'post', 'serviceMessages', 'isChild'],
  category: 'kind',
  day: 'objectedOn',
  deadlines: preferenceDeadlines,
})

/** An objection to act on, and the day on which to look again. */
export function preferenceDeadlines({ objectedOn, stoppedOn, confirmOn }: Preference): readonly Deadline[] {
  const objection =
    objectedOn && !stoppedOn
      ? [
          deadlineOn('objection', 'Stop direct marketing', objectedOn, {
            derivation: `Objected on ${formatDay(objectedOn)}. Direct marketing stops once somebody objects; the law gives no number of days.`,
            citation: 'UK GDPR Art 21(3)',
            weight: 'law',
            actions: [
              {
                label: 'Opted out on every channel',
                page: null,
                field: 'stoppedOn',
                changes: { email: 'optedOut', text: 'optedOut', telephone: 'optedOut', post: 'optedOut' },
              },
            ],
          }),
        ]
      : []
  const review = confirmOn
    ? [
        deadlineOn('confirm', 'Look at the preference again', confirmOn, {
          derivation: `Set for ${formatDay(confirmOn)}.`,
          citation: 'PECR reg 22',
          actions: [{ label: 'Set another day', page: null, field: 'confirmOn' }],
        }),
      ]
    : []
  return [...objection, ...review]
}
