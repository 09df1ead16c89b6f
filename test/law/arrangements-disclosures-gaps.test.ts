import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/described/register.ts'
import { ARRANGEMENT_RULES } from '#shared/law/gaps/arrangements.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { DISCLOSURE_RULES } from '#shared/law/gaps/disclosures.ts'
import { type Arrangement, arrangements } from '#shared/registers/arrangements/arrangement.register.ts'
import { type Disclosure, disclosures } from '#shared/registers/disclosures/disclosure.register.ts'
import { Instant } from '#shared/time/instant.ts'
import { aContext, anActivity, day } from './world.ts'

const joint = anActivity({ role: 'jointController' })
const alone = anActivity({ role: 'controller' })
const duty = (code: 'inform' | 'access' | 'rights', partyId: string | null = 'council') => ({
  id: code,
  duty: code,
  partyId,
  note: '',
})

/** An arrangement about which everything is said. */
function anArrangement(change: Partial<Arrangement>): AnyRecord {
  return {
    ...arrangements.blank('j1', 'Family support'),
    organisationId: 'provider',
    stage: 'agreed',
    partyIds: ['council'],
    activityIds: [joint.id],
    duties: [duty('inform'), duty('access'), duty('rights', 'provider')],
    contactPoint: 'dpo@example.org',
    essencePlace: 'In both notices',
    signedOn: day('2026-03-20'),
    ...change,
  } as unknown as AnyRecord
}

/** A disclosure about which everything is said. */
function aDisclosure(change: Partial<Disclosure>): AnyRecord {
  return {
    ...disclosures.blank('d1', 'Case notes to the police'),
    occasion: 'asked',
    isSigned: true,
    gateway: 'CT-2',
    gatewayBecause: 'An enquiry into harm; two pages were enough.',
    decision: 'disclosed',
    decidedBy: 'Head of service',
    decidedOn: day('2026-11-04'),
    what: 'Two pages',
    isSecure: true,
    told: 'after',
    ...change,
  } as unknown as AnyRecord
}

const arrangementRules = (change: Partial<Arrangement>, role = joint) =>
  gapsOfRecord('arrangements', anArrangement(change), aContext({ activities: [role] })).map(
    ({ ruleId }) => ruleId,
  )
const disclosureRules = (change: Partial<Disclosure>) =>
  gapsOfRecord('disclosures', aDisclosure(change), aContext()).map(({ ruleId }) => ruleId)

type Case<Facts> = readonly [rule: string, raises: Partial<Facts>, settles: Partial<Facts>]
const ARRANGEMENTS: readonly Case<Arrangement>[] = [
  ['arrangement-parties-missing', { partyIds: [] }, { partyIds: [], stage: 'ended' }],
  ['arrangement-parties-missing', { organisationId: null }, {}],
  ['arrangement-duty-open', { duties: [duty('inform', null)] }, { duties: [], stage: 'ended' }],
  ['arrangement-essence-missing', { essencePlace: ' ' }, { essencePlace: 'Website' }],
  ['arrangement-not-signed', { signedOn: null }, { signedOn: null, stage: 'ended' }],
  ['arrangement-without-contact', { contactPoint: '' }, { contactPoint: 'Either of them' }],
]
const TOLD_LATER = { told: 'later', toldBecause: 'After the interview' } as const
const DISCLOSURES: readonly Case<Disclosure>[] = [
  [
    'disclosure-without-gateway',
    { gateway: null },
    { gateway: null, decision: 'refused', refusedBecause: 'No law' },
  ],
  ['disclosure-without-decision', { decidedBy: '' }, { decidedBy: '', decision: 'pending' }],
  [
    'disclosure-without-decision',
    { decision: 'pending', disclosedAt: Instant.parse('2026-11-04T15:20:00.000Z') },
    { disclosedAt: Instant.parse('2026-11-04T15:20:00.000Z') },
  ],
  ['disclosure-content-missing', { what: '' }, { what: '', decision: 'withdrawn' }],
  ['disclosure-necessity-missing', { gatewayBecause: ' ' }, { gatewayBecause: 'Needed' }],
  ['disclosure-crime-unwritten', { isSigned: null }, { isSigned: null, occasion: 'own' }],
  [
    'disclosure-crime-unwritten',
    { isSigned: false, gateway: 'RLI-4' },
    { isSigned: false, gateway: 'LR-5-2' },
  ],
  [
    'disclosure-refusal-without-reason',
    { decision: 'inPart' },
    { decision: 'inPart', refusedBecause: 'Others' },
  ],
  ['disclosure-person-not-told', { told: null }, TOLD_LATER],
  ['disclosure-person-not-told', { told: 'not' }, { told: 'before' }],
  ['disclosure-channel-unsafe', { isSecure: null }, { isSecure: true }],
]

describe('rules about joint-controller arrangements', () => {
  test('raise nothing where everything is said', () => {
    expect(arrangementRules({})).toEqual([])
  })

  test.each(ARRANGEMENTS)('%s is raised by %j and settled by %j', (rule, raises, settles) => {
    expect(arrangementRules(raises)).toContain(rule)
    expect(arrangementRules(settles)).not.toContain(rule)
  })

  test('an activity that is not joint is raised, whatever the other registers say', () => {
    expect(arrangementRules({}, alone)).toContain('arrangement-role-differs')
    expect(arrangementRules({ activityIds: [] }, alone)).not.toContain('arrangement-role-differs')
  })

  test('each have a case', () => {
    const tried = new Set([...ARRANGEMENTS.map(([rule]) => rule), 'arrangement-role-differs'])
    expect(ARRANGEMENT_RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([])
  })
})

describe('rules about one-off disclosures', () => {
  test('raise nothing where everything is said', () => {
    expect(disclosureRules({})).toEqual([])
  })

  test.each(DISCLOSURES)('%s is raised by %j and settled by %j', (rule, raises, settles) => {
    expect(disclosureRules(raises)).toContain(rule)
    expect(disclosureRules(settles)).not.toContain(rule)
  })

  test('each have a case', () => {
    const tried = new Set(DISCLOSURES.map(([rule]) => rule))
    expect(DISCLOSURE_RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([])
  })
})
