import { describe, expect, test } from 'vitest'
import { deadlineContext } from '#shared/described/deadline-context.ts'
import { arrangements } from '#shared/registers/arrangements/arrangement.register.ts'
import { type Disclosure, disclosures } from '#shared/registers/disclosures/disclosure.register.ts'
import { type Processor, processors } from '#shared/registers/processors/processor.register.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { day } from '../law/world.ts'

const CONTEXT = deadlineContext(DEFAULT_SETTINGS, () => undefined)

const ofProcessor = (change: Partial<Processor>) =>
  processors.deadlines!({ ...processors.blank('p', 'Supplier'), stage: 'inUse', ...change }, CONTEXT).map(
    ({ key, due }) => `${key} ${due}`,
  )
const ofDisclosure = (change: Partial<Disclosure>) =>
  disclosures.deadlines!({ ...disclosures.blank('d', 'Police enquiry'), ...change }, CONTEXT).map(
    ({ key, due, weight }) => `${key} ${due} ${weight}`,
  )
const announced = (change: Partial<Processor['changeNotices'][number]>) => ({
  changeNotices: [
    { id: 'n', change: 'Another host', toldOn: day('2026-11-02'), objectBy: null, decision: '', ...change },
  ],
})

describe('what is due about a processor', () => {
  test.each<[string, Partial<Processor>, string[]]>([
    ['nothing while nothing is known', {}, []],
    [
      'the end of the contract, and notice before it',
      { endsOn: day('2027-02-28'), noticeDays: 90 },
      ['contract-notice 2026-11-30', 'contract-end 2027-02-28'],
    ],
    ['no end without a contract', { endsOn: day('2027-02-28'), contractState: 'missing' }, []],
    [
      'the last day of a certificate',
      { certificates: [{ id: 'c', name: 'ISO', number: '', issuedBy: '', expiresOn: day('2026-12-15') }] },
      ['certificate-c 2026-12-15'],
    ],
    [
      'objecting, by the day that was named',
      announced({ objectBy: day('2026-12-02') }),
      ['object-n 2026-12-02'],
    ],
    ['objecting, by the contract', { ...announced({}), changeNoticeDays: 30 }, ['object-n 2026-12-02']],
    ['nothing to object to once decided', { ...announced({ decision: 'Agreed' }), changeNoticeDays: 30 }, []],
    ['the review', { reviewOn: day('2026-11-27') }, ['review 2026-11-27']],
    ['nothing once it has ended', { stage: 'ended', reviewOn: day('2026-11-27') }, []],
  ])('%s', (_, facts, due) => {
    expect(ofProcessor(facts)).toEqual(due)
  })

  test('it is closed once it has ended and the return or deletion is proven', () => {
    const ended = { ...processors.blank('p', 'Supplier'), stage: 'ended' as const }
    expect(processors.isClosed!({ ...ended, atTheEnd: 'delete' })).toBe(false)
    expect(processors.isClosed!({ ...ended, atTheEnd: 'delete', endProof: 'Certificate' })).toBe(true)
    expect(processors.isClosed!({ ...ended, stage: 'inUse', endProof: 'Certificate' })).toBe(false)
  })
})

describe('what is due about a disclosure', () => {
  test.each<[string, Partial<Disclosure>, string[]]>([
    ['an answer to the police', { answerBy: day('2026-11-25') }, ['answer 2026-11-25 promise']],
    [
      'an answer to a court',
      { answerBy: day('2026-11-20'), askedByKind: 'court', decision: 'pending' },
      ['answer 2026-11-20 law'],
    ],
    ['no answer once decided', { answerBy: day('2026-11-25'), decision: 'refused' }, []],
    [
      'telling the person later',
      { decision: 'disclosed', told: 'later', tellOn: day('2026-11-22') },
      ['tell 2026-11-22 promise'],
    ],
    ['nothing once told', { decision: 'disclosed', told: 'after', tellOn: day('2026-11-22') }, []],
  ])('%s', (_, facts, due) => {
    expect(ofDisclosure(facts)).toEqual(due)
  })

  test('it is open until somebody has decided and the person was told', () => {
    const made = disclosures.blank('d', 'Police enquiry')
    expect(disclosures.isClosed!({ ...made, decision: 'pending' })).toBe(false)
    expect(disclosures.isClosed!({ ...made, decision: 'disclosed', told: 'later' })).toBe(false)
    expect(disclosures.isClosed!({ ...made, decision: 'disclosed', told: 'before' })).toBe(true)
  })
})

describe('what is due about an arrangement', () => {
  test('its end and its review, until it has ended', () => {
    const made = {
      ...arrangements.blank('j', 'Joint'),
      endsOn: day('2028-03-31'),
      reviewOn: day('2026-12-01'),
    }
    const keys = (stage: 'agreed' | 'ended') =>
      arrangements.deadlines!({ ...made, stage }, CONTEXT).map(({ key }) => key)
    expect(keys('agreed')).toEqual(['arrangement-end', 'review'])
    expect(keys('ended')).toEqual([])
  })
})
