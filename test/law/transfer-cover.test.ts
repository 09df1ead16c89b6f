import { describe, expect, test } from 'vitest'
import { ADEQUATE_COUNTRIES } from '#shared/law/adequate-countries.ts'
import { COUNTRIES, countryName, countryNamed, findCountry } from '#shared/law/countries.ts'
import {
  CONDITION_OF,
  type CoverChange,
  type CoverConditionCode,
  coverOf,
} from '#shared/law/transfer-cover.ts'
import {
  type TransferFacts,
  transferStanding,
  TRANSFER_STANDING_WORDS,
  TRANSFER_STANDINGS,
  worstStanding,
} from '#shared/law/transfer-standing.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const TODAY = day('2026-11-22')

describe('countries', () => {
  test('all 249 of ISO 3166-1, none twice, with the British name', () => {
    expect(COUNTRIES).toHaveLength(249)
    for (const key of ['code', 'numeric', 'name'] as const)
      expect(new Set(COUNTRIES.map((country) => country[key])).size).toBe(249)
    for (const { code, numeric } of COUNTRIES) expect(`${code} ${numeric}`).toMatch(/^[A-Z]{2} \d{3}$/)
    expect(ADEQUATE_COUNTRIES.filter(({ code }) => !findCountry(code))).toEqual([])
  })

  test.each([
    ['CI', 'Ivory Coast'],
    ['kr', 'South Korea'],
    ['TR', 'Turkey'],
    ['XX', 'XX'],
  ])('%s is %s', (code, name) => expect(countryName(code)).toBe(name))

  test.each([
    ['England', 'GB'],
    [' usa ', 'US'],
    ['Germany', 'DE'],
    ['de', 'DE'],
    ['the moon', undefined],
  ])('%j names %s', (text, code) => expect(countryNamed(text)?.code).toBe(code))
})

describe('what covers a transfer', () => {
  test.each([
    ['GB', 'home', null],
    ['fr', 'adequate', null],
    ['GI', 'adequate', null],
    ['JE', 'adequate', null],
    ['NZ', 'adequate', null],
    ['CA', 'partlyAdequate', 'PIPEDA'],
    ['JP', 'partlyAdequate', 'APPI'],
    ['KR', 'partlyAdequate', 'PIPA'],
    ['IL', 'partlyAdequate', 'AUTOMATED'],
    ['US', 'partlyAdequate', 'DPF-UK'],
    ['IN', 'needsMechanism', null],
    ['BR', 'needsMechanism', null],
    ['ZZ', 'needsMechanism', null],
  ] as const)('%s: %s, on condition %s', (code, kind, condition) => {
    const cover = coverOf(code, { on: TODAY })
    expect(cover).toMatchObject({ kind, code: code.toUpperCase() })
    expect(cover.condition?.code ?? null).toBe(condition)
    expect(cover.reason).toMatch(/[.]$/)
  })

  test.each([
    [true, 'this is recorded as shown'],
    [false, 'this is recorded as not so'],
    [undefined, 'whether this is so is not recorded'],
  ])('the condition recorded as %s: %s', (isMet, words) => {
    for (const [code, condition] of Object.entries(CONDITION_OF)) {
      const conditions = isMet === undefined ? {} : { [condition]: isMet }
      const cover = coverOf(code, { on: TODAY, conditions })
      expect(cover.condition?.isMet).toBe(isMet ?? null)
      expect(cover.reason).toContain(words)
    }
  })

  test.each([
    ['US', '2023-10-11', 'needsMechanism'],
    ['US', '2023-10-12', 'partlyAdequate'],
    ['KR', '2022-12-18', 'needsMechanism'],
    ['KR', '2022-12-19', 'partlyAdequate'],
  ])('%s on %s: %s', (code, on, kind) => expect(coverOf(code, { on: day(on) }).kind).toBe(kind))

  test('every partial approval has its condition, and only they', () => {
    const partial = ADEQUATE_COUNTRIES.filter(({ scope }) => scope === 'partial').map(({ code }) => code)
    expect(Object.keys(CONDITION_OF).toSorted()).toEqual(partial.toSorted())
  })
})

describe('what if a country loses or gains its approval', () => {
  const changes: readonly CoverChange[] = [
    { code: 'AR', change: 'withdrawn', from: day('2026-06-01'), citation: 'SI 2022/1213' },
    { code: 'BR', change: 'added', from: day('2026-07-01'), citation: '' },
    { code: 'KE', change: 'added', from: day('2026-07-01'), citation: '', onlyIf: 'the recipient is a bank' },
    { code: 'AR', change: 'added', from: day('2026-10-01'), citation: '' },
  ]

  test.each([
    ['AR', '2026-05-31', 'adequate'],
    ['AR', '2026-06-01', 'needsMechanism'],
    ['AR', '2026-10-01', 'adequate'],
    ['BR', '2026-06-30', 'needsMechanism'],
    ['BR', '2026-07-01', 'adequate'],
    ['KE', '2026-07-01', 'partlyAdequate'],
    ['FR', '2026-07-01', 'adequate'],
  ])('%s on %s: %s', (code, on, kind) => expect(coverOf(code, { on: day(on) }, changes).kind).toBe(kind))

  test('an added condition is met by OTHER, and by no other', () => {
    const ask = (code: CoverConditionCode) =>
      coverOf('KE', { on: TODAY, conditions: { [code]: true } }, changes).condition?.isMet
    expect(ask('OTHER')).toBe(true)
    expect(ask('PIPEDA')).toBeNull()
  })

  test('the answer says so, with the day', () => {
    const cover = coverOf('AR', { on: day('2026-08-01') }, changes)
    expect(cover.reason).toBe('The approval of Argentina is recorded as withdrawn from Mon 1 June 2026.')
    expect(cover.citation).toBe('SI 2022/1213')
  })

  test('a transfer that rested on the approval alone then has nothing', () => {
    const facts: TransferFacts = { destination: 'AR', mechanism: 'ADEQUACY' }
    expect(transferStanding(facts, TODAY).standing).toBe('adequate')
    expect(transferStanding(facts, day('2026-08-01'), changes).standing).toBe('nothing')
  })
})

type Row = readonly [what: string, facts: TransferFacts, standing: string, says: RegExp]

const ROWS: readonly Row[] = [
  ['home', { destination: 'GB', mechanism: null }, 'home', /United Kingdom/],
  ['approved', { destination: 'IE', mechanism: null }, 'adequate', /Ireland is approved/],
  [
    'United States, on the list',
    { destination: 'US', mechanism: 'US-BRIDGE', conditions: { 'DPF-UK': true } },
    'adequate',
    /recorded as shown/,
  ],
  [
    'United States, not on the list',
    { destination: 'US', mechanism: 'US-BRIDGE', conditions: { 'DPF-UK': false } },
    'nothing',
    /does not cover/,
  ],
  [
    'United States, not recorded',
    { destination: 'US', mechanism: null },
    'nothing',
    /No mechanism is recorded/,
  ],
  [
    'agreement without a test',
    { destination: 'IN', mechanism: 'IDTA' },
    'mechanismWithoutTest',
    /No data protection test/,
  ],
  [
    'agreement with a test',
    { destination: 'IN', mechanism: 'IDTA', testMadeOn: day('2026-02-01') },
    'mechanismInDate',
    /1 February 2026/,
  ],
  [
    'a test still to come',
    { destination: 'IN', mechanism: 'IDTA', testMadeOn: day('2027-02-01') },
    'mechanismWithoutTest',
    /still to come/,
  ],
  [
    'a test overdue',
    {
      destination: 'IN',
      mechanism: 'ADDENDUM',
      testMadeOn: day('2024-02-01'),
      testReviewOn: day('2026-11-21'),
    },
    'mechanismWithoutTest',
    /due for review/,
  ],
  [
    'a test due today',
    { destination: 'IN', mechanism: 'ADDENDUM', testMadeOn: day('2024-02-01'), testReviewOn: TODAY },
    'mechanismInDate',
    /test was made/,
  ],
  [
    'an agreement that ended yesterday',
    {
      destination: 'IN',
      mechanism: 'IDTA',
      testMadeOn: day('2026-02-01'),
      mechanismUntil: day('2026-11-21'),
    },
    'nothing',
    /ended on Sat 21 November 2026/,
  ],
  [
    'an agreement that ends today',
    { destination: 'IN', mechanism: 'IDTA', testMadeOn: day('2026-02-01'), mechanismUntil: TODAY },
    'mechanismInDate',
    /Rests on/,
  ],
  [
    'an agreement that has not begun',
    { destination: 'IN', mechanism: 'IDTA', testMadeOn: day('2026-02-01'), mechanismFrom: day('2026-11-23') },
    'nothing',
    /begins on/,
  ],
  [
    'saved from before',
    { destination: 'IN', mechanism: 'LEGACY-SAVED' },
    'mechanismInDate',
    /No data protection test is asked for/,
  ],
  [
    'an exception',
    { destination: 'IN', mechanism: 'D49-a' },
    'mechanismInDate',
    /No data protection test is asked for/,
  ],
  [
    'not restricted',
    { destination: 'IN', mechanism: 'NONE-NOT-RESTRICTED' },
    'mechanismInDate',
    /Not a restricted transfer/,
  ],
  [
    'an unknown mechanism',
    { destination: 'IN', mechanism: 'PRIVACY-SHIELD' },
    'nothing',
    /No mechanism is recorded/,
  ],
  [
    'approval claimed for a country that has none',
    { destination: 'IN', mechanism: 'ADEQUACY' },
    'nothing',
    /does not cover/,
  ],
]

describe('how a transfer stands', () => {
  test.each(ROWS)('%s', (_, facts, standing, says) => {
    const found = transferStanding(facts, TODAY)
    expect(found.standing).toBe(standing)
    expect(found.reason).toMatch(says)
    expect(found.citations).not.toContain('')
    expect(found.citations.length).toBeGreaterThan(0)
  })

  test('an exception from memory carries its check', () => {
    expect(transferStanding({ destination: 'IN', mechanism: 'D49-a' }, TODAY).check).toMatch(/memory/)
    expect(transferStanding({ destination: 'GB', mechanism: null }, TODAY).check).toBeNull()
  })

  test('the worst of several is what counts', () => {
    expect(worstStanding(['adequate', 'mechanismWithoutTest', 'home'])).toBe('mechanismWithoutTest')
    expect(worstStanding([])).toBeUndefined()
    expect(Object.keys(TRANSFER_STANDING_WORDS)).toEqual([...TRANSFER_STANDINGS])
  })
})
