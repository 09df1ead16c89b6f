import { known } from '#shared/answer.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import {
  aDataUse,
  aDestination,
  aPurpose,
  contractId,
  day,
  organisationId,
  SIX_YEARS,
  termId,
} from '#test/law/world.ts'

/** A rule, a record that raises it, and a near miss that does not. */
export type Case = {
  readonly rule: string
  readonly raises: Partial<Activity>
  readonly message: RegExp
  readonly but: Partial<Activity>
}

export const council = organisationId('council')
export const special = aDataUse({ id: 'data-2', categoryId: termId('health-data'), dataClass: 'special' })
export const criminal = aDataUse({ id: 'data-3', categoryId: termId('convictions'), dataClass: 'criminal' })
export const fostering = [contractId('fostering')]
export const publicTask = aPurpose({
  text: 'Assess families',
  basis: known('6-1-e'),
  statuteIds: [termId('children-act-1989')],
})
export const recognised = aPurpose({ basis: known('6-1-ea'), recognisedInterest: 'RLI-5' })
export const interest = aPurpose({
  basis: known('6-1-f'),
  legitimateInterest: 'Improve services',
  legitimateInterestsAssessment: known({ reference: 'LIA 3', assessedOn: null }),
})
export const safeguarding = aPurpose({
  article9: ['9-2-g'],
  schedule1: ['SCH1-18'],
  policyDocument: known({ reference: 'APD 1', assessedOn: day('2026-06-01') }),
})
export const processor: Partial<Activity> = { role: 'processor', partyIds: [council], contractIds: fostering }
export const joint: Partial<Activity> = {
  role: 'jointController',
  partyIds: [council],
  jointArrangement: known({
    essence: 'The council answers requests',
    contactPoint: '',
    document: '',
    agreedOn: null,
  }),
}
export const automated = (kind: 'decision support' | 'solely automated', explanation = '') =>
  known({ kind, profiling: false, explanation, reviewOn: null })
export const purposes = (...list: Activity['purposes']) => ({ purposes: list })
export const data = (...list: Activity['data']) => ({ data: list })
export const goes = (change: Parameters<typeof aDestination>[0]) => ({
  destinations: known([aDestination(change)]),
})
export const retention = (change: Partial<typeof SIX_YEARS>) =>
  data(aDataUse({ retention: known({ ...SIX_YEARS, ...change }) }))
