import { valueOf } from '#shared/answer.ts'
import type { Purpose } from '#shared/registers/activities/activity.parts.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { when } from './gap.ts'
import { activityRule, decidesPurposes, perPurpose, restsOn, saysSomething } from './parts.ts'
import { CONTRACT, isBlank, ON_BEHALF } from './words.ts'

/** Whether each purpose has a lawful basis, and whether what that basis asks for is there. @source UK GDPR Art 6(1) */
export const LAWFUL_BASIS_RULES = [
  activityRule({
    id: 'basis-missing',
    title: 'Purpose without a lawful basis',
    citation: 'UK GDPR Art 6(1)',
    source: 'gdpr-6-1',
    severity: 'error',
    field: 'purposes',
    explanation:
      'Each purpose of a controller needs one of the bases of Article 6(1). A list of bases that are not matched to purposes does not show which applies.',
    find: (activity) =>
      perPurpose(activity, ({ basis }, name) => !valueOf(basis) && `${name} has no lawful basis.`),
  }),
  activityRule({
    id: 'source-of-law-missing',
    title: 'Legal obligation or public task without its source',
    citation: 'UK GDPR Art 6(3)',
    source: 'gdpr-6-3',
    severity: 'error',
    field: 'purposes',
    explanation:
      'Legal obligation and public task rest on law. Name the statute or rule that lays down the obligation or the task; duties under a contract do not count.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          (restsOn(purpose, '6-1-c') || restsOn(purpose, '6-1-e')) &&
          purpose.statuteIds.length === 0 &&
          `${name} rests on ${restsOn(purpose, '6-1-c') ? 'a legal obligation' : 'a public task'}, but no law is named that lays it down.`,
      ),
  }),
  activityRule({
    id: 'public-task-of-another',
    title: 'Public task claimed by a body that is not a public authority',
    citation: 'UK GDPR Art 6(1)(e); DUAA s.70(2)(a)',
    source: 'gdpr-6-1-e',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'Since 5 February 2026 the basis speaks of a task of the controller. A private provider or charity cannot simply borrow its customer’s task: find a task that the law gives to the organisation itself, act as processor, or look at 6(1)(ea) or (f).',
    find: (activity, context) => {
      const owner = context.organisation(activity.organisationId)
      if (!owner || !isKnownPrivate(owner)) return []
      return perPurpose(
        activity,
        (purpose, name) =>
          restsOn(purpose, '6-1-e') &&
          (isForSomebodyElse(activity, purpose)
            ? `${name} rests on a public task of a customer; the task has to be one of ${owner.legalName} itself.`
            : `${name} rests on a public task, and ${owner.legalName} is not a public authority: show that the law gives it this task.`),
      )
    },
  }),
  activityRule({
    id: 'consent-record-missing',
    title: 'Consent without a record of consent',
    citation: 'UK GDPR Art 6(1)(a), Art 7(1)',
    source: 'gdpr-7-1',
    severity: 'error',
    field: 'consentRecord',
    explanation:
      'The controller has to be able to show that people consented: who, to what wording, when and how, and any withdrawal. Say where that record is.',
    find: (activity) =>
      when(
        decidesPurposes(activity) &&
          activity.purposes.some(
            (purpose) => restsOn(purpose, '6-1-a') || purpose.article9.includes('9-2-a'),
          ) &&
          !saysSomething(activity.consentRecord),
        'A purpose rests on consent, but where consent is recorded is not said.',
      ),
  }),
  activityRule({
    id: 'contract-with-somebody-else',
    title: 'Contract basis where the contract is with a customer',
    citation: 'UK GDPR Art 6(1)(b)',
    source: 'gdpr-6-1-b',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'The contract must be with the person whose data is used. A contract with a commissioning authority is not this basis for the child or family.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          restsOn(purpose, '6-1-b') &&
          (activity.contractIds.length > 0 || /\bcommission/i.test(`${purpose.text} ${purpose.basisNote}`)) &&
          `${name} rests on a contract with the person, but the contract linked or described is with a customer.`,
      ),
  }),
  activityRule({
    id: 'vital-interests-as-usual-basis',
    title: 'Vital interests as the usual basis',
    citation: 'UK GDPR Art 6(1)(d)',
    source: 'gdpr-6-1-d',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'Vital interests are about life and death, and usually a fallback. Give the usual basis for everyday work, and the reason why this one is needed.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          restsOn(purpose, '6-1-d') &&
          (isBlank(purpose.basisNote)
            ? `${name} rests on vital interests without a reason.`
            : isOnlyBasis(activity) &&
              `${name} rests on vital interests, and the activity has no other basis.`),
      ),
  }),
] as const

function isOnlyBasis({ purposes }: Activity): boolean {
  return purposes.every(({ basis }) => valueOf(basis) === undefined || valueOf(basis) === '6-1-d')
}

function isKnownPrivate({ publicAuthority, charity }: Organisation): boolean {
  return (
    valueOf(publicAuthority) !== true && (valueOf(publicAuthority) === false || valueOf(charity) === true)
  )
}

function isForSomebodyElse({ contractIds, partyIds }: Activity, { text, basisNote }: Purpose): boolean {
  const words = `${text} ${basisNote}`
  return contractIds.length > 0 || partyIds.length > 0 || ON_BEHALF.test(words) || CONTRACT.test(words)
}
