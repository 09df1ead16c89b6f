import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breachDeadlines } from '#shared/registers/breaches/breach.deadlines.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import { proposedAnswers } from '#shared/registers/breaches/proposed-answers.ts'
import { countdownOf, lengthInWords } from '#shared/registers/breaches/room/countdown.ts'
import { missingForReport, stepsOf } from '#shared/registers/breaches/room/steps.ts'
import { timesOf } from '#shared/registers/breaches/room/times.ts'
import { Instant } from '#shared/time/instant.ts'

const at = (text: string) => Instant.parse(`${text}:00.000Z`)
const aBreach = (change: Partial<Breach>): Breach => ({
  ...breaches.blank('b', 'The breach'),
  ourRole: 'controller',
  ...change,
})

describe('the 72 hours at the edges of the clock', () => {
  test.each([
    [
      'over a weekend',
      '2026-11-20T16:40',
      '2026-11-23T16:40',
      'Fri 20 November 2026, 16:40 GMT',
      'Mon 23 November 2026, 16:40 GMT',
    ],
    [
      'clocks going back',
      '2026-10-23T14:30',
      '2026-10-26T14:30',
      'Fri 23 October 2026, 15:30 BST',
      'Mon 26 October 2026, 14:30 GMT',
    ],
    [
      'clocks going forward',
      '2027-03-26T09:00',
      '2027-03-29T09:00',
      'Fri 26 March 2027, 09:00 GMT',
      'Mon 29 March 2027, 10:00 BST',
    ],
    [
      'Christmas',
      '2026-12-24T10:00',
      '2026-12-27T10:00',
      'Thu 24 December 2026, 10:00 GMT',
      'Sun 27 December 2026, 10:00 GMT',
    ],
  ])('%s', (_, aware, due, awareWords, dueWords) => {
    const breach = aBreach({ awareAt: at(aware) })
    expect(breachDeadlines(breach)[0]).toMatchObject({ key: 'notify', dueAt: at(due) })
    const start = countdownOf(breach, at(aware))
    expect(start).toMatchObject({ state: 'running', big: '72 hours left', until: at(due) })
    expect(start.lines).toEqual([
      `The 72 hours end on ${dueWords}.`,
      `Counted from awareness on ${awareWords}.`,
    ])
    expect(countdownOf(breach, at(due))).toMatchObject({ state: 'running', big: 'less than a minute left' })
    const later = Instant.parse(new Date(Date.parse(at(due)) + 185 * 60_000).toISOString())
    expect(countdownOf(breach, later)).toMatchObject({ state: 'late', big: 'Late by 3 hours 5 minutes' })
    expect(countdownOf(breach, later).lines[0]).toBe(`The 72 hours ended on ${dueWords}.`)
  })

  test('the time that is left and the time gone by make 72 hours, whatever the moment', () => {
    const from = at('2026-10-23T14:30')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 72 * 60 }), (minutes) => {
        const now = Instant.parse(new Date(Date.parse(from) + minutes * 60_000).toISOString())
        const { big, until } = countdownOf(aBreach({ awareAt: from }), now)
        expect(big).toBe(`${lengthInWords(now, until!)} left`)
        const [hours = 0, rest = 0] = [/(\d+) hour/, /(\d+) minute/].map((found) =>
          Number(found.exec(big)?.[1] ?? 0),
        )
        expect(hours * 60 + rest + minutes).toBe(72 * 60)
      }),
    )
  })
})

describe('the time of a breach', () => {
  const now = at('2026-11-22T09:00')
  const aware = { awareAt: at('2026-11-20T16:40') }
  const cases: ReadonlyArray<readonly [string, Partial<Breach>, string, string, string]> = [
    ['running', aware, 'running', '31 hours 40 minutes left', 'Counted from awareness'],
    [
      'from the earliest moment',
      { noticedAt: at('2026-11-21T09:00') },
      'running',
      '48 hours left',
      'the earliest moment it can have been',
    ],
    ['nothing to count from', {}, 'none', 'Not known yet', 'Record when it was first noticed'],
    [
      'reported in time',
      { ...aware, reportedAt: at('2026-11-21T10:00') },
      'done',
      'Reported, within the time',
      'Sat 21 November 2026, 10:00 GMT',
    ],
    [
      'reported late',
      { ...aware, reportedAt: at('2026-11-23T17:40') },
      'doneLate',
      'Reported, late',
      '1 hour after the time',
    ],
    [
      'not reportable',
      { ...aware, commissionerDecision: 'doNot', commissionerDecidedBy: 'DPO' },
      'done',
      'Not reported',
      'Decided by DPO',
    ],
    ['logged only', { ...aware, commissionerDecision: 'logOnly' }, 'done', 'Logged only', 'page “Decide”'],
    ['near miss', { ...aware, nearMiss: true }, 'none', 'Near miss', 'stays in the log'],
    ['no breach', { ...aware, status: 'noBreach' }, 'none', 'No breach', 'stays in the log'],
    [
      'processor',
      { ...aware, ourRole: 'processor' },
      'late',
      'Due at once: 40 hours 20 minutes gone by',
      'the controller decides',
    ],
    [
      'processor with a contract',
      { ...aware, ourRole: 'processor', contractHours: 48 },
      'running',
      '7 hours 40 minutes left',
      'The 48 hours of the contract end on Sun 22 November 2026, 16:40 GMT',
    ],
    [
      'processor, told',
      { ...aware, ourRole: 'processor', contractHours: 24, controllerToldAt: at('2026-11-20T18:40') },
      'done',
      'Told, within the time',
      'Fri 20 November 2026, 18:40 GMT',
    ],
    [
      'processor, told late',
      { ...aware, ourRole: 'processor', contractHours: 24, controllerToldAt: at('2026-11-22T08:40') },
      'doneLate',
      'Told, late',
      '16 hours after the time',
    ],
  ]
  test.each(cases)('%s', (_, change, state, big, says) => {
    const countdown = countdownOf(aBreach(change), now)
    expect([countdown.state, countdown.big]).toEqual([state, big])
    expect(countdown.lines.join(' ')).toContain(says)
  })
})

describe('who knew when', () => {
  test('each time stands by itself, with who says so and how much later it was', () => {
    const times = timesOf(
      aBreach({
        happenedFrom: at('2026-07-01T08:00'),
        isOngoing: true,
        noticedAt: at('2026-07-01T09:30'),
        noticedBy: 'a support worker',
        toldTo: 'the team manager',
        awareAt: at('2026-07-02T09:30'),
        awareBecause: 'The log was read',
      }),
    )
    expect(times.map(({ label, when, saidBy, after }) => [label, when, saidBy, after])).toEqual([
      ['It happened', 'Wed 1 July 2026, 09:00 BST', 'Still going on', ''],
      [
        'Somebody here noticed',
        'Wed 1 July 2026, 10:30 BST',
        'By: a support worker; told: the team manager',
        '1 hour 30 minutes later',
      ],
      ['The organisation was aware', 'Thu 2 July 2026, 10:30 BST', 'The log was read', '24 hours later'],
      ['The DPO was told', 'Not known yet', '', ''],
    ])
  })

  test('where a processor told us, its own awareness stands apart from ours', () => {
    const told = timesOf(
      aBreach({ processorAwareAt: at('2026-11-19T08:00'), processorToldAt: at('2026-11-20T08:00') }),
    )
    expect(told[1]).toMatchObject({
      label: 'Our processor told us',
      when: 'Fri 20 November 2026, 08:00 GMT',
      saidBy: 'Aware itself on Thu 19 November 2026, 08:00 GMT',
    })
  })
})

describe('what to do next', () => {
  const keys = (change: Partial<Breach>) => stepsOf(aBreach(change)).map(({ key }) => key)
  const aware = { awareAt: at('2026-11-20T16:40') }
  const contained = { ...aware, containment: 'Recalled' }
  const whole = { account: 'Sent', effects: 'Seen', remedialAction: 'Recalled' }

  test('at first: contain it, find out since when, decide', () => {
    expect(keys({})).toEqual(['contain', 'aware', 'decide'])
    const decide = stepsOf(aBreach({ isBreach: 'yes', whoHasIt: 'known' })).find(
      ({ key }) => key === 'decide',
    )
    expect(decide).toMatchObject({ page: 'decide', detail: '2 of 5 questions answered' })
  })

  test.each<[string, Partial<Breach>, readonly string[]]>([
    [
      'decided to report',
      { ...contained, ...whole, commissionerDecision: 'report' },
      ['report', 'peopleDecision'],
    ],
    [
      'reported, people to tell',
      {
        ...contained,
        ...whole,
        commissionerDecision: 'report',
        reportedAt: at('2026-11-21T10:00'),
        peopleDecision: 'tell',
      },
      ['people', 'lessons'],
    ],
    ['not reportable', { ...contained, ...whole, commissionerDecision: 'doNot' }, ['lessons']],
    ['not reportable, log not whole', { ...contained, commissionerDecision: 'doNot' }, ['log', 'lessons']],
    ['high risk', { ...contained, risk: 'high' }, ['decide', 'peopleDecision']],
    ['processor', { ...contained, ourRole: 'processor' }, ['controller']],
    ['near miss', { containment: 'Stopped', nearMiss: true, lessons: 'Two names side by side' }, ['close']],
    ['closed', { status: 'closed' }, []],
  ])('%s', (_, change, expected) => {
    expect(keys(change)).toEqual(expected)
  })

  test('bodies and actions that are open are named', () => {
    const steps = stepsOf(
      aBreach({
        ...contained,
        otherBodies: [
          { id: 'o', body: 'The council', because: 'Clause 9', hours: 24, toldAt: null, reference: '' },
          {
            id: 'p',
            body: 'The police',
            because: '',
            hours: null,
            toldAt: at('2026-11-21T10:00'),
            reference: '',
          },
        ],
        actions: [{ id: 'a', what: 'Train', owner: '', due: null, doneOn: null }],
      }),
    )
    expect(steps.map(({ text, detail }) => [text, detail])).toEqual(
      expect.arrayContaining([
        ['Tell The council', 'Clause 9'],
        ['One action is open', 'Train'],
      ]),
    )
    expect(steps.some(({ text }) => text.includes('police'))).toBe(false)
  })

  test('the report says what is still open, and nothing once it is whole', () => {
    expect(missingForReport(aBreach({})).map(({ label }) => label)).toHaveLength(7)
    const tally = { state: 'exact', from: 1, to: null } as const
    expect(
      missingForReport(
        aBreach({ ...whole, people: tally, records: tally, peopleIds: ['p'], dataIds: ['d'] }),
      ),
    ).toEqual([])
  })
})

describe('clocks of contracts', () => {
  test('a body with hours runs from awareness until it is told; without hours it has no clock', () => {
    const body = {
      id: 'o',
      body: 'The council',
      because: 'Clause 9 of the contract',
      hours: 24,
      toldAt: null,
      reference: '',
    }
    const clocks = (change: object) =>
      breachDeadlines(
        aBreach({
          awareAt: at('2026-10-24T23:30'),
          commissionerDecision: 'doNot',
          otherBodies: [{ ...body, ...change }],
        }),
      )
    expect(clocks({})).toMatchObject([
      {
        key: 'body-o',
        title: 'Tell The council',
        dueAt: at('2026-10-25T23:30'),
        weight: 'promise',
        citation: 'Clause 9 of the contract',
        derivation: expect.stringContaining(
          'Sun 25 October 2026, 00:30 BST, to Sun 25 October 2026, 23:30 GMT',
        ),
      },
    ])
    expect(clocks({ toldAt: at('2026-10-25T10:00') })).toEqual([])
    expect(clocks({ hours: null })).toEqual([])
  })
})

describe('answers that follow from the record', () => {
  const proposed = (change: Partial<Breach>) =>
    Object.fromEntries(proposedAnswers(aBreach(change)).map(({ question, value }) => [question, value]))

  test.each<[Partial<Breach>, object]>([
    [{}, {}],
    [{ isUnintelligible: true }, { whoHasIt: 'nobody' }],
    [
      { status: 'confirmed', kinds: ['confidentiality'] },
      { isBreach: 'yes', whatIsMissing: 'nothing' },
    ],
    [{ kinds: ['confidentiality', 'availability'] }, {}],
    [{ nearMiss: true }, { isBreach: 'no' }],
    [{ people: { state: 'range', from: 80, to: 100 }, involvesChildren: false }, { howMany: 'many' }],
    [{ people: { state: 'exact', from: 99, to: null }, involvesChildren: true }, { howMany: 'fewAtRisk' }],
    [{ people: { state: 'exact', from: 99, to: null } }, {}],
    [{ people: { state: 'unknown', from: null, to: null }, involvesChildren: true }, {}],
    [
      { safeguardingRisk: true, people: { state: 'estimate', from: 200, to: null } },
      { whatHarm: 'grave', howMany: 'manyAtRisk' },
    ],
  ])('%j proposes %j', (change, expected) => {
    expect(proposed(change)).toEqual(expected)
  })

  test('nothing is proposed that is answered so already', () => {
    expect(proposed({ isUnintelligible: true, whoHasIt: 'nobody' })).toEqual({})
  })
})
