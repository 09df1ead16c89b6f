import { describe, expect, test } from 'vitest'
import { known, notApplicable } from '#shared/answer.ts'
import { screenForDpia } from '#shared/law/dpia-screening.ts'
import { screeningFacts } from '#shared/registers/assessments/screening-facts.ts'
import { answersOf, progressOf, withAnswer } from '#shared/registers/assessments/questions.ts'
import { checkedPoints, pointsOf, withPoint } from '#shared/registers/notices/points.ts'
import { newActivity } from '#shared/registers/activities/activity.schema.ts'
import { activityId, termId } from '../law/world.ts'

const newId = () => 'new'

describe('the answers of an assessment', () => {
  const none = { kind: 'RLI', answers: [] }

  test('stand in the order in which they are asked', () => {
    const one = { ...none, answers: withAnswer(none, 'facts', 'A child at risk.', newId) }
    const two = withAnswer(one, 'condition', 'Safeguarding.', newId)
    expect(two.map(({ question }) => question)).toEqual(['RLI.condition', 'RLI.facts'])
    expect(answersOf({ ...none, answers: two })).toEqual({
      condition: 'Safeguarding.',
      facts: 'A child at risk.',
    })
  })

  test('of blanks are none, and those of another kind are kept but not counted', () => {
    const other = { id: 'x', question: 'LIA.interest', answer: 'Marketing.' }
    const given = { kind: 'RLI', answers: [other, { id: 'y', question: 'RLI.facts', answer: 'A child.' }] }
    expect(progressOf(given)).toMatchObject({ asked: 6, answered: 1 })
    expect(withAnswer(given, 'facts', '  ', newId)).toEqual([other])
    expect(progressOf({ ...given, kind: null })).toEqual({ asked: 0, answered: 0, missing: [] })
  })
})

describe('the facts of the screening', () => {
  const TERMS: Record<string, string> = {
    children: 'Looked after children',
    staff: 'Employees',
    users: 'Service users',
    online: 'Online activity of children',
    health: 'Health records',
    face: 'Biometric information',
  }
  const term = (id: string) => (TERMS[id] ? { name: TERMS[id], synonyms: [] } : undefined)
  const activity = (people: string[], data: [string, 'ordinary' | 'special' | 'criminal'][] = []) => ({
    ...newActivity(activityId('a'), 'Care'),
    peopleIds: people.map(termId),
    data: data.map(([category, dataClass]) => ({
      id: category,
      categoryId: termId(category),
      dataClass,
      peopleIds: [],
      sourceIds: [],
      retention: { state: 'toBeDetermined' } as const,
      onlyIf: '',
      note: '',
    })),
  })

  test.each([
    [['children'], true],
    [['staff'], false],
    [['staff', 'users'], undefined],
    [[], undefined],
  ])('people %j: children %s', (people, children) => {
    expect(screeningFacts(activity(people), term).children).toBe(children)
  })

  test('are what the record says; what it does not say is not known', () => {
    const facts = screeningFacts(
      activity(
        ['children'],
        [
          ['online', 'ordinary'],
          ['face', 'special'],
        ],
      ),
      term,
    )
    expect(facts).toMatchObject({
      monitoring: true,
      biometricOrGenetic: true,
      specialCategory: true,
      criminalOffence: false,
    })
    expect(facts.largeScale).toBeUndefined()
    expect(facts.automatedDecisions).toBeUndefined()
    expect(screenForDpia(facts).indication).toBe('strong')
  })

  test('about decisions follow the answer that was given', () => {
    const decided = { kind: 'solely automated', profiling: true, explanation: '', reviewOn: null } as const
    const base = activity(['staff'])
    expect(screeningFacts({ ...base, automatedDecisions: known(decided) }, term)).toMatchObject({
      profiling: true,
      automatedDecisions: true,
    })
    expect(screeningFacts({ ...base, automatedDecisions: notApplicable('no software') }, term)).toMatchObject(
      {
        profiling: false,
        automatedDecisions: false,
      },
    )
  })
})

describe('the points of a notice', () => {
  test('depend on where the data comes from', () => {
    const codes = (dataFrom: 'person' | 'others' | 'both' | null) =>
      pointsOf({ dataFrom }).map(({ code }) => code)
    expect(codes('person')).not.toContain('N14')
    expect(codes('others')).not.toContain('N15')
    expect(codes(null)).toEqual(codes('both'))
  })

  test('are kept in order, and one of which nothing is left is taken out', () => {
    const notice = {
      dataFrom: 'person' as const,
      contents: withPoint({ contents: [] }, 'N03', { said: 'yes' }, newId),
    }
    const both = withPoint(notice, 'N01', { where: 'We are …' }, newId)
    expect(both.map(({ item }) => item)).toEqual(['N01', 'N03'])
    expect(checkedPoints({ ...notice, contents: both })).toMatchObject({ checked: 1 })
    expect(withPoint({ contents: both }, 'N01', { where: ' ' }, newId).map(({ item }) => item)).toEqual([
      'N03',
    ])
  })
})
