import { describe, expect, test } from 'vitest'
import { peopleKeyOf, termKeyOf } from '#renderer/registers/cases/people/page-keys.ts'
import { countPeople, filterPeople, stepTo } from '#renderer/registers/cases/people/people-filter.ts'
import { doneInWords } from '#renderer/registers/cases/people/people-words.ts'
import { nearHit } from '#renderer/registers/cases/people/person/near-hit.ts'
import { parseTerms } from '#renderer/registers/cases/people/terms/parse-terms.ts'
import { patternProblem } from '#renderer/registers/cases/people/terms/pattern-problem.ts'
import { lookedInWords } from '#renderer/registers/cases/people/terms/term-words.ts'
import type { PersonLine } from '#shared/cases/person.ts'

const pressed = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

const line = (id: number, name: string, said: Partial<PersonLine> = {}): PersonLine => ({
  id,
  name,
  role: null,
  capacity: null,
  letter: 'A',
  label: 'Person A',
  decision: null,
  isProtected: false,
  forms: [],
  hits: 0,
  pages: 0,
  documents: 0,
  exceptions: 0,
  ...said,
})

describe('the keys of the ledger', () => {
  test('a plain key decides, and the keys of the program stay the program’s', () => {
    expect(peopleKeyOf(pressed('w'))).toEqual({ does: 'withhold' })
    expect(peopleKeyOf(pressed('W', { shiftKey: true }))).toBeNull()
    expect(peopleKeyOf(pressed('z', { ctrlKey: true }))).toBeNull()
    expect(peopleKeyOf(pressed('Z', { shiftKey: true }))).toEqual({ does: 'redo' })
    expect(peopleKeyOf(pressed('2'))).toEqual({ does: 'show', index: 1 })
  })

  test('a plus and a slash may need Shift to be typed', () => {
    expect(peopleKeyOf(pressed('+', { shiftKey: true }))).toEqual({ does: 'add' })
    expect(termKeyOf(pressed('/', { shiftKey: true }))).toEqual({ does: 'filter' })
  })

  test('Shift makes looking for one term looking for all', () => {
    expect(termKeyOf(pressed('l'))).toEqual({ does: 'look' })
    expect(termKeyOf(pressed('L', { shiftKey: true }))).toEqual({ does: 'lookForAll' })
    expect(termKeyOf(pressed('E', { shiftKey: true }))).toBeNull()
  })
})

describe('who is listed', () => {
  const people = [
    line(1, 'Zoë Ward'),
    line(2, 'Peter Lee', { decision: 'withhold' }),
    line(3, 'Joan Lee', { decision: 'disclose' }),
    line(4, 'Amina Yusuf', { role: 'subject' }),
  ]

  test('each way of narrowing shows as many as it counts', () => {
    const counts = countPeople(people)
    expect(counts).toEqual({ all: 4, undecided: 1, withhold: 1, disclose: 1 })
    for (const show of ['all', 'undecided', 'withhold', 'disclose'] as const)
      expect(filterPeople(people, show)).toHaveLength(counts[show])
  })

  test('whoever left the list is followed by who stands in their place', () => {
    const [, second, third] = people
    expect(stepTo(people, { id: 1, index: 0 }, 1)).toBe(2)
    expect(stepTo([second!, third!], { id: 1, index: 0 }, 1)).toBe(2)
    expect(stepTo([second!, third!], { id: 1, index: 1 }, -1)).toBe(2)
    expect(stepTo(people, { id: 4, index: 3 }, 1)).toBe(4)
    expect(stepTo([], { id: 3, index: 2 }, 1)).toBeNull()
  })
})

test('a decision says how many marks it placed and which pages come back', () => {
  expect(doneInWords('Jane', 'withhold', { marks: 412, pages: 130, reopened: 1 })).toBe(
    'Jane is removed: 412 marks on 130 pages; 1 page decided before is to be looked at again.',
  )
  expect(doneInWords('Jane', 'disclose', { marks: 0, pages: 0, reopened: 0 })).toBe('Jane stays.')
})

test('a line is cut before its hit at a word, and left alone where it is short', () => {
  const before = 'What was said at the clinic in the spring about the visits of '
  const parts = [
    { text: before, hit: false },
    { text: 'Jane', hit: true },
    { text: ' and others', hit: false },
  ]
  const [first, ...rest] = nearHit(parts)
  expect(before.endsWith(first!.text.replace('… ', ' '))).toBe(true)
  expect(first!.text.length).toBeLessThan(43)
  expect(rest).toEqual(parts.slice(1))
  expect(nearHit(parts.slice(1))).toEqual(parts.slice(1))
})

describe('terms', () => {
  const common = { kind: 'words', exemption: 'TP-16', reason: 'private', label: '' } as const

  test('pasted lines become terms: columns are read, twice is once, and what is none is named', () => {
    const pasted = 'Elm Grove\r\n\nelm grove\n14 High St\tan address of a relative\tan address\nx\nOld Mill'
    const { terms, twice, refused } = parseTerms(pasted, common, [{ kind: 'words', text: 'OLD MILL' }])
    expect(terms).toEqual([
      { kind: 'words', text: 'Elm Grove', reason: 'private', label: '', exemption: 'TP-16' },
      {
        kind: 'words',
        text: '14 High St',
        reason: 'an address of a relative',
        label: 'an address',
        exemption: 'TP-16',
      },
    ])
    expect(twice).toBe(2)
    expect(refused).toEqual(['x'])
  })

  test('a bad pattern says why, a good one nothing', () => {
    expect(patternProblem(String.raw`Ref\.?\s*\d{6}`)).toBeUndefined()
    expect(patternProblem('(open')).toMatch(/^This is no pattern: .+\.$/u)
  })

  test('looking says what it marked and what it spared', () => {
    expect(lookedInWords({ marks: 1, pages: 1, spared: 2 }, 'proposed')).toBe(
      '1 mark proposed on 1 page; 2 places spared by what is to stay.',
    )
    expect(lookedInWords({ marks: 0, pages: 0, spared: 0 }, 'accepted')).toBe('Nothing new was found.')
  })
})
