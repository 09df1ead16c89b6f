import { describe, expect, test } from 'vitest'
import { known } from '#shared/answer.ts'
import { activityId, aDataUse, anActivity, SIX_YEARS, termId } from './world.ts'
import { aRecord, contextWith, type RuleCase, ruleIds, rulesRaised } from './raised.ts'

const oneYear = { periodAmount: 1, periodUnit: 'years', trigger: 'the case is closed' }
const batch = {
  id: 'b',
  what: 'Cases of 2024',
  startedOn: '2024-12-31',
  count: { state: 'unknown', from: null, to: null },
  place: '',
  disposalId: null,
  disposedOn: null,
}
const hold = {
  id: 'h',
  because: 'claim C-7',
  since: '2026-01-01',
  until: null,
  batch: '',
  requestId: null,
  complaintId: null,
  claim: '',
}

const SCHEDULE: readonly RuleCase[] = [
  ['schedule-without-limit', { criterion: 'as long as necessary' }, oneYear],
  ['schedule-without-limit', {}, { criterion: 'until the youngest sibling turns 18' }],
  ['schedule-without-start', { ...oneYear, trigger: '' }, { trigger: 'the case is closed' }],
  ['schedule-without-authority', {}, { authority: 'Limitation Act' }],
  ['schedule-fate-unknown', {}, { fate: 'delete' }],
  ['schedule-hold-without-reason', { holds: [{ ...hold, because: '' }] }, { holds: [hold] }],
  ['schedule-hold-without-reason', { holds: [{ ...hold, since: null }] }, { holds: [hold] }],
  [
    'schedule-hold-ended',
    { holds: [{ ...hold, until: '2026-11-21' }], batches: [batch] },
    { holds: [{ ...hold, until: '2026-11-22' }] },
  ],
  ['schedule-kept-too-long', { ...oneYear, batches: [batch] }, { holds: [hold] }],
  [
    'schedule-kept-too-long',
    { ...oneYear, batches: [batch] },
    { batches: [{ ...batch, disposedOn: '2026-01-05' }] },
  ],
]

const DISPOSALS: readonly RuleCase[] = [
  [
    'disposal-incomplete',
    { status: 'done' },
    { method: 'deleted', disposedOn: '2026-01-05', disposedBy: 'IT' },
  ],
  ['disposal-without-rule', {}, { description: 'Asked for erasure' }],
  ['disposal-holds-unchecked', {}, { holdsChecked: true }],
  [
    'disposal-anonymised-unexplained',
    { method: 'anonymised' },
    { anonymisedHow: 'Counts of ten and more only' },
  ],
  ['disposal-without-certificate', { status: 'done', processorId: 'shredder' }, { certificate: 'SH-1' }],
]

describe('rules about the retention schedule', () => {
  test.each(SCHEDULE)('%s: raised and settled', (rule, raises, settled) => {
    expect(rulesRaised('retention', raises)).toContain(rule)
    expect(rulesRaised('retention', { ...raises, ...settled })).not.toContain(rule)
  })

  test('an activity that gives another time is named, one that agrees is not', () => {
    const activity = anActivity({
      id: activityId('a'),
      data: [aDataUse({ categoryId: termId('health-data'), retention: known(SIX_YEARS) })],
    })
    const context = contextWith({}, { activities: [activity] })
    const links = { activityIds: ['a'], dataIds: ['health-data'] }
    expect(rulesRaised('retention', { ...oneYear, ...links }, context)).toContain(
      'schedule-differs-from-activity',
    )
    expect(rulesRaised('retention', { ...oneYear, ...links, periodAmount: 6 }, context)).not.toContain(
      'schedule-differs-from-activity',
    )
  })

  test('every rule has its case', () => {
    expect(new Set([...SCHEDULE.map(([rule]) => rule), 'schedule-differs-from-activity'])).toEqual(
      new Set(ruleIds('retention')),
    )
  })
})

describe('rules about disposals', () => {
  test.each(DISPOSALS)('%s: raised and settled', (rule, raises, settled) => {
    expect(rulesRaised('disposals', raises)).toContain(rule)
    expect(rulesRaised('disposals', { ...raises, ...settled })).not.toContain(rule)
  })

  test('a disposal under a hold, or before its time, is found with the schedule at hand', () => {
    const schedule = (change: object) =>
      contextWith({
        retention: [{ ...aRecord('retention', { ...oneYear, batches: [batch], ...change }), id: 'rule' }],
      })
    const done = { status: 'done', ruleId: 'rule', batch: 'cases of 2024', disposedOn: '2026-02-01' }
    expect(rulesRaised('disposals', done, schedule({ holds: [hold] }))).toContain('disposal-under-hold')
    expect(
      rulesRaised('disposals', done, schedule({ holds: [{ ...hold, until: '2026-01-31' }] })),
    ).not.toContain('disposal-under-hold')
    expect(
      rulesRaised('disposals', done, schedule({ holds: [{ ...hold, batch: 'Cases of 2023' }] })),
    ).not.toContain('disposal-under-hold')
    const other = schedule({ holds: [{ ...hold, batch: 'Cases of 2023' }] })
    expect(rulesRaised('disposals', { ...done, batch: 'Diaries' }, other)).not.toContain(
      'disposal-under-hold',
    )
    expect(rulesRaised('disposals', { ...done, batch: '' }, other)).toContain('disposal-under-hold')
    expect(rulesRaised('disposals', { ...done, disposedOn: '2025-12-30' }, schedule({}))).toContain(
      'disposal-before-time',
    )
    expect(rulesRaised('disposals', { ...done, disposedOn: '2025-12-31' }, schedule({}))).not.toContain(
      'disposal-before-time',
    )
  })

  test('every rule has its case', () => {
    const tried = [...DISPOSALS.map(([rule]) => rule), 'disposal-under-hold', 'disposal-before-time']
    expect(new Set(tried)).toEqual(new Set(ruleIds('disposals')))
  })
})
