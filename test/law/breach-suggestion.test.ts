import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BREACH_QUESTIONS, type BreachAnswers } from '#shared/law/breaches/questions.ts'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import type { SuggestedOutcome } from '#shared/law/breaches/suggestion.ts'

type Key = keyof BreachAnswers
const KEYS = Object.keys(BREACH_QUESTIONS) as Key[]
const MILD_TO_STRICT: readonly SuggestedOutcome[] = ['noBreach', 'record', 'notify', 'notifyAndTell']

/** What is worse than what: nothing known is worst, and "few with children" and "many" are not compared. */
const WORSE: Readonly<Record<Key, (one: string | null, other: string | null) => boolean>> = {
  ...(Object.fromEntries(
    KEYS.map((key) => {
      const order: readonly (string | null)[] = [
        ...BREACH_QUESTIONS[key].choices.map(({ value }) => value),
        null,
      ]
      return [key, (one: string | null, other: string | null) => order.indexOf(one) >= order.indexOf(other)]
    }),
  ) as Record<Key, (one: string | null, other: string | null) => boolean>),
  howMany: (one, other) =>
    one === other ||
    one === null ||
    (other === 'few' && one !== 'few') ||
    (one === 'manyAtRisk' && other !== null),
}

const valuesOf = (key: Key): readonly (string | null)[] => [
  ...BREACH_QUESTIONS[key].choices.map(({ value }) => value),
  null,
]
const anyAnswers = fc.record(
  Object.fromEntries(KEYS.map((key) => [key, fc.constantFrom(...valuesOf(key))])),
) as fc.Arbitrary<BreachAnswers>

const answers = (parts: Partial<BreachAnswers>): BreachAnswers => ({
  isBreach: 'yes',
  whoHasIt: 'nobody',
  whatIsMissing: 'nothing',
  whatHarm: 'little',
  howMany: 'few',
  ...parts,
})

describe('what the five questions suggest', () => {
  test.each<[Partial<BreachAnswers>, SuggestedOutcome, Key]>([
    [{ isBreach: 'no' }, 'noBreach', 'isBreach'],
    [{ whatHarm: 'grave', howMany: 'manyAtRisk' }, 'record', 'whoHasIt'],
    [{ whatIsMissing: 'delay' }, 'notify', 'whatIsMissing'],
    [{ whatIsMissing: 'harm' }, 'notifyAndTell', 'whatIsMissing'],
    [{ whoHasIt: 'trusted', whatHarm: 'limited', howMany: 'fewAtRisk' }, 'record', 'whatHarm'],
    [{ whoHasIt: 'trusted', whatHarm: 'grave' }, 'notify', 'whoHasIt'],
    [{ whoHasIt: 'known', whatHarm: 'limited' }, 'notify', 'whatHarm'],
    [{ whoHasIt: 'known', whatHarm: 'serious' }, 'notify', 'whoHasIt'],
    [{ whoHasIt: 'known', whatHarm: 'serious', howMany: 'fewAtRisk' }, 'notifyAndTell', 'howMany'],
    [{ whoHasIt: 'known', whatHarm: 'serious', howMany: 'many' }, 'notifyAndTell', 'howMany'],
    [{ whoHasIt: 'hostile', whatHarm: 'little', howMany: 'many' }, 'record', 'whatHarm'],
    [{ whoHasIt: 'unknown', whatHarm: 'little', howMany: 'fewAtRisk' }, 'notify', 'howMany'],
    [{ whoHasIt: 'unknown', whatHarm: 'limited' }, 'notify', 'whatHarm'],
    [{ whoHasIt: 'unknown', whatHarm: 'serious' }, 'notifyAndTell', 'whatHarm'],
  ])('%j: %s, because of %s', (given, outcome, deciding) => {
    const suggestion = suggestOutcome(answers(given))
    expect(suggestion.outcome).toBe(outcome)
    expect(suggestion.reasons.filter(({ decides }) => decides).map(({ question }) => question)).toContain(
      deciding,
    )
    expect(suggestion.open).toEqual([])
  })

  test('what is not answered counts at its worst, and the words say so', () => {
    const nothing = suggestOutcome(nothingKnown)
    expect(nothing).toMatchObject({ outcome: 'notifyAndTell', risk: 'high', open: KEYS })
    const early = suggestOutcome(answers({ whoHasIt: 'known', whatHarm: null }))
    expect(early.text).toBe(
      'As far as is known: Reportable to the Commissioner, and the people are to be told: a high risk is likely. Not answered yet, and taken at its worst: what harm may come.',
    )
    expect(early.reasons.find(({ question }) => question === 'whatHarm')).toEqual({
      question: 'whatHarm',
      says: 'What harm may come of it is not known yet: the worst is assumed.',
      decides: true,
    })
    expect(suggestOutcome({ ...nothingKnown, isBreach: 'no' }).open).toEqual([])
  })

  test('every answer leads somewhere, with a reason in words', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const { outcome, text, risk, reasons, open } = suggestOutcome(given)
        expect(MILD_TO_STRICT).toContain(outcome)
        expect(text).toMatch(/\.$/)
        expect(reasons.every(({ says }) => says.endsWith('.'))).toBe(true)
        expect(reasons.map(({ question }) => question)).toEqual(outcome === 'noBreach' ? ['isBreach'] : KEYS)
        expect(open).toEqual(outcome === 'noBreach' ? [] : KEYS.filter((key) => given[key] === null))
        expect(risk).toBe(
          { noBreach: 'unlikely', record: 'unlikely', notify: 'risk', notifyAndTell: 'high' }[outcome],
        )
      }),
    )
  })

  test('a worse answer never gives a milder outcome', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (one, other) => {
        const worse = Object.fromEntries(
          KEYS.map((key) => [key, WORSE[key](other[key], one[key]) ? other[key] : one[key]]),
        ) as BreachAnswers
        const strict = (given: BreachAnswers) => MILD_TO_STRICT.indexOf(suggestOutcome(given).outcome)
        expect(strict(worse)).toBeGreaterThanOrEqual(strict(one))
      }),
      { numRuns: 2000 },
    )
  })
})

const nothingKnown: BreachAnswers = {
  isBreach: null,
  whoHasIt: null,
  whatIsMissing: null,
  whatHarm: null,
  howMany: null,
}
