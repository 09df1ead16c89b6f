import { keysOf } from '#shared/described/keys-of.ts'
import { describeRegister } from '#shared/described/register.ts'
import { searchDeadlines } from './search.deadlines.ts'
import { HOW_FIELDS, PLACE_FIELDS, RESULT_FIELDS, SEARCH_FIELDS } from './search.fields.ts'

/** Where was searched for each request, by whom, for what, and what came of it. @source UK GDPR Art 15 */
export const searches = describeRegister({
  register: 'searches',
  label: 'Search record',
  one: 'search',
  about:
    'Every system, paper store and person asked for a request: for what, over which period, when, and what came back, also where nothing was found and where it was not searched, and why. From it the statement of a reasonable and proportionate search writes itself.',
  example: {
    name: 'Case system, fostering team',
    says: 'By name, former name and date of birth, from 2009 to 2018; asked on 3 November, chased on the 12th, 412 pages received on the 14th.',
  },
  series: 'SE',
  nameLabel: 'What is searched',
  nameHint: 'The place and who searches it, without the name of the person the request is about.',
  fields: SEARCH_FIELDS,
  sections: [
    { title: 'Where', fields: keysOf(PLACE_FIELDS) },
    { title: 'For what', fields: keysOf(HOW_FIELDS) },
    { title: 'What came of it', fields: keysOf(RESULT_FIELDS) },
  ],
  list: ['requestId', 'systemId', 'holder', 'askedOn', 'receivedOn', 'found'],
  facets: ['found', 'method', 'systemId'],
  category: 'method',
  status: 'found',
  day: 'askedOn',
  isClosed: ({ found }) => found !== null,
  deadlines: searchDeadlines,
})
