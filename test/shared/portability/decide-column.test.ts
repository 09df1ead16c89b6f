import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnBasis, type ColumnRule, Means, Provenance, Whose } from '#shared/portability/column-rule.ts'
import { decideColumn } from '#shared/portability/decide-column.ts'
import { LeftOutReason } from '#shared/portability/export.ts'
import {
  basisCitation,
  basisLabel,
  checksOf,
  LEFT_OUT,
  PORTABLE_BASES,
  PROVENANCE_WORDS,
} from '#shared/portability/words.ts'

const KEPT = { whose: 'person', provenance: 'provided', basis: '6-1-b', means: 'automated' } as const
type Questions = Pick<ColumnRule, keyof typeof KEPT>

const questions: fc.Arbitrary<Questions> = fc.record({
  whose: fc.constantFrom(...Whose.options, null),
  provenance: fc.constantFrom(...Provenance.options, null),
  basis: fc.constantFrom(...ColumnBasis.options, null),
  means: fc.constantFrom(...Means.options, null),
})

describe('which columns Article 20 covers', () => {
  test('a column is kept if and only if all four answers are among those of the article', () => {
    fc.assert(
      fc.property(questions, (rule) => {
        const covered =
          ['person', 'personAndOthers'].includes(String(rule.whose)) &&
          ['provided', 'observed'].includes(String(rule.provenance)) &&
          ['6-1-a', '9-2-a', '6-1-b'].includes(String(rule.basis)) &&
          rule.means === 'automated'
        expect(decideColumn(rule).kind === 'kept').toBe(covered)
      }),
      { numRuns: 500 },
    )
  })

  test('what is open stays undecided until an answer rules the column out, and an answer never brings one back', () => {
    fc.assert(
      fc.property(questions, questions, (rule, more) => {
        const before = decideColumn(rule)
        const filled = Object.fromEntries(
          Object.entries(more).map(([key, answer]) => [key, rule[key as keyof Questions] ?? answer]),
        ) as Questions
        if (before.kind === 'out') expect(decideColumn(filled).kind).toBe('out')
        if (before.kind === 'kept') expect(filled).toEqual(rule)
      }),
      { numRuns: 500 },
    )
  })

  test.each<[Partial<Questions>, string]>([
    [{ whose: 'nobody' }, 'nobody'],
    [{ whose: 'others' }, 'othersColumn'],
    [{ provenance: 'inferred' }, 'notProvided'],
    [{ provenance: 'created' }, 'notProvided'],
    [{ basis: '6-1-c' }, 'basis'],
    [{ basis: '6-1-e' }, 'basis'],
    [{ basis: '6-1-ea' }, 'basis'],
    [{ basis: '6-1-f' }, 'basis'],
    [{ means: 'paper' }, 'paper'],
    [{ whose: 'others', provenance: 'inferred', basis: '6-1-f', means: 'paper' }, 'othersColumn'],
    [{ provenance: 'created', basis: '6-1-e' }, 'notProvided'],
    [{ whose: 'nobody', provenance: null, basis: null, means: null }, 'nobody'],
  ])('%j is left out: %s', (answers, reason) => {
    expect(decideColumn({ ...KEPT, ...answers })).toMatchObject({ kind: 'out', reason })
  })

  test.each<[Partial<Questions>, string]>([
    [{ whose: null }, 'Not decided yet: whose data it holds.'],
    [{ basis: null }, 'Not decided yet: on what lawful basis it is held.'],
    [
      { provenance: null, means: null },
      'Not decided yet: how the data came about and whether it is processed by computer.',
    ],
    [{ whose: null, provenance: 'inferred' }, 'Not decided yet: whose data it holds.'],
  ])('%j is undecided: %s', (answers, says) => {
    expect(decideColumn({ ...KEPT, ...answers })).toEqual({ kind: 'undecided', says })
  })

  test('what is also about others is promised under access only so far as their rights allow', () => {
    const inferred = { ...KEPT, provenance: 'inferred' } as const
    expect(decideColumn(inferred)).toMatchObject({ instead: expect.stringContaining('Art 15') })
    expect(decideColumn(inferred)).not.toMatchObject({ instead: expect.stringContaining('rights of others') })
    expect(decideColumn({ ...inferred, whose: 'personAndOthers' })).toMatchObject({
      instead: expect.stringContaining('so far as the rights of others allow'),
    })
    expect(decideColumn({ ...KEPT, whose: 'others' })).toMatchObject({
      instead: expect.stringContaining('so far as the rights of others allow'),
    })
    expect(decideColumn({ ...KEPT, whose: 'nobody' })).toMatchObject({ instead: '' })
  })
})

describe('the words', () => {
  test('every reason is a sentence with its law, and what is from memory says so', () => {
    expect(Object.keys(LEFT_OUT)).toEqual(LeftOutReason.options)
    for (const { code, says, citation, instead, confirmed, check } of Object.values(LEFT_OUT)) {
      expect(says, code).toMatch(/^[A-Z].*\.$/u)
      expect(citation, code).toMatch(/^UK GDPR Art 20\(/u)
      expect(instead, code).toMatch(/^$|Art 15/u)
      expect(check === null, code).toBe(confirmed)
      if (/20\(4\)/u.test(citation)) expect(check, code).toContain('check')
    }
    expect(LEFT_OUT.basis.check).toBeNull()
    expect(LEFT_OUT.paper.check).toBeNull()
  })

  test('notes to check come once each, with the provision they are about', () => {
    expect(checksOf(['othersRows', 'unclearRows', 'basis', 'notProvided'])).toEqual([
      'UK GDPR Art 20(4): Written from memory: check the cited provision before relying on it.',
      expect.stringContaining('UK GDPR Art 20(1): That “provided” includes what was observed'),
    ])
    expect(checksOf(['basis', 'paper', 'nobody'])).toEqual([])
    expect(decideColumn({ ...KEPT, provenance: 'observed' })).toEqual({
      kind: 'kept',
      check: PROVENANCE_WORDS.observed.check,
    })
    expect(decideColumn(KEPT)).toEqual({ kind: 'kept', check: null })
  })

  test('every basis has its provision and its name', () => {
    expect(ColumnBasis.options.map(basisCitation)).toEqual(
      ['6(1)(a)', '9(2)(a)', '6(1)(b)', '6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(ea)', '6(1)(f)'].map(
        (short) => `UK GDPR Art ${short}`,
      ),
    )
    expect(PORTABLE_BASES.map(basisLabel)).toEqual([
      'Consent',
      'Explicit consent',
      expect.stringContaining('Contract with the person'),
    ])
  })
})
