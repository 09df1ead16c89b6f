import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import { inReferences, redactionParts } from '#shared/cases/pack-redactions.ts'
import { labelParts, rangesOf, reasonForRemoval, spokenLabel } from '#shared/cases/removal-words.ts'
import { startUnnaming } from '#shared/cases/without-names.ts'
import { EXEMPTIONS } from '#shared/law/exemptions/exemptions.ts'

describe('what stands in the place of something removed', () => {
  test.each([
    ['Person C, another child', 'Person C', 'another child', 'redacted: Person C, another child'],
    ['legal advice', 'legal advice', '', 'redacted: legal advice'],
    ['', 'Removed', '', 'redacted: not to be disclosed'],
  ])('%s', (label, printed, standsFor, spoken) => {
    expect(labelParts(label)).toEqual({ printed, standsFor })
    expect(spokenLabel(label)).toBe(spoken)
  })

  test('has a reason in plain words for every exemption, and for one that is not named', () => {
    for (const { code } of EXEMPTIONS) expect(reasonForRemoval(code).length).toBeGreaterThan(10)
    expect(reasonForRemoval('')).toBe('The law allows or requires us to remove it.')
  })
})

describe('page ranges', () => {
  test('hold every number once, in order, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const ranges = rangesOf(numbers)
        const held = ranges.flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        )
        expect(held).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
        for (const [index, [first]] of ranges.entries())
          if (index > 0) expect(first).toBeGreaterThan(ranges[index - 1]![1] + 1)
      }),
    )
  })

  test('are printed as the pages are stamped', () => {
    expect(
      inReferences('RR-0012', [
        [3, 3],
        [7, 9],
      ]),
    ).toBe('RR-0012/0003, 0007 to 0009')
  })
})

describe('titles', () => {
  const unnamed = [
    { label: 'Person B', forms: [{ text: 'Margaret Pell', kind: 'name' as const }] },
    { label: 'Person A', forms: [{ text: 'Idris Yusuf', kind: 'name' as const }] },
  ]

  test.each([
    ['Letter of Margaret Pell.docx', 'Letter of Person B.docx'],
    ['IDRIS_YUSUF and margaret-pell', 'Person A and Person B'],
    ['Visit record', 'Visit record'],
  ])('“%s” is handed over as “%s”', (title, handedOver) => {
    expect(startUnnaming(unnamed)(title)).toBe(handedOver)
  })
})

describe('the key and the schedule', () => {
  const plan = {
    reference: 'RR-0012',
    letter: { large: false },
    removals: { pages: 3, marks: 4, sha256: '' },
    labels: [{ label: 'Person A', says: 'another child' }],
    redactions: [
      {
        exemption: 'TP-16',
        reason: reasonForRemoval('TP-16'),
        ranges: [
          [1, 2],
          [5, 5],
        ],
        pages: 3,
        marks: 4,
      },
    ],
    mostlyRemoved: [[5, 5]],
  } as unknown as PackPlan

  test('name labels, reasons with the law, pages and counts, and pages of which little is left', () => {
    const said = JSON.stringify(redactionParts(plan))
    for (const words of [
      'Key to labels',
      'another child',
      '(TP-16: DPA 2018 Sch 2 Pt 3 para 16)',
      'RR-0012/0001 to 0002, 0005',
      'half the words or more were removed, so that what is left may not make sense by itself: RR-0012/0005',
    ])
      expect(said).toContain(words)
  })

  test('are in words that are easier to read where the letter is', () => {
    const said = JSON.stringify(redactionParts({ ...plan, letter: { ...plan.letter, large: true } }))
    expect(said).toContain('What the labels mean')
    expect(said).toContain('Some of it is about other people')
    expect(said).not.toContain('TP-16')
  })

  test('are left out where nothing was removed', () => {
    expect(redactionParts({ ...plan, removals: { pages: 0, marks: 0, sha256: '' } })).toEqual([])
  })
})
