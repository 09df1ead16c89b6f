import { describe, expect, test } from 'vitest'
import { buildSample } from '#engine/sample/build-sample.ts'
import { gapContext } from '#shared/law/gaps/context.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { planTable } from '#shared/portability/plan-table.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { NO_NOTICES, readNotices } from './notices.ts'
import { noticeOf } from './seeds-map.ts'

const sample = buildSample()
const records = sample.described.mappings
const mappings = records as unknown as readonly Mapping[]
const context = gapContext(sample, PlainDate.parse('2026-11-22'))

describe('exports of systems in the sample', () => {
  test('are those of a portal that foster carers use, and no rule is raised about them', () => {
    expect(mappings.map(({ name }) => name)).toEqual([
      'Foster carer portal, accounts',
      'Foster carer portal, training bookings',
    ])
    for (const record of records) expect(gapsOfRecord('mappings', record, context)).toEqual([])
  })

  test('keep what the person provided or the portal observed, and say why the rest is left out', () => {
    const names = mappings.map((mapping) => mapping.columns.map(({ column }) => column))
    const plans = mappings.map((mapping) =>
      planTable(mapping, { person: ['C-1'], holdsOnlyThePerson: false }),
    )
    expect(plans.flatMap((plan, at) => plan.undecided(names[at]!))).toEqual([])
    const none = { others: 0, unclear: 0, naming: 0, filled: [] }
    expect(
      plans.map((plan, at) => plan.leftOut(names[at]!, none).map(({ column, reason }) => [column, reason])),
    ).toEqual([
      [
        ['Emergency contact', 'othersColumn'],
        ['Engagement score', 'notProvided'],
        ['Note of the supervising social worker', 'notProvided'],
        ['Version of the entry', 'nobody'],
      ],
      [
        ['Also attending', 'othersColumn'],
        ['Comment of the trainer', 'notProvided'],
        ['Sheet signed on the day', 'paper'],
      ],
    ])
  })

  test('say that their columns are invented, and a foster carer asks for them', () => {
    for (const { notes } of mappings) expect(notes).toMatch(/^Worked example: .*invented/u)
    const asking = sample.described.requests.filter((request) => request['right'] === 'R-PORT')
    expect(asking.map(({ name }) => name)).toEqual([expect.stringContaining('foster carer')])
    const activities = mappings.map(({ activityId }) => activityId)
    expect(asking[0]!['activityIds']).toEqual(expect.arrayContaining(activities))
  })

  test('quote the notice literally', ({ skip }) => {
    const proofs = mappings.flatMap(({ evidence }) => evidence)
    expect(proofs.length).toBeGreaterThan(4)
    if (NO_NOTICES) return skip(NO_NOTICES)
    const notices = readNotices()
    expect(
      proofs.filter(({ document, quote }) => !notices.get(noticeOf(document) ?? '')?.includes(quote)),
    ).toEqual([])
  })
})
