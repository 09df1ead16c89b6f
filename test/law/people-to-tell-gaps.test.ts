import { describe, expect, test } from 'vitest'
import { aRecord, contextWith, type RuleCase, ruleIds, rulesRaised } from './raised.ts'

const AT = '2026-11-20T09:00:00.000Z'
const decided = (peopleDecision: string) =>
  contextWith({ breaches: [{ ...aRecord('breaches', { peopleDecision }), id: 'b' }] })
const atRisk = { breachId: 'b', highRisk: true, state: 'toTell' }

const CASES: readonly RuleCase[] = [
  ['person-to-tell-without-breach', {}, { breachId: 'b' }],
  ['person-to-tell-high-risk-untold', atRisk, { state: 'told' }],
  ['person-to-tell-high-risk-untold', { ...atRisk, state: null }, { highRisk: false }],
  ['person-to-tell-high-risk-untold', { ...atRisk, state: 'notReached' }, { highRisk: null }],
  ['person-to-tell-told-undated', { state: 'told' }, { toldAt: AT }],
  ['person-to-tell-unsafe-letter', { safeToWrite: 'no', toldHow: 'letter' }, { toldHow: 'inPerson' }],
  ['person-to-tell-unsafe-letter', { safeToWrite: 'check', toldHow: 'email' }, { safeToWrite: 'yes' }],
  ['person-to-tell-child-unaccompanied', { version: 'child' }, { addressee: 'Her foster carer' }],
  ['person-to-tell-untold-unexplained', { state: 'notTold' }, { outcome: 'Told by the police' }],
  ['person-to-tell-untold-unexplained', { state: 'notReached' }, { outcome: 'Moved, no new address' }],
]

describe('rules about people to tell', () => {
  test.each(CASES)('%s: raised and settled', (rule, raises, settled) => {
    expect(rulesRaised('recipients', raises, decided('tell'))).toContain(rule)
    expect(rulesRaised('recipients', { ...raises, ...settled }, decided('tell'))).not.toContain(rule)
  })

  test('nobody has to be told while it is not decided, or decided otherwise', () => {
    expect(rulesRaised('recipients', atRisk, decided('publicNotice'))).toEqual([])
    expect(rulesRaised('recipients', atRisk)).toEqual([])
  })

  test('every rule has its case, and somebody told safely raises none', () => {
    expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set(ruleIds('recipients')))
    const told = { ...atRisk, state: 'told', toldAt: AT, toldHow: 'letter', safeToWrite: 'yes' }
    expect(rulesRaised('recipients', told, decided('tell'))).toEqual([])
  })
})
