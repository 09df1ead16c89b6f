import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '#shared/described/register.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { PROCESSOR_RULES } from '#shared/law/gaps/processors.ts'
import { noDescribedRecords } from '#shared/records/register-content.ts'
import { arrangements } from '#shared/registers/arrangements/arrangement.register.ts'
import { clauseLines } from '#shared/registers/processors/clauses.ts'
import { type Processor, processors } from '#shared/registers/processors/processor.register.ts'
import { transfers } from '#shared/registers/transfers/transfer.register.ts'
import { aContext, anActivity, aDisclosure, day, termId } from './world.ts'

const CLAUSES = clauseLines([]).map(({ clause }) => ({ ...clause, answer: 'yes' as const, page: '4' }))
const without = (code: string, change: Partial<Processor['clauses'][number]>) => ({
  clauses: CLAUSES.map((clause) => (clause.id === code ? { ...clause, ...change } : clause)),
})
const place = (country: string, use: 'hosting' | 'office' = 'hosting') => ({
  locations: [{ id: 'l', country, use, asOf: null, note: '' }],
})
const sub = (change: Partial<Processor['subProcessors'][number]>) => ({
  subProcessors: [
    {
      id: 's',
      processorId: null,
      what: 'Hosting',
      authorised: true,
      authorisedOn: null,
      sameTerms: true,
      ...change,
    },
  ],
})

/** A processor about which everything is said. */
function aProcessor(change: Partial<Processor> = {}): Processor {
  return {
    ...processors.blank('p1', 'Supplier'),
    kind: 'processor',
    direction: 'weUse',
    stage: 'inUse',
    contractState: 'signed',
    startsOn: day('2025-03-01'),
    endsOn: day('2027-02-28'),
    clauses: CLAUSES,
    authorisation: 'specific',
    checkedOn: day('2025-01-20'),
    breachNoticeHours: 24,
    ...change,
  }
}

const activity = anActivity({
  disclosures: [aDisclosure({ recipientId: termId('mail-service'), capacity: 'processor' })],
})
const whole = (change: Partial<{ transfers: AnyRecord[]; arrangements: AnyRecord[] }> = {}) =>
  aContext({ activities: [activity], described: { ...noDescribedRecords(), ...change } })
const transfer = {
  ...transfers.blank('t1', 'To the mail service'),
  processorId: 'p1',
  country: 'US',
} as unknown as AnyRecord
const arrangement = { ...arrangements.blank('j1', 'Joint'), partyIds: ['council'] } as unknown as AnyRecord

function rulesOn(change: Partial<Processor>, context = whole()): readonly string[] {
  const record = aProcessor(change) as unknown as AnyRecord
  return gapsOfRecord('processors', record, context).map(({ ruleId }) => ruleId)
}

type Case = readonly [rule: string, raises: Partial<Processor>, settles: Partial<Processor>]
const CASES: readonly Case[] = [
  ['processor-contract-missing', { contractState: 'sent' }, { contractState: 'signed' }],
  ['processor-contract-missing', { contractState: null }, { contractState: null, kind: 'controller' }],
  ['processor-contract-expired', { endsOn: day('2026-11-21') }, { endsOn: day('2026-11-21'), renews: true }],
  ['processor-contract-expired', { contractState: 'expired' }, { endsOn: day('2026-11-22') }],
  ['processor-contract-ending', { endsOn: day('2027-02-20') }, { endsOn: day('2027-02-21') }],
  ['processor-clause-missing', without('28-3-b', { answer: 'no' }), without('28-3-b', { answer: 'partly' })],
  [
    'processor-clause-missing-to-check',
    without('28-4', { answer: 'no' }),
    without('28-3-b', { answer: 'no' }),
  ],
  ['processor-clause-partly', without('28-3-b', { answer: 'partly' }), without('28-3-b', { answer: 'no' })],
  ['processor-clauses-unread', { clauses: [] }, { clauses: [], contractState: 'draft' }],
  [
    'processor-clause-without-reason',
    without('28-2-notice', { answer: 'notApplicable' }),
    without('28-2-notice', { answer: 'notApplicable', because: 'Specific authorisation' }),
  ],
  ['processor-due-diligence-missing', { checkedOn: null }, { checkedOn: null, direction: 'weWorkFor' }],
  [
    'processor-certificate-expired',
    { certificates: [{ id: 'c', name: 'ISO', number: '', issuedBy: '', expiresOn: day('2026-11-21') }] },
    { certificates: [{ id: 'c', name: 'ISO', number: '', issuedBy: '', expiresOn: day('2026-11-22') }] },
  ],
  ['processor-breach-period-missing', { breachNoticeHours: null }, { breachNoticeHours: 0 }],
  ['processor-end-without-proof', { stage: 'ended' }, { stage: 'ended', endProof: 'Certificate of 3 July' }],
  [
    'sub-processor-not-authorised',
    sub({ authorised: null }),
    { ...sub({ authorised: null }), authorisation: 'general' },
  ],
  ['sub-processor-not-authorised', { ...sub({ authorised: false }), authorisation: 'general' }, sub({})],
  ['sub-processor-other-terms', sub({ sameTerms: false }), sub({ sameTerms: null })],
  ['sub-processors-without-authorisation-kind', { ...sub({}), authorisation: null }, { authorisation: null }],
  ['recipient-part-not-settled', { kind: 'recipient' }, { kind: 'controller' }],
  ['recipient-abroad-without-transfer', place('IN'), place('IN', 'office')],
  [
    'recipient-abroad-without-transfer',
    { recipientId: termId('mail-service') },
    { recipientId: termId('courts') },
  ],
  [
    'processor-part-differs',
    { recipientId: termId('mail-service'), kind: 'controller' },
    {
      recipientId: termId('mail-service'),
      kind: 'controller',
      roles: [
        { id: 'r', activityIds: [activity.id], ourPart: 'controller', theirPart: 'processor', what: '' },
      ],
    },
  ],
  [
    'joint-controller-without-arrangement',
    { kind: 'jointController', partnerId: 'council' },
    { kind: 'jointController', partnerId: 'council', stage: 'ended' },
  ],
]

describe('rules about processors and recipients', () => {
  test('raise nothing on a processor about which everything is said', () => {
    expect(rulesOn({})).toEqual([])
    expect(rulesOn({}, aContext())).toEqual([])
  })

  test.each(CASES)('%s is raised by %j and settled by %j', (rule, raises, settles) => {
    expect(rulesOn(raises)).toContain(rule)
    expect(rulesOn(settles)).not.toContain(rule)
  })

  test('each have a case', () => {
    const tried = new Set(CASES.map(([rule]) => rule))
    expect(PROCESSOR_RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([])
  })

  test('look at other registers only when those are at hand, and are settled there', () => {
    const named = { recipientId: termId('mail-service') }
    expect(rulesOn(named, aContext())).not.toContain('recipient-abroad-without-transfer')
    expect(rulesOn(named, whole({ transfers: [transfer] }))).not.toContain(
      'recipient-abroad-without-transfer',
    )
    const joint = { kind: 'jointController', partnerId: 'council' } as const
    expect(rulesOn(joint, aContext())).not.toContain('joint-controller-without-arrangement')
    expect(rulesOn(joint, whole({ arrangements: [arrangement] }))).not.toContain(
      'joint-controller-without-arrangement',
    )
  })
})
