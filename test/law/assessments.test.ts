import { describe, expect, test } from 'vitest'
import {
  ASSESSMENT_KINDS,
  assessmentKindLabel,
  findAssessmentKind,
  policyDocumentKeptUntil,
  suggestedReview,
  unanswered,
} from '#shared/law/assessment-kinds.ts'
import { type ChildFacts, mayActForThemselves } from '#shared/law/children.ts'
import { citedSources } from '#shared/law/citations.ts'
import { type ScreeningFacts, screenForDpia } from '#shared/law/dpia-screening.ts'
import { type CharitySoftOptInFacts, charitySoftOptInLacks } from '#shared/law/marketing-channels.ts'
import { legalSource } from '#shared/law/sources.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)

describe('kinds of assessment', () => {
  test.each(ASSESSMENT_KINDS)(
    '$code asks questions, each told apart and cited',
    ({ questions, when, renewal }) => {
      expect(questions.length).toBeGreaterThan(5)
      expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length)
      expect(`${when} ${renewal}`).not.toMatch(/complian|\bwe\b/i)
      for (const { question, citation, check } of questions) {
        expect(question).toMatch(/[?]$/)
        const sources = citedSources(citation).map(({ source }) => source)
        expect(sources).not.toContain(null)
        if (sources.every((source) => source && legalSource(source.id).standing === 'from memory'))
          expect(check).toMatch(/memory/)
      }
    },
  )

  test('what has no answer is found; blanks are no answer', () => {
    const kind = findAssessmentKind('TRA')!
    expect(unanswered(kind, {})).toHaveLength(kind.questions.length)
    const answers = Object.fromEntries(kind.questions.map(({ key }) => [key, 'Seen.']))
    expect(unanswered(kind, answers)).toEqual([])
    expect(unanswered(kind, { ...answers, law: ' ' }).map(({ key }) => key)).toEqual(['law'])
  })

  test('reviews are counted in calendar months', () => {
    expect(suggestedReview(findAssessmentKind('DPIA')!, day('2024-02-29'))).toBe('2025-02-28')
    expect(policyDocumentKeptUntil(day('2026-08-31'))).toBe('2027-02-28')
    expect(assessmentKindLabel('LIA')).toBe('Legitimate interests assessment')
    expect(findAssessmentKind('NONE')).toBeUndefined()
  })
})

const NONE: ScreeningFacts = {
  children: false,
  peopleAtRisk: false,
  specialCategory: false,
  criminalOffence: false,
  largeScale: false,
  monitoring: false,
  publicPlace: false,
  profiling: false,
  automatedDecisions: false,
  newTechnology: false,
  matching: false,
  invisible: false,
  tracking: false,
  biometricOrGenetic: false,
  deniesService: false,
  riskOfHarm: false,
}

describe('screening', () => {
  test.each<readonly [ScreeningFacts, readonly string[], string]>([
    [{}, [], 'none'],
    [{ children: true }, ['children'], 'some'],
    [{ children: true, newTechnology: true }, ['children', 'new-technology'], 'strong'],
    [{ specialCategory: true }, ['sensitive'], 'some'],
    [{ specialCategory: true, largeScale: true }, ['special-large', 'sensitive', 'large-scale'], 'strong'],
    [{ automatedDecisions: true }, ['profiling-decisions'], 'strong'],
    [{ monitoring: true, publicPlace: true }, ['monitoring'], 'some'],
    [
      { monitoring: true, publicPlace: true, largeScale: true },
      ['public-monitoring', 'large-scale', 'monitoring'],
      'strong',
    ],
    [{ riskOfHarm: true, matching: true }, ['matching', 'harm'], 'strong'],
  ])('%j: %j, %s', (facts, codes, indication) => {
    const found = screenForDpia({ ...NONE, ...facts })
    expect(found.signals.map(({ code }) => code)).toEqual(codes)
    expect(found.indication).toBe(indication)
    expect(found.notKnown).toEqual([])
  })

  test('what is not recorded is named, and is no signal', () => {
    const found = screenForDpia({ children: true })
    expect(found.signals).toHaveLength(1)
    expect(found.notKnown).toHaveLength(Object.keys(NONE).length - 1)
    expect(found.words).toContain('15 of 16 facts are not recorded')
  })

  test('it indicates, cites and says what to check, and never concludes', () => {
    const all = Object.fromEntries(Object.keys(NONE).map((fact) => [fact, true])) as ScreeningFacts
    const { signals, words } = screenForDpia(all)
    expect(signals).toHaveLength(16)
    expect(words).not.toMatch(/must|is required|complian/i)
    for (const { citation, check } of signals) {
      expect(citedSources(citation).map(({ source }) => source)).not.toContain(null)
      expect(check).toMatch(/memory/)
    }
  })
})

describe('a child who asks', () => {
  test.each<readonly [ChildFacts, string, RegExp]>([
    [{ age: 12, nation: 'Scotland', understanding: 'notAssessed' }, 'presumed', /12 or over/],
    [{ age: 11, nation: 'Scotland', understanding: 'notAssessed' }, 'assess', /under 12/],
    [{ age: 11, nation: 'Scotland', understanding: 'yes' }, 'yes', /general understanding/],
    [{ age: 14, nation: 'Scotland', understanding: 'no' }, 'no', /displaced/],
    [{ age: 9, nation: 'Scotland', understanding: 'no' }, 'no', /parental responsibility/],
    [{ age: 16, nation: 'Scotland', understanding: 'notAssessed' }, 'yes', /16 or over/],
    [{ age: null, nation: 'Scotland', understanding: 'notAssessed' }, 'assess', /not recorded/],
    [{ age: 12, nation: 'England and Wales', understanding: 'notAssessed' }, 'assess', /No age decides/],
    [{ age: 17, nation: 'Northern Ireland', understanding: 'yes' }, 'yes', /own interests/],
    [{ age: 17, nation: 'England and Wales', understanding: 'no' }, 'no', /best interests/],
    [{ age: 18, nation: 'England and Wales', understanding: 'notAssessed' }, 'yes', /18 or over/],
  ])('%j: %s', (facts, answer, words) => {
    const found = mayActForThemselves(facts)
    expect(found.answer).toBe(answer)
    expect(found.words).toMatch(words)
    expect(found.citation).toBe(facts.nation === 'Scotland' ? 'DPA 2018 s.208' : 'UK GDPR Art 15')
  })
})

describe('the charity soft opt-in', () => {
  const fits: CharitySoftOptInFacts = {
    collectedOn: day('2026-02-05'),
    ownPurposesOnly: true,
    interestOrSupport: true,
    refusalOffered: true,
  }
  test.each<readonly [Partial<CharitySoftOptInFacts>, readonly string[]]>([
    [{}, []],
    [{ collectedOn: day('2026-02-04') }, ['charity-from']],
    [{ collectedOn: null }, ['charity-from']],
    [{ refusalOffered: false, interestOrSupport: false }, ['charity-interest', 'charity-refusal']],
    [{ ownPurposesOnly: false }, ['charity-purpose']],
  ])('%j lacks %j', (change, lacks) => expect(charitySoftOptInLacks({ ...fits, ...change })).toEqual(lacks))
})
