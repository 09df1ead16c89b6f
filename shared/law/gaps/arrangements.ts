import { CORE_DUTIES, DUTY_CHOICES } from '#shared/registers/arrangements/arrangement.choices.ts'
import type { Arrangement } from '#shared/registers/arrangements/arrangement.register.ts'
import { about, ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Arrangement>('arrangements')

/** What joint controllers settle between them. @source UK GDPR Art 26 */
export const ARRANGEMENT_RULES = [
  rule({
    id: 'arrangement-parties-missing',
    title: 'Arrangement without its parties',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'error',
    field: 'partyIds',
    explanation: 'An arrangement is between two or more controllers. Choose all of them.',
    find: ({ stage, name, organisationId, partyIds }) =>
      when(
        stage !== 'ended' && (organisationId === null || partyIds.length === 0),
        `Between whom “${name}” is made is not recorded.`,
      ),
  }),
  rule({
    id: 'arrangement-duty-open',
    title: 'Duty that nobody does',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'error',
    field: 'duties',
    explanation:
      'The arrangement says who tells people and who answers their rights. Settle it, and record who.',
    find: ({ stage, name, duties }) =>
      stage === 'ended'
        ? []
        : CORE_DUTIES.filter(
            (core) => !duties.some(({ duty, partyId }) => duty === core && partyId !== null),
          ).map((core) => about(core, `In “${name}” nobody is named for: ${lowered(labelOf(core))}.`)),
  }),
  rule({
    id: 'arrangement-essence-missing',
    title: 'Essence of the arrangement not made available',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'error',
    field: 'essencePlace',
    explanation: 'People can read the essence of the arrangement. Put it in the notices, and record where.',
    find: ({ stage, name, essencePlace }) =>
      when(
        stage !== 'ended' && isBlank(essencePlace),
        `Where people can read the essence of “${name}” is not recorded.`,
      ),
  }),
  rule({
    id: 'arrangement-not-signed',
    title: 'Arrangement not agreed yet',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'warning',
    field: 'signedOn',
    explanation:
      'Data is used together while nothing settles who answers for it. Agree it, and record the day.',
    find: ({ stage, name, signedOn }) =>
      when(stage !== 'ended' && signedOn === null, `When “${name}” was agreed is not recorded.`),
  }),
  rule({
    id: 'arrangement-without-contact',
    title: 'Arrangement without a contact point',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'note',
    field: 'contactPoint',
    explanation: 'A contact point spares people the search. People may still turn to any of the controllers.',
    find: ({ stage, name, contactPoint }) =>
      when(stage !== 'ended' && isBlank(contactPoint), `“${name}” names no contact point.`),
  }),
  rule({
    id: 'arrangement-role-differs',
    title: 'Activity of an arrangement not carried out jointly',
    citation: 'UK GDPR Art 4(7), 26',
    source: 'gdpr-26',
    severity: 'warning',
    field: 'activityIds',
    explanation: 'The activity and the arrangement disagree about who decides. Correct one of them.',
    find: ({ stage, name, activityIds }, { activities }) =>
      stage === 'ended'
        ? []
        : activities
            .filter(({ id, role }) => activityIds.includes(id) && role !== 'jointController')
            .map(({ id, reference }) =>
              about(id, `“${name}” names ${reference || 'an activity'}, which is not recorded as joint.`),
            ),
  }),
]

function labelOf(code: string): string {
  return DUTY_CHOICES.find(({ value }) => value === code)?.label ?? code
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
