import { describe, expect, test } from 'vitest'
import { article14Clock } from '#shared/law/clocks/article-14-notice.ts'
import { breachClock, formatUkMoment, hoursLeft } from '#shared/law/clocks/breach.ts'
import { type Clock, derivationText } from '#shared/law/clocks/clock.ts'
import { complaintClock } from '#shared/law/clocks/complaint.ts'
import { examMarksClock } from '#shared/law/clocks/exam-marks.ts'
import { healthOpinionClock } from '#shared/law/clocks/health-opinion.ts'
import { plannedDayClock } from '#shared/law/clocks/planned-day.ts'
import { policyDocumentClock } from '#shared/law/clocks/policy-document.ts'
import { principalReporterClock } from '#shared/law/clocks/principal-reporter.ts'
import { rightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { citedSources } from '#shared/law/citations.ts'
import { legalSource } from '#shared/law/sources.ts'
import { Instant } from '#shared/time/instant.ts'
import { formatDay, PlainDate } from '#shared/time/plain-date.ts'
import { BREACHES, COMPLAINTS } from './examples.ts'

const day = (text: string) => PlainDate.parse(text)
const at = (text: string) => Instant.parse(text)
const keysOf = ({ warnings }: Clock) => warnings.map(({ key }) => key)

describe('acknowledging a complaint', () => {
  test.each(COMPLAINTS)('received %s in %s: by %s', (received, nation, due) => {
    const clock = complaintClock({ received: day(received) }, nation)
    expect(clock).toMatchObject({ due, warnings: [], check: null })
    expect(derivationText(clock)).toContain(formatDay(day(due)))
  })

  test('says when it was late, and when the duty was not there yet', () => {
    const acknowledged = (text: string) =>
      keysOf(complaintClock({ received: day('2026-11-22'), acknowledgedOn: day(text) }, 'scotland'))
    expect(acknowledged('2026-12-22')).toEqual([])
    expect(acknowledged('2026-12-23')).toEqual(['acknowledged-late'])
    expect(keysOf(complaintClock({ received: day('2026-06-18') }, 'scotland'))).toEqual(['before-the-duty'])
    expect(keysOf(complaintClock({ received: day('2028-12-04') }, 'scotland'))).toEqual(['holidays-unknown'])
  })

  test('a day added by hand moves it', () => {
    const extraHolidays = [{ day: day('2026-12-22'), nation: 'scotland', name: 'One-off' }] as const
    const clock = complaintClock({ received: day('2026-11-22') }, 'scotland', { extraHolidays })
    expect(clock.due).toBe('2026-12-23')
    expect(derivationText(clock)).toContain('Tue 22 December 2026 (One-off)')
  })
})

describe('notifying a breach', () => {
  test.each(BREACHES)('%s', (_, awareAt, due, awareWords, dueWords) => {
    const clock = breachClock({ awareAt: at(awareAt) })
    expect(clock.due).toBe(due)
    expect(formatUkMoment(at(awareAt))).toBe(awareWords)
    expect(derivationText(clock)).toContain(`aware on ${awareWords}. 72 hours later is ${dueWords};`)
    expect(clock.nodes.map((node) => node.at)).toEqual([awareAt, due])
  })

  test('the last millisecond is in time; after it, reasons are asked for', () => {
    const awareAt = at('2026-11-20T16:40:00.000Z')
    const notified = (text: string) => breachClock({ awareAt, notifiedAt: at(text) })
    expect(notified('2026-11-23T16:40:00.000Z')).toMatchObject({ warnings: [] })
    const late = notified('2026-11-23T16:40:00.001Z')
    expect(late.warnings[0]?.words).toContain('the reasons for the delay must be given')
    expect(late.nodes.map(({ key }) => key)).toEqual(['awareAt', 'due', 'notifiedAt'])
    expect(notified('2026-11-21T00:00:00.000Z').nodes.map(({ key }) => key)).toEqual([
      'awareAt',
      'notifiedAt',
      'due',
    ])
  })

  test('hours left are whole, and rounded down', () => {
    const clock = breachClock({ awareAt: at('2026-11-20T16:40:00.000Z') })
    expect(hoursLeft(clock, at('2026-11-20T16:41:00.000Z'))).toBe(71)
    expect(hoursLeft(clock, at('2026-11-23T16:40:00.000Z'))).toBe(0)
    expect(hoursLeft(clock, at('2026-11-23T16:40:00.001Z'))).toBe(-1)
  })
})

describe('telling people whose data came from others', () => {
  const obtained = day('2026-11-25')
  test.each([
    ['one month, moved off Christmas', {}, '2026-12-29'],
    ['the first contact before that, on a Sunday', { firstContactOn: day('2026-12-06') }, '2026-12-06'],
    [
      'the first disclosure before the contact',
      { firstContactOn: day('2026-12-06'), firstDisclosureOn: day('2026-12-01') },
      '2026-12-01',
    ],
    ['a contact after the month', { firstContactOn: day('2027-02-01') }, '2026-12-29'],
  ])('%s', (_, more, due) => {
    const clock = article14Clock({ obtained, ...more }, 'england-and-wales')
    expect(clock.due).toBe(due)
    expect(clock.check).toMatch(/from memory: check/)
    expect(clock.derivation.at(-1)?.day).toBe(due)
  })
})

describe('other periods', () => {
  test.each([
    ['2026-01-01', '2026-06-30'],
    ['2026-08-30', '2027-02-27'],
    ['2026-06-27', '2026-12-26'],
  ])('an opinion of %s can be relied on to %s, whatever day that is', (opinionOn, due) => {
    const relied = (text: string) =>
      keysOf(healthOpinionClock({ opinionOn: day(opinionOn), reliedOn: day(text) }))
    expect(healthOpinionClock({ opinionOn: day(opinionOn) }).due).toBe(due)
    expect(relied(due)).toEqual([])
    expect(relied('2027-03-01')).toEqual(['opinion-too-old'])
    expect(relied('2025-12-31')).toEqual(['relied-before-opinion'])
  })

  test('a policy document is kept six months after the processing stops', () => {
    const due = (text: string) =>
      policyDocumentClock({ processingStoppedOn: day(text) }, 'england-and-wales').due
    expect(due('2026-08-31')).toBe('2027-03-01')
    expect(due('2026-05-20')).toBe('2026-11-20')
  })

  test('exam marks are due at the earlier of five months and forty days', () => {
    const due = (announced: string | null) =>
      examMarksClock(
        { asked: day('2026-06-10'), announced: announced === null ? null : day(announced) },
        'england-and-wales',
      )
    expect(due(null)).toMatchObject({ due: '2026-11-10', warnings: [] })
    expect(due('2026-08-20').due).toBe('2026-09-29')
    expect(due('2026-10-30').due).toBe('2026-11-10')
    expect(keysOf(due('2026-06-10'))).toEqual(['results-were-out'])
  })

  test('the Principal Reporter is told within fourteen days, by Scottish bank holidays', () => {
    expect(principalReporterClock({ questionAroseOn: day('2026-11-16') }).due).toBe('2026-12-01')
    expect(principalReporterClock({ questionAroseOn: day('2026-11-10') }).due).toBe('2026-11-24')
  })

  test('a planned day is the day, with a note to check where its law is from memory', () => {
    const review = plannedDayClock({ title: 'Review', on: day('2026-12-25'), kind: 'review' })
    expect(review).toMatchObject({ due: '2026-12-25', check: null, sources: [] })
    expect(derivationText(review)).toBe('The review is set for Fri 25 December 2026.')
    const fee = plannedDayClock({ title: 'Fee', on: day('2027-01-05'), kind: 'expiry', source: 'dpa-137' })
    expect(fee.check).toContain('check')
    expect(derivationText(fee)).toBe('It expires on Tue 5 January 2027. (DPA 2018 s.137)')
  })
})

describe('every clock', () => {
  const clocks: readonly Clock[] = [
    rightsRequestClock(
      {
        right: 'R-ACCESS',
        received: day('2026-11-02'),
        identityReceived: day('2026-11-03'),
        feePaid: day('2026-11-03'),
        pauses: [{ asked: day('2026-11-05'), answered: day('2026-11-06') }],
        extended: true,
      },
      'scotland',
    ),
    complaintClock({ received: day('2026-11-02') }, 'scotland'),
    breachClock({ awareAt: at('2026-11-20T16:40:00.000Z') }),
    article14Clock({ obtained: day('2026-11-02'), firstContactOn: day('2026-11-03') }, 'scotland'),
    healthOpinionClock({ opinionOn: day('2026-11-02') }),
    policyDocumentClock({ processingStoppedOn: day('2026-11-02') }, 'scotland'),
    examMarksClock({ asked: day('2026-06-10'), announced: day('2026-08-20') }, 'scotland'),
    principalReporterClock({ questionAroseOn: day('2026-11-02') }),
  ]

  test.each(clocks.map((clock) => [clock.kind, clock] as const))('%s cites listed sources', (_, clock) => {
    expect(clock.sources.length).toBeGreaterThan(0)
    for (const { citation } of [...clock.derivation, ...clock.nodes]) {
      expect(citedSources(citation).length, citation).toBeGreaterThan(0)
      expect(citedSources(citation).filter(({ source }) => source === null)).toEqual([])
    }
    // How periods are counted is our reading throughout; what a duty itself says from memory has to be checked.
    if (clock.sources.some((id) => legalSource(id).standing === 'from memory'))
      expect(clock.check).toMatch(/check/)
  })

  test.each(clocks.map((clock) => [clock.kind, clock] as const))(
    '%s is plain data once it is sent',
    (_, clock) => {
      expect(JSON.parse(JSON.stringify(clock))).toEqual(structuredClone(clock))
      expect(structuredClone(clock).nodes.length).toBeGreaterThan(1)
    },
  )
})
