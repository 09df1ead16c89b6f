import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { byDay, chronologyOf, timeWords, type ToldPerson } from '#shared/registers/breaches/chronology.ts'
import type { BreachDecision, SentNotice, SentReport } from '#shared/registers/breaches/kept.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate, ukDayOf } from '#shared/time/plain-date.ts'

const at = (text: string) => Instant.parse(text)
const day = (text: string) => PlainDate.parse(text)
const BLANK = breaches.blank('b-1', 'A breach') as unknown as Breach
const breach = (changes: Partial<Breach>): Breach => ({ ...BLANK, ...changes })
const event = (id: string, when: string | null, what = id): Breach['events'][number] => {
  return { id, at: when === null ? null : at(when), what, who: '', source: '' }
}
const decision = (id: string, when: string, supersedes: string | null): BreachDecision => ({
  id,
  subject: 'commissioner',
  outcome: 'doNot',
  outcomeText: 'Do not report',
  because: 'Because',
  grounds: [],
  decidedBy: 'The officer',
  decidedAt: at(when),
  recordedAt: at(when),
  recordedBy: 'The officer',
  supersedes,
  inputs: { questions: [], suggestion: { outcome: '', reasons: [] }, severity: null, facts: [] },
  sha256: '0'.repeat(64),
})

describe('the chronology of a breach', () => {
  test('tells every dated thing in order, with the end of the 72 hours among them', () => {
    const entries = chronologyOf(
      breach({
        happenedFrom: at('2026-11-18T16:25:00.000Z'),
        noticedAt: at('2026-11-19T08:50:00.000Z'),
        noticedBy: 'A social worker',
        awareAt: at('2026-11-19T10:05:00.000Z'),
        dpoToldAt: at('2026-11-19T10:20:00.000Z'),
        containedAt: at('2026-11-19T13:40:00.000Z'),
        events: [event('visit', '2026-11-21T11:00:00.000Z', 'The placement is visited')],
        reportedAt: at('2026-11-20T15:10:00.000Z'),
        actions: [
          { id: 'a', what: 'Portal only', owner: 'IT', due: day('2026-12-04'), doneOn: day('2026-12-01') },
        ],
        closedOn: day('2026-12-01'),
      }),
      [],
    )
    expect(entries.map(({ day: on, what }) => `${on} ${what}`)).toEqual([
      '2026-11-18 It happened',
      '2026-11-19 Somebody here first noticed',
      '2026-11-19 The organisation became aware',
      '2026-11-19 The data protection officer was told',
      '2026-11-19 Contained',
      '2026-11-20 Reported to the Commissioner',
      '2026-11-21 The placement is visited',
      '2026-11-22 The 72 hours to tell the Commissioner end',
      '2026-12-01 Action done: Portal only',
      '2026-12-01 Closed',
      '2026-12-04 Action was due: Portal only',
    ])
    expect(entries[1]).toMatchObject({ who: 'A social worker', citation: 'UK GDPR Art 33(1)' })
    expect(entries[7]).toMatchObject({
      standing: 'due',
      source: 'Counted from Thu 19 November 2026, 10:05 GMT',
    })
  })

  test('says when the 72 hours are counted from a guess, and leaves them out for a processor and a near miss', () => {
    const known = { noticedAt: at('2026-11-19T08:50:00.000Z') }
    const clockOf = (more: Partial<Breach>) =>
      chronologyOf(breach({ ...known, ...more }), []).find(({ kind }) => kind === 'clock')
    expect(clockOf({})?.source).toContain('the earliest moment the organisation can have been aware')
    expect(clockOf({ ourRole: 'processor' })).toBeUndefined()
    expect(clockOf({ nearMiss: true })).toBeUndefined()
    expect(clockOf({ status: 'noBreach' })).toBeUndefined()
  })

  test('72 hours are elapsed hours, across the change of the clocks too', () => {
    const entries = chronologyOf(breach({ awareAt: at('2026-10-23T14:30:00.000Z') }), [])
    expect(entries.map((entry) => [entry.day, timeWords(entry)])).toEqual([
      ['2026-10-23', '15:30 BST'],
      ['2026-10-26', '14:30 GMT'],
    ])
  })

  test('puts a moment on its day in the United Kingdom, not in UTC', () => {
    const [entry] = chronologyOf(breach({ events: [event('late', '2026-07-01T23:30:00.000Z')] }), [])
    expect(entry).toMatchObject({ day: '2026-07-02' })
    expect(timeWords(entry!)).toBe('00:30 BST')
  })

  test('marks a superseded decision, and adds a decision noted without its entry once only', () => {
    const kept = [
      decision('d1', '2026-11-19T12:00:00.000Z', null),
      decision('d2', '2026-11-20T09:30:00.000Z', 'd1'),
    ]
    const noted = { commissionerDecision: 'doNot', commissionerDecidedBy: 'The officer' } as const
    const standings = (changes: Partial<Breach>) =>
      chronologyOf(breach({ ...noted, ...changes }), [])
        .filter(({ kind }) => kind === 'decision')
        .map(({ key, standing }) => [key, standing])
    const inForce = { commissionerDecidedAt: at('2026-11-20T09:30:00.000Z') }
    expect(standings({ decisions: kept, ...inForce })).toEqual([
      ['decision-d1', 'superseded'],
      ['decision-d2', 'past'],
    ])
    expect(standings(inForce)).toEqual([['commissionerDecidedAt', 'past']])
  })

  test('counts people who were told by day, without who they are', () => {
    const person = (toldAt: string | null, toldHow: string | null): ToldPerson => {
      return { state: 'told', toldAt: toldAt === null ? null : at(toldAt), toldHow }
    }
    const entries = chronologyOf(BLANK, [
      person('2026-11-20T09:00:00.000Z', 'letter'),
      person('2026-11-20T15:00:00.000Z', 'letter'),
      person('2026-11-20T16:00:00.000Z', 'telephone'),
      person(null, null),
      { state: 'toTell', toldAt: null, toldHow: null },
    ])
    expect(entries.map(({ day: on, what }) => [on, what])).toEqual([
      ['2026-11-20', '3 people were told: 1 by telephone, 2 by letter'],
      [null, '1 person was told: 1 in a way that is not recorded'],
    ])
  })

  test('what has no time stands at the end of its day, what has no day at the end of all', () => {
    const entries = chronologyOf(
      breach({
        events: [event('undated', null), event('evening', '2026-11-20T22:00:00.000Z')],
        closedOn: day('2026-11-20'),
        actions: [{ id: 'a', what: 'x', owner: '', due: null, doneOn: day('2026-11-20') }],
      }),
      [],
    )
    expect(entries.map(({ key }) => key)).toEqual([
      'event-evening',
      'action-done-a',
      'closedOn',
      'event-undated',
    ])
    expect(byDay(entries).map(({ day: on, entries: found }) => [on, found.length])).toEqual([
      ['2026-11-20', 3],
      [null, 1],
    ])
  })

  test('letters, further information, other bodies and files each have their place', () => {
    const letters: SentNotice = {
      id: 'n',
      kind: 'letters',
      madeAt: at('2026-11-20T10:00:00.000Z'),
      madeBy: 'The officer',
      sentAt: at('2026-11-20T12:00:00.000Z'),
      how: 'Post',
      count: 3,
      recipients: [],
      wordings: [],
      sha256: '0'.repeat(64),
    }
    const report: SentReport = {
      id: 'r',
      phase: 'followUp',
      sentAt: at('2026-11-24T12:00:00.000Z'),
      sentBy: 'The officer',
      channel: 'Email',
      reference: 'IC-1',
      lateBecause: '',
      recordedAt: at('2026-11-24T12:00:00.000Z'),
      answers: [],
      sha256: '0'.repeat(64),
    }
    const entries = chronologyOf(
      breach({
        sentNotices: [letters],
        sentReports: [report],
        followUps: [
          {
            id: 'f',
            what: 'More about the cause',
            direction: 'received',
            at: at('2026-11-21T09:00:00.000Z'),
            due: day('2026-11-27'),
            reference: '',
            withWhom: '',
            said: '',
          },
        ],
        otherBodies: [
          { id: 'o', body: 'The council', because: 'Contract', hours: null, toldAt: null, reference: '' },
        ],
        evidenceFiles: [
          {
            id: 'e',
            document: 'd',
            name: 'mail.eml',
            bytes: 1,
            sha256: '0'.repeat(64),
            addedAt: at('2026-11-19T11:00:00.000Z'),
            addedBy: 'The officer',
            about: 'The message',
          },
        ],
      }),
      [],
    )
    expect(entries.map(({ what, standing }) => [what, standing])).toEqual([
      ['Evidence attached: mail.eml', 'past'],
      ['Letters to the people affected (3) made', 'past'],
      ['Letters to the people affected (3) sent', 'past'],
      ['Received from the Commissioner: More about the cause', 'past'],
      ['Further report to the Commissioner sent', 'past'],
      ['Promised or asked for: More about the cause', 'due'],
      ['The council is to be told', 'due'],
    ])
  })

  test('is always in order, and loses nothing that was put in', () => {
    const instants = fc
      .date({
        min: new Date('2020-01-01T00:00:00Z'),
        max: new Date('2035-12-31T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => Instant.parse(date.toISOString()))
    const days = instants.map(ukDayOf)
    const texts = fc.string({ maxLength: 20 })
    const ids = fc.uuid()
    const some = fc.record({
      events: fc.array(
        fc.record({ id: ids, at: fc.option(instants), what: texts, who: texts, source: texts }),
        { maxLength: 12 },
      ),
      actions: fc.array(
        fc.record({ id: ids, what: texts, owner: texts, due: fc.option(days), doneOn: fc.option(days) }),
        { maxLength: 8 },
      ),
      awareAt: fc.option(instants),
      noticedAt: fc.option(instants),
      happenedFrom: fc.option(instants),
      closedOn: fc.option(days),
    })
    fc.assert(
      fc.property(some, fc.array(fc.option(instants), { maxLength: 12 }), (changes, toldAt) => {
        const people = toldAt.map((told): ToldPerson => ({ state: 'told', toldAt: told, toldHow: 'letter' }))
        const entries = chronologyOf(breach(changes), people)
        const found = entries.map(({ day: on, at: moment }) => [on ?? '~', moment ?? '~'].join(' '))
        expect(found).toEqual(found.toSorted())
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
        for (const { id } of changes.events)
          expect(entries.filter(({ key }) => key === `event-${id}`)).toHaveLength(1)
        for (const { id, due, doneOn } of changes.actions) {
          const own = entries.filter(({ field, item }) => field === 'actions' && item === id)
          expect(own).toHaveLength(due && doneOn ? 2 : 1)
        }
        const told = entries.filter(({ key }) => key.startsWith('people-'))
        const counts = told.map(({ what }) => Number(/^\d+/u.exec(what)?.[0]))
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(people.length)
        expect(byDay(entries).flatMap((group) => group.entries)).toEqual(entries)
        for (const moment of [changes.awareAt, changes.noticedAt, changes.happenedFrom].filter(Boolean))
          expect(entries.map((entry) => entry.at)).toContain(moment)
      }),
    )
  })
})
