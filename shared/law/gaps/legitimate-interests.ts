import { isSettled } from '#shared/answer.ts'
import { recognisedInterest } from '#shared/law/lawful-bases.ts'
import { activityRule, isOfPublicAuthority, perPurpose, restsOn } from './parts.ts'
import { isBlank } from './words.ts'

/** What recognised and other legitimate interests ask for. @source UK GDPR Art 6(1)(ea), 6(1)(f) */
export const LEGITIMATE_INTEREST_RULES = [
  activityRule({
    id: 'authority-legitimate-interests',
    title: 'Public authority relying on legitimate interests',
    citation: 'UK GDPR Art 6(1)(f)',
    source: 'gdpr-6-1-f',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'Public authorities cannot rely on legitimate interests when they perform their tasks. Choose public task, or record why this purpose lies outside the authority’s tasks and set this aside.',
    find: (activity, context) =>
      isOfPublicAuthority(activity, context)
        ? perPurpose(
            activity,
            (purpose, name) =>
              restsOn(purpose, '6-1-f') &&
              `${name} rests on legitimate interests, which a public authority cannot use for its tasks.`,
          )
        : [],
  }),
  activityRule({
    id: 'authority-recognised-interest',
    title: 'Public authority relying on a recognised legitimate interest',
    citation: 'UK GDPR Art 6(1)(ea)',
    source: 'gdpr-6-1-ea',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'Recognised legitimate interests are not for public authorities performing their tasks. Public task is the usual basis for them.',
    find: (activity, context) =>
      isOfPublicAuthority(activity, context)
        ? perPurpose(
            activity,
            (purpose, name) =>
              restsOn(purpose, '6-1-ea') &&
              `${name} rests on a recognised legitimate interest, which a public authority cannot use for its tasks.`,
          )
        : [],
  }),
  activityRule({
    id: 'recognised-interest-missing',
    title: 'Recognised legitimate interest without its condition',
    citation: 'UK GDPR Art 6(1)(ea), 6(5), Annex 1',
    source: 'gdpr-annex-1',
    severity: 'error',
    field: 'purposes',
    explanation: 'The basis exists only where one of the conditions of Annex 1 is met. Choose the condition.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          restsOn(purpose, '6-1-ea') &&
          !recognisedInterest(purpose.recognisedInterest ?? '') &&
          `${name} names no condition of Annex 1.`,
      ),
  }),
  activityRule({
    id: 'necessity-missing',
    title: 'Recognised legitimate interest without a note on necessity',
    citation: 'UK GDPR Art 6(1)(ea)',
    source: 'gdpr-6-1-ea',
    severity: 'error',
    field: 'purposes',
    explanation:
      'No balancing is needed for a recognised legitimate interest, but the processing must be necessary for it. Write why, in the note on how the basis is met.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          restsOn(purpose, '6-1-ea') &&
          isBlank(purpose.basisNote) &&
          `${name} does not say why the processing is necessary.`,
      ),
  }),
  activityRule({
    id: 'interest-missing',
    title: 'Legitimate interest not named',
    citation: 'UK GDPR Art 6(1)(f), Art 13(1)(d)',
    source: 'gdpr-6-1-f',
    severity: 'error',
    field: 'purposes',
    explanation: 'Say which interest is pursued and whose it is; notices have to tell people.',
    check: 'That notices name the interest (Art 13(1)(d)) is written from memory: check it.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          restsOn(purpose, '6-1-f') &&
          isBlank(purpose.legitimateInterest) &&
          `${name} rests on legitimate interests, but the interest is not named.`,
      ),
  }),
  activityRule({
    id: 'assessment-missing',
    title: 'Legitimate interests not assessed',
    citation: 'UK GDPR Art 6(1)(f)',
    source: 'gdpr-6-1-f',
    severity: 'error',
    field: 'purposes',
    explanation:
      'Legitimate interests take an assessment of purpose, necessity and balance, and a record of it. Give its reference and date.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          restsOn(purpose, '6-1-f') &&
          !isSettled(purpose.legitimateInterestsAssessment) &&
          `${name} rests on legitimate interests without a recorded assessment.`,
      ),
  }),
] as const
