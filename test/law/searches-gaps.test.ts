import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { proposeSearches } from '#shared/registers/searches/propose.ts'
import { searchDeadlines } from '#shared/registers/searches/search.deadlines.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { searchStatement, textOfStatement } from '#shared/registers/searches/statement.ts'
import { aRecord, contextWith, ruleIds, type RuleCase, rulesRaised } from './raised.ts'
import { anActivity, aTerm, day, organisationId, termId } from './world.ts'

const CASES: readonly RuleCase[] = [
  ['search-without-request', {}, { requestId: 'request' }],
  ['search-place-missing', {}, { place: 'The cellar' }],
  ['search-place-missing', {}, { systemId: 'case-system' }],
  ['search-not-made-unexplained', { found: 'notSearched' }, { found: 'notSearched', whyNot: 'Destroyed' }],
  ['search-not-made-unexplained', { found: 'refused', whyNot: ' ' }, { found: 'nothing' }],
  ['search-terms-missing', { found: 'nothing' }, { found: 'nothing', terms: 'Name' }],
]

describe('the rules about the search record', () => {
  test.each(CASES)('%s is raised, and settled', (rule, raises, settled) => {
    expect(rulesRaised('searches', raises)).toContain(rule)
    expect(rulesRaised('searches', settled)).not.toContain(rule)
  })

  test('data found in a system that no activity of the organisation names is a gap of the register', () => {
    const found = { requestId: 'request', systemId: 'old-archive', found: 'found', terms: 'Name' }
    const request = aRecord('requests', { id: 'request', organisationId: 'provider' })
    const raisedWith = (change: object, systems: readonly string[]) => {
      const context = contextWith(
        { requests: [request] },
        { activities: [anActivity({ systemIds: systems.map(termId) })] },
      )
      return gapsOfRecord('searches', aRecord('searches', { ...found, ...change }), context)
    }
    const [gap] = raisedWith({}, ['case-system'])
    expect(gap).toMatchObject({ ruleId: 'search-system-in-no-activity', citation: 'UK GDPR Art 30(1)' })
    expect(gap!.message).toBe('Data was found in “Old archive”, which no activity of The provider names.')
    expect(raisedWith({}, ['case-system', 'old-archive'])).toEqual([])
    expect(raisedWith({ found: 'nothing' }, [])).toEqual([])
    // Beside one record alone nobody knows the others.
    expect(rulesRaised('searches', found)).not.toContain('search-system-in-no-activity')
  })

  test('each rule has its case', () => {
    const tried = new Set([...CASES.map(([rule]) => rule), 'search-system-in-no-activity'])
    expect([...ruleIds('searches')].toSorted()).toEqual([...tried].toSorted())
  })
})

const entry = (change: object) => aRecord('searches', { ...change }) as unknown as SearchEntry
const chased = (...days: string[]) => days.map((chasedOn, at) => ({ id: `c${at}`, chasedOn, how: 'email' }))

describe('when a search is due', () => {
  test.each([
    ['not asked yet', {}, null],
    ['asked, with a day', { askedOn: '2026-11-02', answerBy: '2026-11-12' }, ['answer', '2026-11-12']],
    ['asked, without a day', { askedOn: '2026-11-02' }, ['answer', '2026-11-09']],
    [
      'chased before it was late',
      { askedOn: '2026-11-02', answerBy: '2026-11-12', chasers: chased('2026-11-05') },
      ['answer', '2026-11-12'],
    ],
    [
      'chased twice',
      { askedOn: '2026-11-02', answerBy: '2026-11-12', chasers: chased('2026-11-17', '2026-11-13') },
      ['chase', '2026-11-21'],
    ],
    ['answered', { askedOn: '2026-11-02', receivedOn: '2026-11-05' }, null],
    ['not searched', { askedOn: '2026-11-02', found: 'notSearched' }, null],
  ])('%s', (_, change, expected) => {
    const [deadline, ...more] = searchDeadlines(entry(change))
    expect(more).toEqual([])
    expect(deadline ? [deadline.key, deadline.due] : null).toEqual(expected)
  })
})

const PEOPLE = [aTerm('people', 'Looked after children'), aTerm('people', 'Employees')] as const
const terms = new Map(
  [...PEOPLE, aTerm('systems', 'Case system'), aTerm('systems', 'Payroll')].map((one) => [
    one.id as string,
    one,
  ]),
)
const asked = (change: object) => aRecord('requests', { organisationId: 'provider', ...change }) as never
const world = {
  term: (id: string) => terms.get(id),
  entries: [],
  activities: [
    anActivity({
      id: 'a1' as never,
      reference: 'A-1',
      peopleIds: [PEOPLE[0].id],
      systemIds: [termId('case-system')],
      owner: 'Care',
    }),
    anActivity({
      id: 'a2' as never,
      reference: 'A-2',
      peopleIds: [PEOPLE[1].id],
      systemIds: [termId('payroll')],
      owner: 'Finance',
    }),
    anActivity({
      id: 'a3' as never,
      reference: 'A-3',
      peopleIds: [],
      systemIds: [],
      owner: '',
      organisationId: organisationId('council'),
    }),
    anActivity({
      id: 'a4' as never,
      reference: 'A-4',
      peopleIds: [PEOPLE[0].id],
      systemIds: [termId('payroll')],
      status: 'retired',
    }),
  ],
}
const names = (request: never, entries: readonly Partial<SearchEntry>[] = []) =>
  proposeSearches(request, { ...world, entries: entries.map((one) => entry(one)) }).map(({ name }) => name)

describe('where to search', () => {
  test('is proposed by the kind of person, by a child’s age, or else everywhere', () => {
    expect(names(asked({ peopleIds: [PEOPLE[1].id] }))).toEqual(['Payroll, Finance'])
    expect(names(asked({ personKind: 'child' }))).toEqual(['Case system, Care'])
    expect(names(asked({}))).toEqual(['Case system, Care', 'Payroll, Finance'])
  })

  test('what the request names stands first, also where no system is recorded', () => {
    const proposals = proposeSearches(asked({ activityIds: ['a3'], personKind: 'child' }), world)
    expect(proposals.map(({ name }) => name)).toEqual([anActivity().name, 'Case system, Care'])
    expect(proposals[0]).toMatchObject({ systemId: null, isNamed: true, activityId: 'a3' })
    expect(proposals[0]!.place).toContain('no system is recorded')
  })

  test('what is in the record already is not proposed again', () => {
    expect(names(asked({}), [{ systemId: termId('payroll'), holder: '' }])).toEqual(['Case system, Care'])
  })
})

describe('the statement of the search', () => {
  test('names each place once, whatever is recorded of it', () => {
    const found = fc.constantFrom(null, 'found', 'nothing', 'notSearched', 'refused')
    const place = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(fc.record({ found, place }), { minLength: 1, maxLength: 8 }), (given) => {
        const entries = given.map((one) => entry(one))
        const parts = searchStatement(asked({}), entries, { systemName: () => undefined })
        expect(parts.filter(({ kind }) => kind === 'point')).toHaveLength(entries.length)
        expect(textOfStatement(parts)).toContain('Article 15(1A)')
      }),
      { numRuns: 50 },
    )
  })

  test('says what the request was limited to', () => {
    const request = asked({ scope: 'only the letters', scopeFrom: day('2015-01-01') })
    const text = textOfStatement(
      searchStatement(request, [entry({ found: 'found', place: 'Loft' })], { systemName: () => undefined }),
    )
    expect(text).toContain('The request was limited to: only the letters.')
    expect(text).toContain('It is about the time from Thu 1 January 2015 on.')
    expect(text).toContain('No place where data about the person could be expected was left out.')
  })
})
