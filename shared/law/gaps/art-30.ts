import { isSettled } from '#shared/answer.ts'
import { about, type Finding, when } from './gap.ts'
import type { GapContext } from './context.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { activityRule, decidesPurposes } from './parts.ts'
import { isBlank } from './words.ts'

/** What Article 30(1) asks of a controller's record and 30(2) of a processor's. @source UK GDPR Art 30(1) and 30(2) */
export const ARTICLE_30_RULES = [
  activityRule({
    id: 'organisation-missing',
    title: 'No organisation keeps this record',
    citation: 'UK GDPR Art 30(1)(a), 30(2)(a)',
    source: 'gdpr-30-1-a',
    severity: 'error',
    field: 'organisationId',
    explanation:
      'A record of processing names the controller or processor it belongs to. Choose the organisation; its address and contacts come with it.',
    find: ({ organisationId }, context) =>
      when(
        !context.organisation(organisationId),
        'The organisation whose record this is has not been chosen.',
      ),
  }),
  activityRule({
    id: 'purpose-missing',
    title: 'No purpose',
    citation: 'UK GDPR Art 30(1)(b)',
    source: 'gdpr-30-1-b',
    severity: 'error',
    field: 'purposes',
    explanation:
      'A controller’s record says why the data is used. Add each purpose on its own line, since each has its own lawful basis.',
    find: (activity) =>
      when(decidesPurposes(activity) && activity.purposes.length === 0, 'No purpose is recorded.'),
  }),
  activityRule({
    id: 'purpose-without-words',
    title: 'A purpose without words',
    citation: 'UK GDPR Art 30(1)(b)',
    source: 'gdpr-30-1-b',
    severity: 'error',
    field: 'purposes',
    explanation:
      'A purpose that says nothing does not tell anybody why the data is used. Write it, or remove it.',
    find: ({ purposes }) =>
      purposes.flatMap(({ id, text }, index) =>
        isBlank(text) ? [about(id, `Purpose ${index + 1} has no words.`)] : [],
      ),
  }),
  activityRule({
    id: 'people-missing',
    title: 'No categories of people',
    citation: 'UK GDPR Art 30(1)(c)',
    source: 'gdpr-30-1-c',
    severity: 'error',
    field: 'peopleIds',
    explanation: 'A controller’s record says whose data is used: children, parents, carers, staff and so on.',
    find: (activity) =>
      when(
        decidesPurposes(activity) && activity.peopleIds.length === 0,
        'No category of people is recorded.',
      ),
  }),
  activityRule({
    id: 'data-missing',
    title: 'No categories of data',
    citation: 'UK GDPR Art 30(1)(c)',
    source: 'gdpr-30-1-c',
    severity: 'error',
    field: 'data',
    explanation: 'A controller’s record says which categories of personal data are used.',
    find: (activity) =>
      when(
        decidesPurposes(activity) && activity.data.length === 0,
        'No category of personal data is recorded.',
      ),
  }),
  activityRule({
    id: 'recipients-missing',
    title: 'No recipients',
    citation: 'UK GDPR Art 30(1)(d)',
    source: 'gdpr-30-1-d',
    severity: 'warning',
    field: 'disclosures',
    explanation:
      'A controller’s record lists who the data is or will be disclosed to, processors included. Almost every activity has a system supplier or a partner. Where there is truly nobody, set this aside with that reason.',
    find: (activity) =>
      when(
        decidesPurposes(activity) && activity.disclosures.length === 0,
        'No recipient of the data is recorded.',
      ),
  }),
  activityRule({
    id: 'transfers-undetermined',
    title: 'Transfers abroad not answered',
    citation: 'UK GDPR Art 30(1)(e), 30(2)(c)',
    source: 'gdpr-30-1-e',
    severity: 'warning',
    field: 'destinations',
    explanation:
      'The record shows transfers out of the United Kingdom. Name each country, or record that nothing leaves; support and hosting by suppliers count.',
    find: ({ destinations }) =>
      when(
        destinations.state === 'toBeDetermined',
        'Whether data leaves the United Kingdom has not been said.',
      ),
  }),
  activityRule({
    id: 'security-missing',
    title: 'No description of security',
    citation: 'UK GDPR Art 30(1)(g), 30(2)(d)',
    source: 'gdpr-30-1-g',
    severity: 'warning',
    field: 'measureIds',
    explanation:
      'Where possible the record describes the security measures in general. Choose measures from the list or write a description.',
    find: ({ measureIds, securityDescription }) =>
      when(measureIds.length === 0 && isBlank(securityDescription), 'No security measure is recorded.'),
  }),
  activityRule({
    id: 'processing-categories-missing',
    title: 'No category of processing for the controller',
    citation: 'UK GDPR Art 30(2)(b)',
    source: 'gdpr-30-2-b',
    severity: 'error',
    field: 'description',
    explanation:
      'A processor’s record says what kinds of processing it carries out for each controller: hosting, casework, assessment and so on.',
    find: ({ role, description, purposes }) =>
      when(
        role === 'processor' && isBlank(description) && purposes.length === 0,
        'What is done for the controller has not been described.',
      ),
  }),
  activityRule({
    id: 'controller-missing',
    title: 'Processor record without a controller',
    citation: 'UK GDPR Art 30(2)(a)',
    source: 'gdpr-30-2-a',
    severity: 'error',
    field: 'partyIds',
    explanation: 'A processor’s record names each controller on whose behalf it acts.',
    find: ({ role, partyIds }) =>
      when(
        role === 'processor' && partyIds.length === 0,
        'No controller is named on whose behalf this is done.',
      ),
  }),
  activityRule({
    id: 'joint-controller-missing',
    title: 'Joint controller not named',
    citation: 'UK GDPR Art 30(1)(a)',
    source: 'gdpr-30-1-a',
    severity: 'error',
    field: 'partyIds',
    explanation: 'Where purposes and means are decided jointly, the record names the other controller.',
    find: ({ role, partyIds }) =>
      when(role === 'jointController' && partyIds.length === 0, 'No joint controller is named.'),
  }),
  activityRule({
    id: 'party-without-contact',
    title: 'Named party without contact details',
    citation: 'UK GDPR Art 30(1)(a), 30(2)(a)',
    source: 'gdpr-30-1-a',
    severity: 'warning',
    field: 'partyIds',
    explanation:
      'The record gives name and contact details of joint controllers and of each controller a processor acts for. Add an address, email or telephone number to the organisation.',
    find: partiesWithoutContact,
  }),
  activityRule({
    id: 'breaches-undetermined',
    title: 'Breaches not answered',
    citation: 'UK GDPR Art 33(5)',
    source: 'gdpr-33-5',
    severity: 'note',
    field: 'breaches',
    explanation:
      'Every personal data breach is documented. The ICO’s template asks for each activity whether one has occurred; say so here, with its reference.',
    find: (activity) =>
      when(
        decidesPurposes(activity) && !isSettled(activity.breaches),
        'Whether a personal data breach has touched this activity has not been said.',
      ),
  }),
] as const

function partiesWithoutContact({ role, partyIds }: Activity, context: GapContext): readonly Finding[] {
  if (role === 'controller') return []
  return partyIds.flatMap((id) => {
    const party = context.organisation(id)
    if (!party) return [about(id, 'A named party is no longer in the register.')]
    const reachable = [party.address, party.email, party.telephone].some((detail) => !isBlank(detail))
    return reachable ? [] : [about(id, `${party.legalName} is named without any contact details.`)]
  })
}
