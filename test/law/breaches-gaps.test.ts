import { describe, expect, test } from 'vitest'
import { type RuleCase, ruleIds, rulesRaised } from './raised.ts'

const at = (day: number, hour = '09') => `2026-11-${day}T${hour}:00:00.000Z`
const action = { id: 'a', what: 'Turn on recall', owner: '', due: null, doneOn: null }
const confirmed = { status: 'confirmed', awareAt: at(20) }

const CASES: readonly RuleCase[] = [
  ['breach-log-incomplete', confirmed, { account: 'Sent', effects: 'Seen', remedialAction: 'Recalled' }],
  ['breach-awareness-missing', { status: 'confirmed' }, { awareAt: at(20) }],
  ['breach-undecided-late', { awareAt: at(17) }, { commissionerDecision: 'doNot' }],
  ['breach-undecided-late', { awareAt: at(17) }, { ourRole: 'processor' }],
  ['breach-undecided-late', { awareAt: at(17) }, { awareAt: at(20) }],
  [
    'breach-late-without-reasons',
    { awareAt: at(17), reportedAt: at(20, '10') },
    { lateBecause: 'The facts came in on Friday' },
  ],
  ['breach-late-without-reasons', { awareAt: at(17), reportedAt: at(20, '10') }, { reportedAt: at(20) }],
  ['breach-times-impossible', { noticedAt: at(19), awareAt: at(18) }, { awareAt: at(19) }],
  [
    'breach-closed-with-open-actions',
    { status: 'closed', actions: [action] },
    { actions: [{ ...action, doneOn: '2026-11-20' }] },
  ],
  [
    'breach-not-reported-without-reasons',
    { commissionerDecision: 'doNot' },
    { commissionerBecause: 'Recalled unread' },
  ],
  [
    'breach-decider-missing',
    { commissionerDecision: 'report' },
    { commissionerDecidedBy: 'DPO', commissionerDecidedAt: at(20) },
  ],
  ['breach-danger-not-reported', { safeguardingRisk: true, risk: 'unlikely' }, { risk: 'high' }],
  [
    'breach-not-reported-without-reasons',
    { commissionerDecision: 'logOnly' },
    { commissionerBecause: 'Noticed before it was sent' },
  ],
  ['breach-undecided-late', { awareAt: at(17) }, { commissionerDecision: 'logOnly' }],
  [
    'breach-danger-not-reported',
    { safeguardingRisk: true, commissionerDecision: 'logOnly' },
    { commissionerDecision: 'report' },
  ],
  ['breach-logged-only-yet-breach', { ...confirmed, commissionerDecision: 'logOnly' }, { nearMiss: true }],
  [
    'breach-logged-only-yet-breach',
    { isBreach: 'yes', commissionerDecision: 'logOnly' },
    { commissionerDecision: 'doNot' },
  ],
  ['breach-high-risk-people', { risk: 'high' }, { peopleDecision: 'tell' }],
  [
    'breach-high-risk-people',
    { risk: 'high', peopleDecision: 'notHighRisk' },
    { peopleDecision: 'riskRemoved' },
  ],
  [
    'breach-people-untold-without-reasons',
    { peopleDecision: 'riskRemoved' },
    { peopleBecause: 'Key changed' },
  ],
  ['breach-unintelligible-unsaid', { peopleDecision: 'unintelligible' }, { isUnintelligible: true }],
  ['breach-controller-untold', { ...confirmed, ourRole: 'processor' }, { controllerToldAt: at(20) }],
]

describe('rules about breaches', () => {
  test.each(CASES)('%s: raised and settled', (rule, raises, settled) => {
    expect(rulesRaised('breaches', raises)).toContain(rule)
    expect(rulesRaised('breaches', { ...raises, ...settled })).not.toContain(rule)
  })

  test('every rule has its case, and a near miss of which only the name is known raises none', () => {
    expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set(ruleIds('breaches')))
    expect(rulesRaised('breaches', { nearMiss: true })).toEqual([])
  })
})
