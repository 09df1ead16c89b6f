import { describe, expect, test } from 'vitest'
import { known } from '#shared/answer.ts'
import { activityId, anActivity, aPurpose } from './world.ts'
import { aRecord, contextWith, type RuleCase, ruleIds, rulesRaised } from './raised.ts'

const given = { status: 'given' }

const CONSENTS: readonly RuleCase[] = [
  ['consent-withdrawal-not-acted-on', { withdrawnOn: '2026-11-18' }, { actedOn: '2026-11-20' }],
  ['consent-wording-missing', given, { wording: 'I agree', givenOn: '2026-03-03', how: 'signature' }],
  ['consent-proof-missing', given, { evidenceAt: 'File F-118' }],
  ['consent-not-free', { ...given, wasFree: false }, { wasFree: true }],
  ['consent-withdrawal-way-missing', given, { withdrawHow: 'A call' }],
  [
    'consent-child-competence',
    { ...given, givenBy: 'child' },
    { competence: 'Talked through with her social worker' },
  ],
  ['consent-child-competence', { ...given, givenBy: 'parent' }, { responsibility: 'Birth certificate' }],
  ['consent-child-online-age', { givenBy: 'child', isOnlineService: true, age: '12 years' }, { age: '13' }],
]

const yes = { email: 'optedIn', emailSince: '2026-05-04', emailSource: 'Fair' }
const PREFERENCES: readonly RuleCase[] = [
  ['preference-objected', { ...yes, objectedOn: '2026-06-09' }, { email: 'optedOut' }],
  ['preference-objected', { ...yes, objectedOn: '2026-06-09' }, { emailSince: '2026-07-01' }],
  [
    'preference-charity-soft-opt-in',
    { email: 'softCharity' },
    { collectedOn: '2026-02-05', ownPurposesOnly: true, interestOrSupport: true, refusalOffered: true },
  ],
  [
    'preference-charity-soft-opt-in',
    {
      text: 'softCharity',
      collectedOn: '2026-02-04',
      ownPurposesOnly: true,
      interestOrSupport: true,
      refusalOffered: true,
    },
    { collectedOn: '2026-02-05' },
  ],
  [
    'preference-commercial-soft-opt-in',
    { email: 'softCommercial' },
    { saleOrSimilar: true, refusalOffered: true },
  ],
  ['preference-family-soft-opt-in', { kind: 'family', email: 'softCharity' }, { kind: 'supporter' }],
  ['preference-without-source', { post: 'optedIn' }, { postSince: '2026-01-01', postSource: 'Form' }],
  ['preference-service-messages', { objectedOn: '2026-06-09' }, { serviceMessages: true }],
]

const ann = { emails: ['ann@example.org'], since: '2026-10-12', source: 'unsubscribe' }
const SUPPRESSIONS: readonly RuleCase[] = [
  ['suppression-recognises-nobody', {}, { emails: ['ann@example.org'] }],
  ['suppression-recognises-nobody', { name: 'Ann Example' }, { postcode: 'B60 4AD' }],
  ['suppression-unreadable', { emails: ['ann example.org'] }, { emails: ['ann@example.org'] }],
  ['suppression-lifted-without-reason', { status: 'lifted' }, { liftedBecause: 'New consent' }],
  ['suppression-without-origin', {}, { since: '2026-10-12', source: 'told' }],
  [
    'suppression-kept-unexplained',
    { source: 'erasure' },
    { keptBecause: 'So that she is not written to again' },
  ],
]

describe('rules about consents', () => {
  test.each(CONSENTS)('%s: raised and settled', (rule, raises, settled) => {
    expect(rulesRaised('consents', raises)).toContain(rule)
    expect(rulesRaised('consents', { ...raises, ...settled })).not.toContain(rule)
  })

  test('activities say whether consent has to be explicit, and whether anything rests on it', () => {
    const purpose = (basis: '6-1-a' | '6-1-e', article9: string[]) =>
      aPurpose({ basis: known(basis), article9 })
    const context = (...of: Parameters<typeof purpose>) =>
      contextWith({}, { activities: [anActivity({ id: activityId('a'), purposes: [purpose(...of)] })] })
    const linked = { ...given, activityIds: ['a'] }
    expect(rulesRaised('consents', linked, context('6-1-a', ['9-2-a']))).toContain('consent-not-explicit')
    expect(
      rulesRaised('consents', { ...linked, isExplicit: true }, context('6-1-a', ['9-2-a'])),
    ).not.toContain('consent-not-explicit')
    expect(rulesRaised('consents', linked, context('6-1-e', []))).toContain('consent-for-another-basis')
    expect(rulesRaised('consents', linked, context('6-1-a', []))).not.toContain('consent-for-another-basis')
  })

  test('every rule has its case', () => {
    const tried = [...CONSENTS.map(([rule]) => rule), 'consent-not-explicit', 'consent-for-another-basis']
    expect(new Set(tried)).toEqual(new Set(ruleIds('consents')))
  })
})

describe('rules about preferences', () => {
  test.each(PREFERENCES)('%s: raised and settled', (rule, raises, settled) => {
    expect(rulesRaised('preferences', raises)).toContain(rule)
    expect(rulesRaised('preferences', { ...raises, ...settled })).not.toContain(rule)
  })

  test('a yes is held against the suppression list', () => {
    const list = (change: object) =>
      contextWith({
        suppressions: [aRecord('suppressions', { ...ann, id: 's', reference: 'SU-0001', ...change })],
      })
    const raised = (change: object, listed: object) =>
      rulesRaised('preferences', { ...yes, ...change }, list(listed))
    expect(raised({ emailAddress: 'Ann@Example.org' }, {})).toContain('preference-suppressed')
    expect(raised({ suppressionId: 's' }, {})).toContain('preference-suppressed')
    expect(raised({ emailAddress: 'Ann@Example.org' }, { scope: ['post'] })).not.toContain(
      'preference-suppressed',
    )
    expect(raised({ emailAddress: 'Ann@Example.org' }, { status: 'lifted' })).not.toContain(
      'preference-suppressed',
    )
    expect(raised({ emailAddress: 'bob@example.org' }, {})).not.toContain('preference-suppressed')
  })

  test('every rule has its case', () => {
    expect(new Set([...PREFERENCES.map(([rule]) => rule), 'preference-suppressed'])).toEqual(
      new Set(ruleIds('preferences')),
    )
  })
})

describe('rules about suppressions', () => {
  test.each(SUPPRESSIONS)('%s: raised and settled', (rule, raises, settled) => {
    expect(rulesRaised('suppressions', raises)).toContain(rule)
    expect(rulesRaised('suppressions', { ...raises, ...settled })).not.toContain(rule)
  })

  test('two entries for one address are found', () => {
    const other = (emails: string[]) =>
      contextWith({ suppressions: [aRecord('suppressions', { id: 'other', emails })] })
    expect(rulesRaised('suppressions', ann, other(['ANN@example.org']))).toContain('suppression-twice')
    expect(rulesRaised('suppressions', ann, other(['bob@example.org']))).not.toContain('suppression-twice')
  })

  test('every rule has its case', () => {
    expect(new Set([...SUPPRESSIONS.map(([rule]) => rule), 'suppression-twice'])).toEqual(
      new Set(ruleIds('suppressions')),
    )
  })
})
