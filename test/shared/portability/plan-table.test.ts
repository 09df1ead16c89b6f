import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ColumnRule } from '#shared/portability/column-rule.ts'
import { planTable, type TableRules } from '#shared/portability/plan-table.ts'

const rule = (column: string, answers: Partial<ColumnRule> = {}): ColumnRule => ({
  column,
  called: '',
  about: '',
  whose: 'person',
  provenance: 'provided',
  basis: '6-1-b',
  means: 'automated',
  ...answers,
})

const COLUMNS = ['carer_id', 'Email', 'Notes', 'Partner', 'Risk']
const MAPPING: TableRules = {
  name: 'Foster carer portal, accounts',
  called: 'Account',
  matchColumns: ['carer_id', 'Email'],
  rowsNamingOthers: 'cutCells',
  columns: [
    rule('carer_id'),
    rule('Email', { called: 'Email address' }),
    rule('Notes', { whose: 'personAndOthers' }),
    rule('Partner', { whose: 'others' }),
    rule('Risk', { provenance: 'inferred' }),
  ],
}
const JO = { person: ['C-104', 'jo@example.org'], holdsOnlyThePerson: false }
const plan = (changes: Partial<TableRules> = {}, use: Partial<typeof JO> = {}) =>
  planTable({ ...MAPPING, ...changes }, { ...JO, ...use })

describe('whose row it is', () => {
  test.each([
    ['the number alone', ['C-104', null], 'own'],
    ['the address alone', ['', 'jo@example.org'], 'own'],
    ['both', ['C-104', 'jo@example.org'], 'own'],
    ['other letter case and blanks around', [' c-104 ', 'JO@Example.ORG\u00A0'], 'own'],
    ['full-width letters', ['Ｃ-１０４', null], 'own'],
    ['the other’s value in this column', ['jo@example.org', 'C-104'], 'own'],
    ['somebody else', ['C-105', 'kim@example.org'], 'others'],
    ['a value that only begins alike', ['C-1040', null], 'others'],
    ['a value that only holds it', ['for C-104', null], 'others'],
    ['one of each', ['C-104', 'kim@example.org'], 'unclear'],
    ['nothing', [null, null], 'unclear'],
    ['blanks only', ['  ', '\t'], 'unclear'],
    ['a row that is too short', [], 'unclear'],
  ])('%s: %j is %s', (_, values, expected) => {
    expect(plan().judge(COLUMNS)(values)).toBe(expected)
  })

  test('numbers of a database are compared as they are written', () => {
    const numbers = plan({ matchColumns: ['carer_id'] }, { person: ['104'] }).judge(COLUMNS)
    expect(numbers([104])).toBe('own')
    expect(numbers([1040])).toBe('others')
    expect(numbers(['0104'])).toBe('others')
  })

  test('columns are found whatever their letter case and blanks, and one that two could be is not', () => {
    const spaced = plan({ matchColumns: ['Carer ID'] })
    expect(spaced.judge([' carer  id '])(['C-104'])).toBe('own')
    expect(spaced.judge(['CARER ID', 'carer id'])(['C-104', 'C-104'])).toBe('unclear')
    expect(spaced.judge(['CARER ID', 'Carer ID'])(['C-999', 'C-104'])).toBe('own')
  })

  test('where no column of the file says it, only a confirmation that it holds this person alone helps', () => {
    const columns = ['Course', 'Booked on']
    expect(plan().judge(columns)(['First aid', '2026-10-01'])).toBe('unclear')
    expect(plan({}, { holdsOnlyThePerson: true }).judge(columns)(['First aid', '2026-10-01'])).toBe('own')
    expect(plan({ matchColumns: [] }).judge(COLUMNS)(['C-104'])).toBe('unclear')
  })

  test('a confirmation does not overrule a column that says otherwise', () => {
    const judge = plan({}, { holdsOnlyThePerson: true }).judge(COLUMNS)
    expect(judge(['C-105', null])).toBe('others')
    expect(judge([null, null])).toBe('unclear')
  })

  test('with no person named no row is anybody’s', () => {
    expect(plan({}, { person: [] }).judge(COLUMNS)(['C-104', null])).toBe('unclear')
    expect(plan({}, { person: ['  '] }).judge(COLUMNS)(['  ', null])).toBe('unclear')
  })

  test('own rows that name others stay where their cells are cut, and go where the row is, or nobody said', () => {
    const values = ['C-104', null, null, 'Sam Example', null]
    expect(plan().judge(COLUMNS)(values)).toBe('own')
    expect(plan({ rowsNamingOthers: 'cutRow' }).judge(COLUMNS)(values)).toBe('naming')
    expect(plan({ rowsNamingOthers: null }).judge(COLUMNS)(values)).toBe('naming')
    expect(plan({ rowsNamingOthers: 'cutRow' }).judge(COLUMNS)(['C-104'])).toBe('own')
    expect(plan({ rowsNamingOthers: 'cutRow' }).judge(COLUMNS)(['C-105', null, null, 'Sam'])).toBe('others')
  })

  test('whatever a row holds, it is the person’s only if a column that says so names them and none another', () => {
    const cell = fc.oneof(
      fc.constantFrom('C-104', 'c-104 ', 'jo@example.org', '', null, 'C-105'),
      fc.string(),
      fc.integer(),
      fc.boolean(),
    )
    const theirs = new Set(['c-104', 'jo@example.org'])
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), fc.boolean(), (values, holdsOnlyThePerson) => {
        const said = values
          .slice(0, 2)
          .map((value) =>
            String(value ?? '')
              .trim()
              .normalize('NFKC')
              .toLowerCase(),
          )
          .filter((value) => value.trim() !== '')
        const judgement = plan({}, { holdsOnlyThePerson }).judge(COLUMNS)(values)
        expect(judgement === 'own').toBe(said.length > 0 && said.every((value) => theirs.has(value)))
      }),
      { numRuns: 500 },
    )
  })
})

describe('what becomes of the columns', () => {
  test('those that are covered are kept, in the order of the file', () => {
    const { kept, undecided } = plan()
    expect(kept(COLUMNS).map(({ at, rule: { column } }) => [at, column])).toEqual([
      [0, 'carer_id'],
      [1, 'Email'],
      [2, 'Notes'],
    ])
    expect(kept(['Notes', 'email'])).toEqual([
      { at: 0, rule: MAPPING.columns[2] },
      { at: 1, rule: MAPPING.columns[1] },
    ])
    expect(undecided(COLUMNS)).toEqual([])
  })

  test('a column that is new, or decided about twice, or open in part, is undecided and not kept', () => {
    const twice = plan({ columns: [rule('Email'), rule('email'), rule('Notes', { basis: null })] })
    const columns = ['Email', 'Notes', 'Shoe size']
    expect(twice.kept(columns)).toEqual([])
    // An exact name goes first; "email" then fits the same column.
    expect(twice.undecided(columns)).toEqual([
      { column: 'Email', says: expect.stringContaining('twice') },
      { column: 'Notes', says: 'Not decided yet: on what lawful basis it is held.' },
      { column: 'Shoe size', says: 'New in this file: nothing is decided about it yet.' },
    ])
    expect(plan().undecided(['Email', 'Email'])).toHaveLength(2)
  })

  test('what is left out says why, how often it was filled, and rows beside columns', () => {
    const counts = { others: 40, unclear: 2, naming: 3, filled: [5, 5, 1, 4, 5] }
    expect(plan().leftOut(COLUMNS, counts)).toMatchObject([
      { source: 'Account', column: 'Partner', reason: 'othersColumn', rows: 4 },
      { source: 'Account', column: 'Risk', reason: 'notProvided', rows: 5 },
      { source: 'Account', column: '', reason: 'othersRows', rows: 43, citation: 'UK GDPR Art 20(4)' },
      { source: 'Account', column: '', reason: 'unclearRows', rows: 2 },
    ])
    const none = { others: 0, unclear: 0, naming: 0, filled: [] }
    expect(plan({ called: '' }).leftOut(['Risk'], none)).toMatchObject([
      { source: 'Foster carer portal, accounts', column: 'Risk', rows: 0 },
    ])
  })

  test('a row is flagged where a kept column of both is filled, and not where it is left out', () => {
    const flags = plan().flags(COLUMNS)
    expect(flags(['C-104', null, 'We met with Sam'])).toBe(true)
    expect(flags(['C-104', null, '  ', 'Sam', 'high'])).toBe(false)
    const created = plan({ columns: [rule('Notes', { whose: 'personAndOthers', provenance: 'created' })] })
    expect(created.flags(['Notes'])(['We met with Sam'])).toBe(false)
  })

  test('each column of a file is kept, left out or undecided, exactly once', () => {
    const name = fc.oneof(fc.constantFrom(...COLUMNS, 'EMAIL', ' notes'), fc.string({ maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (columns) => {
        const { kept, leftOut, undecided } = plan()
        const out = leftOut(columns, { others: 0, unclear: 0, naming: 0, filled: [] })
        expect(kept(columns).length + out.length + undecided(columns).length).toBe(columns.length)
      }),
    )
  })
})
