import { describe, expect, test } from 'vitest'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { processors } from '#shared/registers/processors/processor.register.ts'
import { ifNotAdequate } from '#shared/registers/transfers/if-not-adequate.ts'
import { findingOf, standingOf } from '#shared/registers/transfers/standing.ts'
import { transferDeadlines } from '#shared/registers/transfers/transfer.deadlines.ts'
import { type Transfer, transfers } from '#shared/registers/transfers/transfer.register.ts'
import { known } from '#shared/answer.ts'
import { newActivity } from '#shared/registers/activities/activity.schema.ts'
import { activityId, aTerm, day } from '../law/world.ts'

const TODAY = day('2026-11-22')
const transfer = (change: Partial<Transfer>): Transfer => ({
  ...transfers.blank('t1', 'A transfer'),
  stage: 'happening',
  ...change,
})
const RESTRICTED = { lawApplies: true, weInitiate: true, isSeparate: true } as const

describe('the three questions', () => {
  test.each([
    [RESTRICTED, 'restricted'],
    [{ lawApplies: true, weInitiate: true }, 'notKnown'],
    [{ isSeparate: false }, 'notRestricted'],
    [{}, 'notKnown'],
  ] as const)('%j come to %s', (answers, finding) => {
    expect(findingOf(transfer(answers))).toBe(finding)
  })
})

describe('how a transfer stands', () => {
  test.each([
    ['at home', { country: 'GB' }, 'home'],
    ['in an approved country', { country: 'FR' }, 'adequate'],
    ['in the United States, unchecked', { country: 'US' }, 'nothing'],
    ['in the United States, on the list, coverage unknown', { country: 'US', ukExtension: true }, 'nothing'],
    [
      'in the United States, on the list and covered',
      { country: 'US', ukExtension: true, coversData: true },
      'adequate',
    ],
    [
      'in the United States, on the list for other data',
      { country: 'US', ukExtension: true, coversData: false },
      'nothing',
    ],
    ['in Canada under PIPEDA', { country: 'CA', conditionMet: true }, 'adequate'],
    ['in Canada, not under PIPEDA', { country: 'CA', conditionMet: false }, 'nothing'],
    [
      'with an agreement and a test',
      { country: 'IN', mechanism: 'IDTA', testMadeOn: day('2026-01-01') },
      'mechanismInDate',
    ],
    ['with an agreement and no test', { country: 'IN', mechanism: 'IDTA' }, 'mechanismWithoutTest'],
    [
      'with a test that was to be made again',
      { country: 'IN', mechanism: 'IDTA', testMadeOn: day('2025-01-01'), testReviewOn: day('2026-11-21') },
      'mechanismWithoutTest',
    ],
    [
      'with a test that was not passed',
      { country: 'IN', mechanism: 'IDTA', testMadeOn: day('2026-01-01'), testOutcome: 'lower' },
      'nothing',
    ],
    [
      'with an agreement that has ended',
      { country: 'IN', mechanism: 'IDTA', mechanismUntil: day('2026-11-21') },
      'nothing',
    ],
    ['not a restricted transfer', { country: 'IN', isSeparate: false }, 'mechanismInDate'],
    [
      'said not to be restricted, without an answer',
      { country: 'IN', mechanism: 'NONE-NOT-RESTRICTED' },
      'nothing',
    ],
  ] as const)('%s: %j stands as %s', (_, facts, standing) => {
    expect(standingOf(transfer(facts), TODAY)?.standing).toBe(standing)
  })

  test('says why and on what law, and nothing while the country is not known', () => {
    expect(standingOf(transfer({}), TODAY)).toBeNull()
    const own = standingOf(
      transfer({ country: 'IN', isSeparate: false, isSeparateBecause: 'Own staff' }),
      TODAY,
    )
    expect(own).toMatchObject({
      reason: 'Not a restricted transfer: Own staff.',
      citations: ['ICO three-step test'],
    })
  })
})

describe('what is due about a transfer', () => {
  const keys = (change: Partial<Transfer>) =>
    transferDeadlines(transfer(change)).map(({ key, due }) => `${key} ${due}`)

  test('follows from what is recorded', () => {
    expect(
      keys({
        mechanismUntil: day('2027-02-28'),
        testReviewOn: day('2026-12-10'),
        reviewOn: day('2027-01-05'),
        conditionMet: true,
        coverCheckedOn: day('2025-11-20'),
      }),
    ).toEqual([
      'mechanism-end 2027-02-28',
      'test-review 2026-12-10',
      'cover-check 2026-11-20',
      'review 2027-01-05',
    ])
    expect(keys({ coverCheckedOn: day('2025-11-20'), ukExtension: false })).toEqual([])
  })

  test('is nothing once the transfer has stopped', () => {
    expect(keys({ stage: 'stopped', mechanismUntil: day('2027-02-28') })).toEqual([])
  })
})

describe('if a country loses adequacy', () => {
  const recipient = aTerm('recipients', 'Paris office', { country: 'France' })
  const supplier = {
    ...processors.blank('p1', 'Supplier'),
    subProcessors: [
      { id: 's', processorId: 'p2', what: '', authorised: true, authorisedOn: null, sameTerms: null },
    ],
  }
  const host = {
    ...processors.blank('p2', 'Host'),
    locations: [{ id: 'l', country: 'FR', use: 'hosting' as const, asOf: null, note: '' }],
  }
  const office = {
    ...processors.blank('p3', 'Seat only'),
    locations: [{ id: 'l', country: 'FR', use: 'office' as const, asOf: null, note: '' }],
  }
  const activity = (id: string, change: Partial<Activity>) => ({
    ...newActivity(activityId(id), id),
    ...change,
  })
  const named = activity('a1', {
    disclosures: [
      {
        id: 'd',
        recipientId: recipient.id,
        capacity: 'controller',
        purpose: '',
        agreement: known('Yes'),
        onlyIf: '',
      },
    ],
  })
  const destined = (id: string, mechanism: string) =>
    activity(id, {
      destinations: known([
        {
          id: 'x',
          place: 'France',
          recipientId: null,
          mechanism: known(mechanism),
          safeguards: known(''),
          note: '',
        },
      ]),
    })
  const plain = activity('a4', {})
  const ask = (change: Partial<Transfer>, countries = ['FR']) =>
    ifNotAdequate(
      {
        transfers: [transfer({ country: 'FR', processorId: 'p2', activityIds: [plain.id], ...change })],
        processors: [supplier, host, office],
        activities: [named, destined('a2', 'ADEQUACY'), destined('a3', 'IDTA'), plain],
        terms: [recipient],
      },
      countries,
      TODAY,
    )

  test('names the transfers, processors and activities that hang on it, each with why', () => {
    const found = ask({})
    expect(found.transfers).toMatchObject([
      {
        id: 't1',
        before: { standing: 'adequate' },
        after: {
          standing: 'nothing',
          reason: 'Without the approval, nothing that is recorded lets it happen.',
        },
        isHit: true,
      },
    ])
    expect(found.processors).toEqual([
      { id: 'p2', because: ['Transfer A transfer', 'Data is held in or seen from France'] },
      { id: 'p1', because: ['Uses Host'] },
    ])
    expect(found.activities).toEqual([
      { id: 'a4', because: ['Transfer A transfer'] },
      { id: 'a1', because: ['Names Paris office, in France'] },
      { id: 'a2', because: ['Names France as a destination'] },
    ])
  })

  test('a transfer with a tested agreement besides is listed and not hit', () => {
    const found = ask({ mechanism: 'IDTA', testMadeOn: day('2026-01-01') })
    expect(found.transfers).toMatchObject([{ after: { standing: 'mechanismInDate' }, isHit: false }])
  })

  test('a transfer that has stopped, and other countries, are left alone', () => {
    expect(ask({ stage: 'stopped' }).transfers).toEqual([])
    expect(ask({}, ['JP'])).toEqual({ transfers: [], processors: [], activities: [] })
    expect(ask({ country: 'IN' }).transfers).toEqual([])
  })
})
