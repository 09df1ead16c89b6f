import { keysOf } from '#shared/described/keys-of.ts'
import { describeRegister } from '#shared/described/register.ts'
import { refusalToLift } from './lifting.ts'
import { LIFTED_FIELDS, SUPPRESSION_FIELDS, WHO_FIELDS, WHY_FIELDS } from './suppression.record.ts'

/** Those not to be contacted for marketing. @source UK GDPR Art 21 */
export const suppressions = describeRegister({
  register: 'suppressions',
  label: 'Suppression list',
  one: 'suppression',
  about:
    'Those who must not be contacted for marketing, with the least that recognises them. Check every list against it before sending: paste or drop it on “Check a list”; nothing of the list is kept. An entry is lifted with a reason, never removed silently.',
  example: {
    name: 'A. Example',
    says: 'Unsubscribed from the newsletter on 12 October by the link; email only. Kept so that the address is not written to again.',
  },
  series: 'SU',
  nameLabel: 'Name',
  nameHint: 'As it stands on mailing lists; it recognises the person together with the postcode.',
  fields: SUPPRESSION_FIELDS,
  sections: [
    { title: 'Whom not to contact', fields: keysOf(WHO_FIELDS) },
    { title: 'Since when and why', fields: keysOf(WHY_FIELDS) },
    { title: 'Lifted', fields: keysOf(LIFTED_FIELDS) },
  ],
  list: ['status', 'scope', 'since', 'source', 'emails', 'telephones'],
  facets: ['status', 'scope', 'source'],
  category: 'source',
  status: 'status',
  day: 'since',
  isClosed: ({ status }) => status === 'lifted',
  refuses: refusalToLift,
  keptBecause:
    'An entry of the suppression list is never removed, so that nobody is contacted again by oversight. Lift it, with the reason, instead.',
})
