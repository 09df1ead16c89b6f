import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { knowsAllRecords } from './all-records.ts'
import type { GapContext } from './context.ts'
import { type Finding, ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<SearchEntry>('searches')

/** Whether a search can be shown to be reasonable and proportionate, and what it says of the record itself. @source UK GDPR Art 15, Art 30(1) */
export const SEARCH_RULES = [
  rule({
    id: 'search-system-in-no-activity',
    title: 'Data found where no activity says it is kept',
    citation: 'UK GDPR Art 30(1)',
    source: 'gdpr-30-1',
    severity: 'warning',
    field: 'systemId',
    explanation:
      'Personal data was found in a system that no activity of the organisation names, so the record of processing is not whole. Name the system in the activity it serves, or record the activity that is missing.',
    find: foundOutsideTheRecord,
  }),
  rule({
    id: 'search-without-request',
    title: 'Search for no request',
    citation: 'UK GDPR Art 15(1A)',
    source: 'gdpr-15',
    severity: 'warning',
    field: 'requestId',
    explanation: 'A search belongs to the request it is made for: its statement names it.',
    find: ({ requestId }) => when(requestId === null, 'For which request this was searched is not recorded.'),
  }),
  rule({
    id: 'search-place-missing',
    title: 'Where was searched is not recorded',
    citation: 'UK GDPR Art 15(1A)',
    source: 'gdpr-15',
    severity: 'warning',
    field: 'systemId',
    explanation: 'Name the system or paper store, or describe the place.',
    find: ({ systemId, place }) =>
      when(systemId === null && isBlank(place), 'Neither a system nor another place is named.'),
  }),
  rule({
    id: 'search-not-made-unexplained',
    title: 'Not searched, without a reason',
    citation: 'UK GDPR Art 15(1A)',
    source: 'gdpr-15',
    severity: 'error',
    field: 'whyNot',
    explanation:
      'A person is owed what a reasonable and proportionate search gives. The controller has to show why a search would have been too much.',
    find: ({ found, whyNot }) =>
      when(
        (found === 'notSearched' || found === 'refused') && isBlank(whyNot),
        found === 'refused'
          ? 'The holder refused to search, but why is not recorded.'
          : 'This was not searched, but why is not recorded.',
      ),
  }),
  rule({
    id: 'search-terms-missing',
    title: 'Searched for what is not recorded',
    citation: 'UK GDPR Art 15(1A)',
    source: 'gdpr-15',
    severity: 'note',
    field: 'terms',
    explanation: 'The names and numbers searched for show how far the search reached.',
    find: ({ found, terms }) =>
      when(
        (found === 'found' || found === 'nothing') && isBlank(terms),
        'It was searched, but the words searched for are not recorded.',
      ),
  }),
] as const

/** Which activities name which systems is known on the Gaps page only. */
function foundOutsideTheRecord(entry: SearchEntry, context: GapContext): readonly Finding[] {
  const { found, systemId, requestId } = entry
  if (found !== 'found' || systemId === null || !knowsAllRecords(context)) return []
  const request = context.records.requests.find(({ id }) => id === requestId)
  const organisationId = entry.organisationId ?? request?.organisationId
  if (!organisationId) return []
  const isNamed = context
    .activitiesOf(organisationId)
    .some(({ systemIds }) => systemIds.some((id) => id === systemId))
  const system = context.term(systemId)?.name ?? 'A system'
  return when(
    !isNamed,
    `Data was found in “${system}”, which no activity of ${context.organisation(organisationId)?.legalName ?? 'the organisation'} names.`,
  )
}
