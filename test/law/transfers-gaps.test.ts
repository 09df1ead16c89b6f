import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/described/register.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { INTERNATIONAL_TRANSFER_RULES } from '#shared/law/gaps/international-transfers.ts'
import { noDescribedRecords } from '#shared/records/register-content.ts'
import { assessments } from '#shared/registers/assessments/assessment.register.ts'
import { type Transfer, transfers } from '#shared/registers/transfers/transfer.register.ts'
import { aContext, day } from './world.ts'

/** A transfer to India about which everything is said. */
function aTransfer(change: Partial<Transfer> = {}): AnyRecord {
  return {
    ...transfers.blank('t1', 'Support from India'),
    way: 'remoteAccess',
    stage: 'happening',
    country: 'IN',
    asOf: day('2026-02-03'),
    activityIds: ['a1'],
    lawApplies: true,
    weInitiate: true,
    isSeparate: true,
    mechanism: 'IDTA',
    testMadeOn: day('2026-02-10'),
    testOutcome: 'notLower',
    testReviewOn: day('2027-02-10'),
    ...change,
  } as unknown as AnyRecord
}

function rulesOn(change: Partial<Transfer>): readonly string[] {
  return gapsOfRecord('transfers', aTransfer(change), aContext()).map(({ ruleId }) => ruleId)
}

const US = { country: 'US', mechanism: 'US-BRIDGE' } as const
type Case = readonly [rule: string, raises: Partial<Transfer>, settles: Partial<Transfer>]
const CASES: readonly Case[] = [
  ['transfer-country-missing', { country: null }, { country: null, stage: 'stopped' }],
  ['transfer-finding-open', { isSeparate: null }, { isSeparate: false }],
  ['transfer-without-mechanism', { mechanism: null }, { mechanism: null, country: 'FR' }],
  ['transfer-without-mechanism', { mechanism: null }, { mechanism: null, stage: 'possible' }],
  [
    'transfer-mechanism-out-of-date',
    { mechanismUntil: day('2026-11-21') },
    { mechanismUntil: day('2026-11-22') },
  ],
  ['transfer-mechanism-out-of-date', { mechanism: 'ADEQUACY' }, { mechanism: 'ADEQUACY', country: 'FR' }],
  ['transfer-us-unchecked', US, { ...US, ukExtension: false }],
  ['transfer-us-unchecked', { ...US, mechanism: null }, { country: 'US', mechanism: 'IDTA' }],
  [
    'transfer-cover-undated',
    { ...US, ukExtension: true },
    { ...US, ukExtension: true, coverCheckedOn: day('2026-03-03') },
  ],
  ['transfer-exception-used', { mechanism: 'D49-a' }, { mechanism: 'BCR' }],
  ['transfer-without-activity', { activityIds: [] }, { activityIds: [], country: 'GB' }],
  [
    'transfer-finding-without-reason',
    { isSeparate: false },
    { isSeparate: false, isSeparateBecause: 'Own staff' },
  ],
  ['transfer-location-old', { asOf: day('2023-11-21') }, { asOf: day('2023-11-22') }],
  ['transfer-without-test', { testMadeOn: null }, { testMadeOn: null, mechanism: 'LEGACY-SAVED' }],
  ['transfer-test-overdue', { testReviewOn: day('2026-11-21') }, { testReviewOn: day('2026-11-22') }],
  ['transfer-test-failed', { testOutcome: 'lower' }, { testOutcome: 'lower', country: 'FR' }],
  ['transfer-test-without-outcome', { testOutcome: null }, { testOutcome: null, testMadeOn: null }],
]

describe('rules about transfers', () => {
  test('raise nothing on a transfer about which everything is said', () => {
    expect(rulesOn({})).toEqual([])
  })

  test.each(CASES)('%s is raised by %j and settled by %j', (rule, raises, settles) => {
    expect(rulesOn(raises)).toContain(rule)
    expect(rulesOn(settles)).not.toContain(rule)
  })

  test('look at the assessment a transfer names, and at those that could serve it', () => {
    const assessment = {
      ...assessments.blank('s1', 'Support desk, India'),
      kind: 'TRA',
      status: 'approved',
      countries: ['IN'],
      processorIds: ['p1'],
    }
    const withOne = (change: object, transfer: Partial<Transfer>) =>
      gapsOfRecord(
        'transfers',
        aTransfer(transfer),
        aContext({
          described: {
            ...noDescribedRecords(),
            assessments: [{ ...assessment, ...change } as unknown as AnyRecord],
          },
        }),
      ).map(({ ruleId }) => ruleId)
    expect(withOne({}, { assessmentId: 's1' })).toEqual([])
    expect(withOne({ status: 'draft' }, { assessmentId: 's1' })).toEqual(['transfer-assessment-not-approved'])
    expect(withOne({ kind: 'DPIA' }, { assessmentId: 's1' })).toEqual(['transfer-assessment-not-approved'])
    expect(withOne({}, { processorId: 'p1' })).toEqual(['transfer-assessment-can-serve'])
    expect(withOne({}, { processorId: 'p2' })).toEqual([])
    expect(withOne({}, { processorId: 'p1', country: 'FR', mechanism: 'ADEQUACY' })).toEqual([])
  })

  test('each have a case', () => {
    const tried = new Set([
      ...CASES.map(([rule]) => rule),
      'transfer-assessment-not-approved',
      'transfer-assessment-can-serve',
    ])
    expect(INTERNATIONAL_TRANSFER_RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([])
  })
})
