import { describe, expect, test } from 'vitest'
import { findTerms, isTermName } from '#renderer/ui/terms/find-terms.ts'
import { newTerm, TermId, type VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

function term(name: string, uses = 0, synonyms: string[] = [], vocabulary: VocabularyName = 'recipients') {
  return { ...newTerm(TermId.parse(name), vocabulary, name), uses, synonyms }
}

const terms = [
  term('Local authority', 3, ['Council']),
  term('Police', 9),
  term('Independent reviewing officer', 5),
  term('Café operator', 1),
  term('Parents', 2, [], 'people'),
  { ...term('Local safeguarding board', 20), deprecatedOn: PlainDate.parse('2019-09-29') },
]
const names = (typed: string, chosen: string[] = []) =>
  findTerms(
    terms,
    'recipients',
    typed,
    chosen.map((id) => TermId.parse(id)),
  ).map(({ name }) => name)

describe('finding a term', () => {
  test('offers all of its list while nothing is typed, the most used first', () => {
    expect(names('')).toEqual(['Police', 'Independent reviewing officer', 'Local authority', 'Café operator'])
  })
  test('puts names that begin with what was typed before those that contain it', () => {
    expect(names('o')).toEqual([
      'Police',
      'Independent reviewing officer',
      'Local authority',
      'Café operator',
    ])
    expect(names('lo')).toEqual(['Local authority'])
  })
  test('finds by synonym, and without case or accents', () => {
    expect(names('COUNCIL')).toEqual(['Local authority'])
    expect(names('cafe')).toEqual(['Café operator'])
  })
  test('hides deprecated terms and those already chosen', () => {
    expect(names('local', ['Local authority'])).toEqual([])
  })
  test('knows a name that is there already, so that no second one is made', () => {
    expect(isTermName(terms, 'recipients', ' police ')).toBe(true)
    expect(isTermName(terms, 'people', 'police')).toBe(false)
    expect(isTermName(terms, 'recipients', 'local safeguarding board')).toBe(true)
  })
})
