import { describe, expect, test } from 'vitest'
import { inTheWay } from '#renderer/registers/portability/build/in-the-way.ts'
import {
  countLines,
  filterLines,
  linesOf,
  namesBetween,
  nextUndecided,
  withChange,
} from '#renderer/registers/portability/columns/column-edit.ts'
import { columnKeyOf, keyFor, stepKeyOf } from '#renderer/registers/portability/columns/column-keys.ts'
import { BASIS_WORDS, wordOf, WHOSE_WORDS } from '#renderer/registers/portability/columns/column-words.ts'
import {
  isUnkept,
  NO_DRAFT,
  signatureOf,
  type Source,
  usesOf,
  withSource,
} from '#renderer/registers/portability/draft/draft.ts'
import {
  blankRule,
  nameOf,
  newMapping,
  proposalsFor,
  readyFor,
} from '#renderer/registers/portability/draft/mapping-draft.ts'
import { likelyMatchColumns, valuesOfRequest } from '#renderer/registers/portability/draft/person-values.ts'
import { few, fits, saysOfMatch } from '#renderer/registers/portability/files/match-words.ts'
import { asksForPortability } from '#renderer/registers/portability/portability-pages.ts'
import { byReason } from '#renderer/registers/portability/preview/left-out-groups.ts'
import { requests } from '#shared/registers/requests/request.register.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { ColumnRule } from '#shared/portability/column-rule.ts'
import type { SourceLook } from '#shared/portability/source.ts'

const pressed = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
})

const look = (names: readonly string[], samples: Readonly<Record<string, string[]>> = {}): SourceLook => ({
  fileName: 'accounts.csv',
  form: 'csv',
  bytes: 100,
  tables: [{ name: '', columns: names.length, rows: null }],
  table: '',
  columns: names.map((name) => ({ name, samples: samples[name] ?? [], filled: 1, type: 'text' as const })),
  rowsSeen: 2,
  encoding: 'utf-8',
  delimiter: ',',
  notes: [],
})

const KEPT = { whose: 'person', provenance: 'provided', basis: '6-1-b', means: 'automated' } as const

const source = (
  names: readonly string[],
  rules: Readonly<Record<string, Partial<ColumnRule>>> = {},
): Source => {
  const seen = look(names)
  const fresh = newMapping(seen)
  const columns = fresh.columns.map((rule) => ({ ...rule, ...rules[rule.column] }))
  return {
    key: 'a',
    path: '/a/accounts.csv',
    options: { encoding: null, delimiter: null },
    look: seen,
    matches: [],
    mapping: { ...fresh, columns },
    kept: null,
    past: [],
    proposals: new Map(),
    holdsOnlyThePerson: false,
  }
}

const request = (fields: Readonly<Record<string, unknown>>): AnyRecord =>
  ({ ...requests.blank('r1', 'Portability of a test'), ...fields }) as AnyRecord

describe('the keys of the columns', () => {
  test('digits run through the answers, and the letters of Article 6(1) are its own', () => {
    expect(columnKeyOf(pressed('2'))).toEqual({ does: 'set', change: { whose: 'personAndOthers' } })
    expect(columnKeyOf(pressed('8'))).toEqual({ does: 'set', change: { provenance: 'created' } })
    expect(columnKeyOf(pressed('F'))).toEqual({ does: 'set', change: { basis: '6-1-f' } })
    expect(columnKeyOf(pressed('0'))).toEqual({ does: 'set', change: { means: 'paper' } })
    expect(columnKeyOf(pressed('Delete'))).toEqual({ does: 'clear' })
  })

  test('the keys of the program stay the program’s, and Shift does one thing only', () => {
    expect(columnKeyOf(pressed('z', { ctrlKey: true }))).toBeNull()
    expect(columnKeyOf(pressed('Y', { shiftKey: true }))).toEqual({ does: 'acceptAll' })
    expect(columnKeyOf(pressed('A', { shiftKey: true }))).toBeNull()
    expect(columnKeyOf(pressed('/', { shiftKey: true }))).toEqual({ does: 'filter' })
    expect(stepKeyOf(pressed(']'))).toEqual({ does: 'after' })
    expect(stepKeyOf(pressed('[', { ctrlKey: true }))).toBeNull()
  })

  test('every answer that can be given has a key of its own', () => {
    const keys = [
      ...WHOSE_WORDS.map(({ value }) => keyFor({ whose: value })),
      ...BASIS_WORDS.map(({ value }) => keyFor({ basis: value })),
      keyFor({ means: 'automated' }),
      keyFor({ provenance: 'inferred' }),
    ]
    expect(keys).not.toContain('')
    expect(new Set(keys).size).toBe(keys.length)
    expect(wordOf(BASIS_WORDS, '6-1-ea')).toBe('6(1)(ea)')
  })
})

describe('columns of a file', () => {
  const some = source(['name', 'score', 'note'], {
    name: KEPT,
    score: { ...KEPT, provenance: 'inferred' },
  })

  test('what follows is shown at once, and what is open is counted', () => {
    const lines = linesOf(some)
    expect(lines.map(({ decision }) => decision.kind)).toEqual(['kept', 'out', 'undecided'])
    expect(countLines(lines)).toEqual({ all: 3, undecided: 1, kept: 1, out: 1 })
    expect(filterLines(lines, 'out', '').map((line) => line.look.name)).toEqual(['score'])
    expect(filterLines(lines, 'all', 'NOT').map((line) => line.look.name)).toEqual(['note'])
  })

  test('the next open one is found round the end, and none where all are decided', () => {
    const lines = linesOf(some)
    expect(nextUndecided(lines, 2)).toBe(2)
    expect(nextUndecided(lines, 0)).toBe(2)
    expect(nextUndecided(lines.slice(0, 2), 0)).toBeNull()
    expect(namesBetween(lines, 2, 1)).toEqual(['score', 'note'])
  })

  test('a proposal is no decision until it is accepted', () => {
    const proposing = { ...some, proposals: new Map([['note', { ...KEPT, whose: 'others' as const }]]) }
    const [, , note] = linesOf(proposing)
    expect(note!.decision.kind).toBe('undecided')
    expect(note!.would).toMatchObject({ kind: 'out', reason: 'othersColumn' })
    const accepted = withChange(some.mapping.columns, ['note'], () => note!.proposal)
    expect(linesOf({ ...some, mapping: { ...some.mapping, columns: accepted } })[2]!.decision.kind).toBe(
      'out',
    )
  })

  test('what is decided already is not proposed anew', () => {
    const half = source(['note'], { note: { whose: 'person' } })
    const [line] = linesOf({
      ...half,
      proposals: new Map([['note', { whose: 'others', provenance: 'created' }]]),
    })
    expect(line!.proposal).toEqual({ provenance: 'created' })
  })

  test('a heading in other letters is the same column, and a new one is added undecided', () => {
    const mapping = { ...some.mapping, columns: [{ ...blankRule('Name'), ...KEPT }] }
    const ready = readyFor(mapping, look([' name ', 'badge']))
    expect(ready.columns.map(({ column }) => column)).toEqual(['Name', 'badge'])
    const lines = linesOf({ look: look([' name ', 'badge']), mapping: ready, proposals: new Map() })
    expect(lines.map(({ decision }) => decision.kind)).toEqual(['kept', 'undecided'])
    expect(readyFor(ready, look([' name ']))).toBe(ready)
  })

  test('several are changed at once, and the others stay as they are', () => {
    const changed = withChange(some.mapping.columns, ['name', 'new'], () => ({ means: 'paper' }))
    expect(changed.map(({ column, means }) => [column, means])).toEqual([
      ['name', 'paper'],
      ['score', 'automated'],
      ['note', null],
      ['new', 'paper'],
    ])
  })
})

describe('what is proposed', () => {
  test('one basis of the system’s activities is proposed, several are not', () => {
    const seen = look(['email'], { email: ['a@example.org'] })
    expect(proposalsFor(seen, ['6-1-b', '6-1-b']).get('email')).toMatchObject({ basis: '6-1-b' })
    expect(proposalsFor(seen, ['6-1-b', '6-1-a']).get('email')).not.toHaveProperty('basis')
    expect(proposalsFor(seen, [], true).get('email')).toMatchObject({ means: 'paper' })
  })

  test('the request says who the person is in the files', () => {
    const record = request({
      caseNumbers: ['FC-1042', ' FC-1042 '],
      sendTo: 'Maya <maya@example.org>, 1 High Street',
      requesterName: 'A solicitor',
      personName: 'Maya Okafor',
      otherNames: ['Maya Bell'],
    })
    expect(valuesOfRequest(record)).toEqual(['FC-1042', 'maya@example.org', 'Maya Okafor', 'Maya Bell'])
    expect(valuesOfRequest(request({}))).toEqual([])
  })

  test('a column whose samples hold the person comes before those that are only named so', () => {
    const seen = look(['carer_id', 'login', 'colour'], { login: ['MAYA@example.org '] })
    expect(likelyMatchColumns(seen.columns, ['maya@example.org'])).toEqual(['login', 'carer_id'])
  })

  test('a mapping is taken by itself from half of the columns on', () => {
    expect(fits({ known: 7 }, 14)).toBe(true)
    expect(fits({ known: 6 }, 14)).toBe(false)
    const match = { id: 'm', reference: 'EX-0003', name: 'Portal', system: 'Portal', known: 14 }
    expect(saysOfMatch({ ...match, fresh: [], missing: [] })).toBe('EX-0003 knows all 14 columns.')
    expect(saysOfMatch({ ...match, known: 1, fresh: ['a', 'b'], missing: ['z'] })).toBe(
      'EX-0003 knows 1 of 3 columns; new: a, b. Not in this file: z.',
    )
    expect(few(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d and 2 more')
    expect(nameOf(newMapping(look([])), 'Portal', look([]))).toBe('Portal, accounts')
  })
})

describe('an export while it is put together', () => {
  const kept = {
    ...source(['name'], { name: KEPT }).mapping,
    id: 'm1',
    systemId: 's1',
    matchColumns: ['name'],
  }
  const ready: Source = { ...source(['name']), mapping: kept, kept }

  test('what the register does not have is known, also after a change is taken back', () => {
    expect(isUnkept(source(['name']))).toBe(true)
    expect(isUnkept(ready)).toBe(false)
    const changed = withSource({ ...NO_DRAFT, sources: [ready] }, 'a', (one) => ({
      ...one,
      mapping: { ...one.mapping, called: 'Account' },
    }))
    expect(isUnkept(changed.sources[0]!)).toBe(true)
    expect(isUnkept({ ...changed.sources[0]!, mapping: structuredClone(kept) })).toBe(false)
  })

  test('nothing is handed on while a mapping is not in the register, and any change makes a look old', () => {
    expect(usesOf([ready, source(['x'])], ['M'])).toBeNull()
    expect(usesOf([], ['M'])).toBeNull()
    expect(usesOf([ready], ['M'])).toMatchObject([
      { mapping: 'm1', person: ['M'], holdsOnlyThePerson: false },
    ])
    const before = signatureOf([ready], ['M'])
    expect(signatureOf([ready], ['M', 'N'])).not.toBe(before)
    expect(signatureOf([{ ...ready, holdsOnlyThePerson: true }], ['M'])).not.toBe(before)
    expect(signatureOf([structuredClone({ ...ready, proposals: new Map() })], ['M'])).toBe(before)
  })

  test('what stands in the way is named with the step that mends it', () => {
    const draft = { ...NO_DRAFT, sources: [ready] }
    expect(inTheWay({ draft, person: ['M'] })).toEqual([])
    expect(inTheWay({ draft: NO_DRAFT, person: [] })).toEqual([
      { says: 'No file was added yet.', step: 'files' },
    ])
    expect(inTheWay({ draft, person: [] }).map(({ step }) => step)).toEqual(['rows'])
    const open = { ...draft, sources: [source(['a', 'b'])], isOpen: true, forms: [] }
    expect(inTheWay({ draft: open, person: ['M'] }).map(({ step }) => step)).toEqual([
      'files',
      'columns',
      'rows',
      null,
      null,
    ])
  })

  test('the page is there for those who ask for portability, also among other rights', () => {
    expect(asksForPortability(request({ right: 'R-PORT' }))).toBe(true)
    expect(asksForPortability(request({ right: 'R-ACCESS', alsoAsks: ['R-PORT'] }))).toBe(true)
    expect(asksForPortability(request({ right: 'R-ACCESS' }))).toBe(false)
  })

  test('what is left out for one reason is told together', () => {
    const one = (column: string, says: string) => ({
      source: 'Portal',
      column,
      reason: 'basis' as const,
      says,
      citation: 'UK GDPR Art 20(1)',
      instead: '',
      rows: 1,
    })
    const groups = byReason([one('a', 'x'), one('b', 'y'), one('c', 'x')])
    expect(groups.map((group) => group.map(({ column }) => column))).toEqual([['a', 'c'], ['b']])
  })
})
