import type { z } from 'zod'
import { choice, day, items, line, link, number, passage, term } from '#shared/described/field.ts'
import type { BaseRecord } from '#shared/described/register.ts'

/** How a system or store is searched. */
export const SEARCH_METHODS = [
  { value: 'number', label: 'By case or file number' },
  { value: 'name', label: 'By name and date of birth' },
  { value: 'fullText', label: 'By words in the text' },
  { value: 'mailbox', label: 'Search of mailboxes' },
  { value: 'export', label: 'Export of the whole record' },
  { value: 'byHand', label: 'By hand, page by page' },
] as const

/** What came of a search. */
export const SEARCH_RESULTS = [
  { value: 'found', label: 'Found' },
  { value: 'nothing', label: 'Nothing found' },
  {
    value: 'notSearched',
    label: 'Not searched',
    hint: 'Lawful only where the search would not be reasonable and proportionate, or nothing can be there. Say why.',
  },
  { value: 'refused', label: 'Refused by the holder', hint: 'Say why, and what was done about it.' },
] as const

/** Where is searched, who does it, and why there. */
export const PLACE_FIELDS = {
  requestId: link('Request', 'requests'),
  systemId: term('System or paper store', 'systems'),
  place: line('Or another place', {
    hint: 'A cabinet, an archive, a mailbox: what the library does not name.',
  }),
  activityId: link('Activity', 'activities', { hint: 'The activity whose data is kept there.' }),
  why: passage('Why here', { citation: 'UK GDPR Art 15(1A)' }),
  holder: line('Who searches', { hint: 'A role is enough, for example “Business support, fostering team”.' }),
  holderEmail: line('Their email'),
} as const

/** For what, and how. */
export const HOW_FIELDS = {
  terms: passage('Searched for', {
    hint: 'Names, former names, dates of birth and numbers; one on each line.',
  }),
  periodFrom: day('Period from'),
  periodTo: day('Period to'),
  method: choice('How', SEARCH_METHODS),
} as const

/** When it was asked for, and what came. */
export const RESULT_FIELDS = {
  askedOn: day('Asked on'),
  answerBy: day('Answer by', { hint: 'Our own date; left empty, a week after asking.' }),
  chasers: items(
    'Chased',
    { chasedOn: day('Chased on'), how: line('How', { hint: 'For example “email”, “telephone”.' }) },
    { called: 'chasedOn', hint: 'Every four days once the answer is late.' },
  ),
  receivedOn: day('Answer received on'),
  found: choice('What came of it', SEARCH_RESULTS),
  itemsFound: number('Items found', { hint: 'Files, emails or records, as the holder counts them.' }),
  pagesFound: number('Pages found'),
  whyNot: passage('Why not searched', {
    hint: 'What it would have taken, and what it could have found. It stands in the statement to the person.',
    citation: 'UK GDPR Art 15(1A)',
  }),
} as const

/** Every field of one entry of a search record. */
export const SEARCH_FIELDS = { ...PLACE_FIELDS, ...HOW_FIELDS, ...RESULT_FIELDS }

/** One place that was or will be searched for a request. */
export type SearchEntry = BaseRecord & {
  [Key in keyof typeof SEARCH_FIELDS]: z.output<(typeof SEARCH_FIELDS)[Key]['schema']>
}
