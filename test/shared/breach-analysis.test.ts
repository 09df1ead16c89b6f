import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breachAnalysis } from '#shared/registers/breaches/analysis/analysis.ts'
import {
  byActivity,
  byCause,
  byCauseKind,
  byTeam,
  type Names,
} from '#shared/registers/breaches/analysis/groups.ts'
import { peopleSum, peopleWords } from '#shared/registers/breaches/analysis/people.ts'
import { populationOf } from '#shared/registers/breaches/analysis/population.ts'
import { repeatsOf } from '#shared/registers/breaches/analysis/repeats.ts'
import { durationWords, timespans } from '#shared/registers/breaches/analysis/times.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import { breachesPart } from '#shared/registers/reports/annual/breaches-part.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

const PERIOD = { from: '2026-01-01' as PlainDate, to: '2026-12-31' as PlainDate }
const TODAY = '2026-11-22' as PlainDate
const NAMES: Names = {
  organisations: new Map([['o1', 'Northgate']]),
  processors: new Map([['p1', 'Cloud Ltd']]),
  activities: new Map([
    ['a1', 'Assess foster carers'],
    ['a2', 'Place children'],
  ]),
}

let made = 0
function aBreach(changes: Partial<Breach>): Breach {
  made += 1
  return { ...breaches.blank(`b${made}`, 'x'), reference: `BR-${made}`, ...changes }
}
const at = (text: string) => `${text}:00.000Z` as Breach['awareAt']
const analysed = (all: readonly Breach[], by: 'month' | 'quarter' = 'month') =>
  breachAnalysis(all, { organisationId: null, by }, PERIOD, NAMES, TODAY)
const figure = (all: readonly Breach[], label: string) =>
  analysed(all).figures.find((one) => one.label === label)?.value

describe('the people affected', () => {
  const people = (state: Breach['people']['state'], from: number | null, to: number | null) => ({
    people: { state, from, to },
  })
  test.each([
    ['nothing logged', [], 'none to count'],
    ['an exact number', [people('exact', 3, null)], '3 in 1 of 1 breaches'],
    ['nought is a number', [people('exact', 0, null)], '0 in 1 of 1 breaches'],
    ['unknown is none', [people('unknown', null, null)], 'not known in 1 of 1 breaches'],
    [
      'a number that was not written is not known',
      [people('exact', null, null)],
      'not known in 1 of 1 breaches',
    ],
    ['a range', [people('range', 10, 40), people('exact', 2, null)], '12 to 42 in 2 of 2 breaches'],
    [
      'a range without an end',
      [people('range', 10, null), people('exact', 2, null)],
      'at least 12 in 2 of 2 breaches',
    ],
    [
      'an estimate',
      [people('estimate', 10, null), people('unknown', null, null)],
      'about 10 in 1 of 2 breaches; not known in 1',
    ],
  ] as const)('%s', (_, all, words) => expect(peopleWords(peopleSum(all))).toBe(words))
})

describe('which entries a period counts', () => {
  test('by the UK day on which they came to be known, near misses and those set aside by themselves', () => {
    const all = [
      aBreach({ awareAt: at('2026-03-02T10:00') }),
      // 00:30 on 1 January 2027 in UTC is 2027; 23:30 on 31 December 2025 is the year before.
      aBreach({ awareAt: at('2025-12-31T23:30') }),
      aBreach({ noticedAt: at('2026-06-30T23:30'), nearMiss: true }),
      aBreach({ recordedAt: at('2026-07-01T09:00'), status: 'noBreach' }),
      aBreach({}),
    ]
    const { logged, breaches: found, nearMisses, setAside, undated } = populationOf(all, PERIOD)
    expect([logged, found, nearMisses, setAside, undated].map(({ length }) => length)).toEqual([
      3, 1, 1, 1, 1,
    ])
    expect(figure(all, 'Without any day, so in no period')).toBe('1')
    const july = analysed(all).charts[0]!
    // 23:30 UTC on 30 June is 00:30 on 1 July in the United Kingdom.
    expect(july.chart.series[1]!.values[6]).toBe(1)
  })

  test('only of one organisation when one is chosen', () => {
    const all = [
      aBreach({ awareAt: at('2026-03-02T10:00'), organisationId: 'o1' }),
      aBreach({ awareAt: at('2026-03-02T10:00') }),
    ]
    const of = (organisationId: string | null) =>
      breachAnalysis(all, { organisationId: organisationId as never, by: 'month' }, PERIOD, NAMES, TODAY)
    expect(of(null).logged).toBe(2)
    expect(of('o1').logged).toBe(1)
    expect(of(null).charts.map(({ key }) => key)).toContain('organisation')
    expect(of('o1').charts.map(({ key }) => key)).not.toContain('organisation')
  })
})

describe('groups', () => {
  test('cause and kind of cause: what is not known stands last and is called so', () => {
    const all = [
      aBreach({ cause: null }),
      aBreach({ cause: null }),
      aBreach({ cause: 'phishing' }),
      aBreach({ cause: 'bcc' }),
    ]
    expect(byCause(all).map(({ label, ids }) => [label, ids.length])).toEqual([
      ['Failure to use bcc', 1],
      ['Phishing', 1],
      ['Not known yet', 2],
    ])
    expect(byCauseKind(all).map(({ label, ids }) => [label, ids.length])).toEqual([
      ['Cyber', 1],
      ['Non-cyber', 1],
      ['Not known yet', 2],
    ])
  })

  test('two ways of writing a team are one', () => {
    const teams = byTeam(['Fostering  North', 'fostering north', ' ', ''].map((team) => aBreach({ team })))
    expect(teams.map(({ label, ids }) => [label, ids.length])).toEqual([
      ['Fostering North', 2],
      ['Team not recorded', 2],
    ])
  })

  test('a breach that concerns two activities stands under both, and their chart has no total', () => {
    const both = aBreach({ awareAt: at('2026-03-02T10:00'), activityIds: ['a1', 'a2', 'gone'] as never })
    expect(byActivity([both], NAMES).map(({ label }) => label)).toEqual([
      'Assess foster carers',
      'No longer in the register',
      'Place children',
    ])
    const chart = analysed([both]).charts.find(({ key }) => key === 'activity')!.chart
    expect(chart.overlaps).toBe(true)
  })
})

describe('how long it took', () => {
  const spanOf = (all: readonly Breach[], key: string) => timespans(all).find((span) => span.key === key)!

  test('the median and the longest are of what can be measured; the rest is counted apart', () => {
    const all = [
      aBreach({ happenedFrom: at('2026-03-01T10:00'), noticedAt: at('2026-03-01T11:00') }),
      aBreach({ happenedFrom: at('2026-03-01T10:00'), noticedAt: at('2026-03-04T10:00') }),
      aBreach({ happenedFrom: at('2026-03-01T10:00'), noticedAt: at('2026-03-01T09:00') }),
      aBreach({ noticedAt: at('2026-03-01T09:00') }),
    ]
    const span = spanOf(all, 'noticed')
    expect(span).toMatchObject({
      measured: 2,
      medianMinutes: (60 + 3 * 24 * 60) / 2,
      longestMinutes: 3 * 24 * 60,
      longestId: all[1]!.id,
      unknownIds: [all[3]!.id],
      before: { words: 'recorded the wrong way round', ids: [all[2]!.id] },
      within72: null,
    })
  })

  test('elapsed time goes over the change of the clocks', () => {
    const [span] = [
      spanOf([aBreach({ awareAt: at('2026-10-24T12:00'), reportedAt: at('2026-10-27T12:00') })], 'report'),
    ]
    expect(span).toMatchObject({ medianMinutes: 72 * 60, within72: { onTime: 1, timed: 1, lateIds: [] } })
  })

  test('a minute after 72 hours is late; a report without awareness cannot be timed and is not called on time', () => {
    const late = aBreach({ awareAt: at('2026-03-01T10:00'), reportedAt: at('2026-03-04T10:01') })
    const untimed = aBreach({ reportedAt: at('2026-03-04T10:00') })
    const notReported = aBreach({ awareAt: at('2026-03-01T10:00') })
    expect(spanOf([late, untimed, notReported], 'report')).toMatchObject({
      measured: 1,
      unknownIds: [untimed.id],
      within72: { onTime: 0, timed: 1, lateIds: [late.id] },
    })
  })

  test('the data protection officer may have been told before the organisation was certain', () => {
    const span = spanOf(
      [aBreach({ awareAt: at('2026-03-01T10:00'), dpoToldAt: at('2026-03-01T09:00') })],
      'dpo',
    )
    expect(span).toMatchObject({
      measured: 0,
      medianMinutes: null,
      before: { words: 'told before awareness' },
    })
  })

  test.each([
    [0, '0 min'],
    [59.6, '1 h'],
    [320, '5 h 20 min'],
    [47 * 60 + 59, '47 h 59 min'],
    [72 * 60, '3 days'],
    [76 * 60 + 30, '3 days 4 h'],
  ])('%d minutes read "%s"', (minutes, words) => expect(durationWords(minutes)).toBe(words))
})

describe('again within twelve months', () => {
  const sent = (day: string, changes: Partial<Breach> = {}) =>
    aBreach({ awareAt: at(`${day}T12:00`), cause: 'emailed-wrong', team: 'North', ...changes })

  test('the third time in six months', () => {
    const all = [sent('2026-02-10'), sent('2026-05-01'), sent('2026-08-10', { team: ' north ' })]
    const [repeat, ...more] = repeatsOf(all, PERIOD, NAMES)
    expect(more).toEqual([])
    expect(repeat).toMatchObject({
      cause: 'Data emailed to incorrect recipient',
      common: ['team North'],
      words: 'Third time in six months',
      entries: all.map(({ id }) => ({ id })),
    })
  })

  test.each([
    ['another cause', [sent('2026-02-10'), sent('2026-05-01', { cause: 'bcc' })]],
    ['another team', [sent('2026-02-10'), sent('2026-05-01', { team: 'South' })]],
    ['a cause that is not known', [sent('2026-02-10', { cause: null }), sent('2026-05-01', { cause: null })]],
    [
      '“other”, which is no cause',
      [sent('2026-02-10', { cause: 'other' }), sent('2026-05-01', { cause: 'other' })],
    ],
    ['a team that is not recorded', [sent('2026-02-10', { team: '' }), sent('2026-05-01', { team: '' })]],
    ['more than twelve months', [sent('2025-04-30'), sent('2026-05-01')]],
    [
      'what was looked into and was no breach',
      [sent('2026-02-10', { status: 'noBreach' }), sent('2026-05-01')],
    ],
    ['no entry in the period', [sent('2025-02-10'), sent('2025-05-01')]],
  ])('not: %s', (_, all) => expect(repeatsOf(all, PERIOD, NAMES)).toEqual([]))

  test('counts what was before the period, and a near miss with it', () => {
    const [repeat] = repeatsOf([sent('2025-05-01', { nearMiss: true }), sent('2026-05-01')], PERIOD, NAMES)
    expect(repeat).toMatchObject({ words: 'Second time in twelve months', nearMisses: 1 })
  })

  test('names a team and an activity that the same entries share once', () => {
    const both = { activityIds: ['a1'] as never }
    const repeats = repeatsOf([sent('2026-02-10', both), sent('2026-02-10', both)], PERIOD, NAMES)
    expect(repeats).toHaveLength(1)
    expect(repeats[0]).toMatchObject({
      common: ['team North', 'activity Assess foster carers'],
      words: 'Second time on one day',
    })
  })

  test('with the same processor only', () => {
    const with1 = (day: string, team: string) => sent(day, { team, processorIds: ['p1'] as never })
    const [repeat] = repeatsOf([with1('2026-02-10', 'North'), with1('2026-02-20', 'South')], PERIOD, NAMES)
    expect(repeat).toMatchObject({ common: ['processor Cloud Ltd'], words: 'Second time in a month' })
  })
})

test('actions are overdue from the day after the day agreed, until they are done', () => {
  const action = (due: string | null, doneOn: string | null) =>
    ({ id: 'x', what: 'Train', owner: '', due, doneOn }) as never
  const all = [
    aBreach({
      awareAt: at('2026-03-01T10:00'),
      actions: [action('2026-11-21', null), action('2026-11-22', null)],
    }),
    aBreach({
      awareAt: at('2026-03-01T10:00'),
      actions: [action('2026-10-01', '2026-10-20'), action(null, null)],
      status: 'closed',
    }),
  ]
  expect(analysed(all).overdueActions).toMatchObject([{ id: all[0]!.id, due: '2026-11-21', days: 1 }])
})

describe('the sums agree', () => {
  const someDay = fc
    .integer({ min: 0, max: 800 })
    .map((days) => new Date(Date.UTC(2025, 5, 1 + days, 12)).toISOString() as Breach['awareAt'])
  const aRandomBreach = fc
    .record({
      awareAt: fc.option(someDay),
      noticedAt: fc.option(someDay),
      reportedAt: fc.option(someDay),
      happenedFrom: fc.option(someDay),
      containedAt: fc.option(someDay),
      cause: fc.constantFrom(null, 'bcc', 'phishing', 'other'),
      kinds: fc.subarray(['confidentiality', 'integrity', 'availability']),
      team: fc.constantFrom('', 'North', 'north ', 'South'),
      activityIds: fc.subarray(['a1', 'a2', 'gone']),
      nearMiss: fc.constantFrom(null, true, false),
      status: fc.constantFrom(null, 'suspected', 'confirmed', 'noBreach', 'closed'),
      people: fc.record({
        state: fc.constantFrom('unknown', 'exact', 'estimate', 'range'),
        from: fc.option(fc.nat(1000)),
        to: fc.option(fc.nat(1000)),
      }),
    })
    .map((changes) => aBreach(changes as Partial<Breach>))
  const aLog = fc.array(aRandomBreach, { maxLength: 40 })

  test('of every chart: each entry is counted where its link leads, and none is lost', () => {
    fc.assert(
      fc.property(aLog, fc.constantFrom('month' as const, 'quarter' as const), (all, by) => {
        const { charts } = analysed(all, by)
        const { breaches: found, nearMisses } = populationOf(all, PERIOD)
        for (const { key, chart, ids } of charts) {
          expect(chart.categories).toHaveLength(ids.length)
          ids.forEach((some, index) => {
            expect(some).toHaveLength(chart.series.reduce((sum, { values }) => sum + values[index]!, 0))
            expect(new Set(some).size).toBe(some.length)
          })
          const whole =
            { time: found.length + nearMisses.length, nearCause: nearMisses.length }[key] ?? found.length
          expect(new Set(ids.flat()).size, key).toBe(whole)
          if (!chart.overlaps) expect(ids.flat(), key).toHaveLength(whole)
        }
      }),
    )
  })

  test('of the log: breaches, near misses and those set aside are all that was logged', () => {
    fc.assert(
      fc.property(aLog, (all) => {
        const { logged, breaches: found, nearMisses, setAside } = populationOf(all, PERIOD)
        expect(found.length + nearMisses.length + setAside.length).toBe(logged.length)
      }),
    )
  })

  test('of times and people: measured, not known and reversed are all; unknown adds nothing', () => {
    fc.assert(
      fc.property(aLog, (all) => {
        const { breaches: found } = populationOf(all, PERIOD)
        const asked = { report: found.filter(({ reportedAt }) => reportedAt !== null).length, people: 0 }
        for (const { key, measured, unknownIds, before } of timespans(found))
          expect(measured + unknownIds.length + before.ids.length, key).toBe(
            asked[key as keyof typeof asked] ?? found.length,
          )
        const sum = peopleSum(found)
        expect(sum.known + sum.unknown).toBe(found.length)
        const unknown = found.map((breach) => ({
          ...breach,
          people: { state: 'unknown', from: null, to: null } as const,
        }))
        expect(peopleSum([...found, ...unknown])).toEqual({ ...sum, unknown: sum.unknown + unknown.length })
      }),
    )
  })

  test('with the annual report: it counts the same', () => {
    fc.assert(
      fc.property(aLog, (all) => {
        const annual = Object.fromEntries(breachesPart(all, PERIOD).figures)
        for (const { label, value } of analysed(all).figures) expect(annual[label], label).toBe(value)
      }),
    )
  })
})
