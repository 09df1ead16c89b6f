import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelOf, type SeverityFields, severityOf } from '#shared/law/breaches/enisa.ts'
import { DPC_ADJUSTMENTS, DPC_CATEGORIES, ENISA_SCALES } from '#shared/law/breaches/enisa-scales.ts'

const UNKNOWN = { state: 'unknown', from: null, to: null } as const
const BLANK: SeverityFields = {
  dataCategories: [],
  dataRaised: [],
  dataLowered: [],
  dataScore: null,
  identification: null,
  confidentiality: null,
  integrity: null,
  availability: null,
  isMalicious: null,
  people: UNKNOWN,
  isUnintelligible: null,
}
const exactly = (from: number) => ({ state: 'exact', from, to: null }) as const

/** The method's sum worked through by hand. */
const WORKED: ReadonlyArray<[string, Partial<SeverityFields>, number, string, readonly string[]]> = [
  [
    'minutes with a child’s health needs, to one wrong professional',
    { dataCategories: ['DPC-SENS'], identification: 'EI-MAX', confidentiality: 'CB-CONF-25' },
    4.25,
    'Very high',
    [],
  ],
  [
    'contact list of 140 families on a public page',
    {
      dataCategories: ['DPC-SIMPLE'],
      identification: 'EI-MAX',
      confidentiality: 'CB-CONF-50',
      people: exactly(140),
    },
    1.5,
    'Low',
    ['More than 100 people'],
  ],
  [
    'the same list where the page shows a domestic abuse service',
    {
      dataCategories: ['DPC-SIMPLE'],
      dataRaised: ['DPC-ADJ-CTRL', 'DPC-ADJ-SUBJ'],
      identification: 'EI-MAX',
      confidentiality: 'CB-CONF-50',
      people: exactly(140),
    },
    3.5,
    'High',
    ['More than 100 people'],
  ],
  [
    'ransomware on bank details of foster carers, copied out, restored next day',
    {
      dataCategories: ['DPC-FIN'],
      identification: 'EI-MAX',
      confidentiality: 'CB-CONF-50',
      availability: 'CB-AV-25',
      isMalicious: true,
    },
    4.25,
    'Very high',
    [],
  ],
  [
    'pseudonymised scores by case number on a lost sheet',
    { dataCategories: ['DPC-BEHAV'], identification: 'EI-NEG', confidentiality: 'CB-CONF-25' },
    0.75,
    'Low',
    [],
  ],
]

describe('severity by ENISA’s method', () => {
  test.each(WORKED)('%s', (_, fields, score, level, flags) => {
    expect(severityOf({ ...BLANK, ...fields })).toMatchObject({ score, level, flags })
  })

  test('says nothing while the kind of data or the ease of identification is not known', () => {
    expect(severityOf(BLANK)).toBeNull()
    expect(severityOf({ ...BLANK, dataCategories: ['DPC-FIN'] })).toBeNull()
    expect(severityOf({ ...BLANK, identification: 'EI-MAX' })).toBeNull()
    expect(severityOf({ ...BLANK, dataCategories: ['DPC-NONE'], identification: 'EI-MAX' })).toBeNull()
  })

  test('the sum in words names every part, what is open, and the wording to check', () => {
    const severity = severityOf({
      ...BLANK,
      dataCategories: ['DPC-SIMPLE', 'DPC-FIN'],
      dataRaised: ['DPC-ADJ-SUBJ'],
      identification: 'EI-SIG',
      confidentiality: 'CB-CONF-25',
      isMalicious: true,
      isUnintelligible: true,
      people: { state: 'range', from: 80, to: 120 },
    })!
    expect(severity).toMatchObject({
      dpc: 4,
      identification: 0.75,
      circumstances: 0.75,
      score: 3.75,
      level: 'High',
    })
    expect(severity.parts).toEqual([
      {
        label: 'Data in its context',
        score: 4,
        text: 'Financial data (3); raised by special characteristics of the people',
      },
      { label: 'Ease of identification', score: 0.75, text: 'Significant' },
      { label: 'Confidentiality', score: 0.25, text: 'Disclosed to a known number of known recipients' },
      { label: 'Integrity', score: 0, text: 'Not answered yet' },
      { label: 'Availability', score: 0, text: 'Not answered yet' },
      { label: 'Bad intent', score: 0.5, text: 'Yes' },
    ])
    expect(severity.open).toEqual(['Integrity', 'Availability'])
    expect(severity.flags).toEqual(['More than 100 people', 'Nobody else can read the data'])
    expect(severity.checks).toEqual([
      'Confidentiality: The score was seen in a source; the wording of the level is from memory: check it in the method.',
    ])
  })

  test('a score set by hand takes the place of the reasons, and stays between 1 and 4', () => {
    const base: SeverityFields = { ...BLANK, dataCategories: ['DPC-SENS'], identification: 'EI-MAX' }
    expect(severityOf({ ...base, dataScore: 2 })).toMatchObject({ dpc: 2, score: 2, level: 'Medium' })
    expect(severityOf({ ...base, dataScore: 9 })!.dpc).toBe(4)
    expect(severityOf({ ...base, dataScore: 0 })!.dpc).toBe(1)
    expect(severityOf({ ...base, dataRaised: ['DPC-ADJ-VOL'] })!.dpc).toBe(4)
    expect(severityOf({ ...base, dataCategories: ['DPC-SIMPLE'], dataLowered: ['DPC-ADJ-PUB'] })!.dpc).toBe(1)
  })

  test('exactly a hundred people raise no flag', () => {
    const at = (count: number) =>
      severityOf({ ...BLANK, dataCategories: ['DPC-FIN'], identification: 'EI-MAX', people: exactly(count) })!
        .flags
    expect(at(100)).toEqual([])
    expect(at(101)).toEqual(['More than 100 people'])
    const left = { state: 'unknown', from: 500, to: null } as const
    const fields = { ...BLANK, dataCategories: ['DPC-FIN'], identification: 'EI-MAX', people: left }
    expect(severityOf(fields)!.flags).toEqual([])
  })

  test.each([
    [1.99, 'Low'],
    [2, 'Medium'],
    [2.99, 'Medium'],
    [3, 'High'],
    [3.99, 'High'],
    [4, 'Very high'],
  ])('%d is %s', (score, level) => expect(levelOf(score)).toBe(level))

  test('stays between 0.25 and 6, is the sum of its parts, and never falls when a step rises', () => {
    const stepIn = (scale: readonly { code: string }[]) => fc.nat({ max: scale.length - 1 })
    const scored = fc.record({
      category: stepIn(DPC_CATEGORIES),
      raised: fc.subarray(DPC_ADJUSTMENTS.up.map(({ code }) => code)),
      lowered: fc.subarray(DPC_ADJUSTMENTS.down.map(({ code }) => code)),
      identification: stepIn(ENISA_SCALES.identification),
      confidentiality: stepIn(ENISA_SCALES.confidentiality),
      integrity: stepIn(ENISA_SCALES.integrity),
      availability: stepIn(ENISA_SCALES.availability),
      isMalicious: fc.boolean(),
    })
    type Scored = typeof scored extends fc.Arbitrary<infer Value> ? Value : never
    const severity = ({ category, raised, lowered, isMalicious, ...at }: Scored) =>
      severityOf({
        ...BLANK,
        dataCategories: [DPC_CATEGORIES[category]!.code],
        dataRaised: raised,
        dataLowered: lowered,
        identification: ENISA_SCALES.identification[at.identification]!.code,
        confidentiality: ENISA_SCALES.confidentiality[at.confidentiality]!.code,
        integrity: ENISA_SCALES.integrity[at.integrity]!.code,
        availability: ENISA_SCALES.availability[at.availability]!.code,
        isMalicious,
      })!
    const climbs = ['category', 'identification', 'confidentiality', 'integrity', 'availability'] as const
    fc.assert(
      fc.property(scored, scored, (one, other) => {
        const found = severity(one)
        expect(found.score).toBeGreaterThanOrEqual(0.25)
        expect(found.score).toBeLessThanOrEqual(6)
        expect(found.score).toBe(found.dpc * found.identification + found.circumstances)
        const [data, identified, ...rest] = found.parts.map(({ score }) => score)
        expect(data! * identified! + rest.reduce((sum, score) => sum + score, 0)).toBe(found.score)
        const worse = Object.fromEntries(climbs.map((key) => [key, Math.max(one[key], other[key])]))
        expect(
          severity({ ...one, ...worse, isMalicious: one.isMalicious || other.isMalicious }).score,
        ).toBeGreaterThanOrEqual(found.score)
      }),
    )
  })
})
