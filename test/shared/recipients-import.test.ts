import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRows, isTakenIn, outcomeRows } from '#shared/registers/recipients/check-rows.ts'
import { guessTargets } from '#shared/registers/recipients/import-columns.ts'
import { personOf } from '#shared/registers/recipients/import-person.ts'
import { ImportedPerson } from '#shared/registers/recipients/recipient.contract.ts'
import { csvText } from '#shared/tables/csv-text.ts'
import { rowsInWords } from '#shared/tables/table.ts'
import { tidyLine, tidyPassage } from '#shared/tables/tidy-text.ts'
import { HOSTILE_HEADINGS, hostileCells, hostileLines } from '../support/hostile-recipients.ts'

const HEADINGS = ['Name', 'Who', 'Safe', 'Email', 'Line 1', 'Town', 'Remarks']
const TARGETS = ['name', 'kind', 'safeToWrite', 'email', 'address', 'address', 'notes'] as const
/** A row of which only the first cells are filled. */
const person = (...cells: string[]) =>
  personOf(
    HEADINGS,
    TARGETS,
    HEADINGS.map((_, column) => cells[column] ?? ''),
  )

describe('a row as a person', () => {
  test('joins the lines of an address and leaves what is not said open', () => {
    expect(person('Ann', 'mother', '', 'ann@example.org', '1 High Street', 'Stoke').person).toMatchObject({
      name: 'Ann',
      kind: 'parent',
      safeToWrite: null,
      address: '1 High Street\nStoke',
      highRisk: null,
      notes: '',
    })
  })

  test('puts what it does not understand into the notes, and takes unclear safety for “to be checked”', () => {
    const { person: found, remarks } = person(
      'Ann',
      'liaison',
      'only on Tuesdays',
      'ann at home',
      '',
      '',
      'Calls back',
    )
    expect(found).toMatchObject({
      kind: null,
      safeToWrite: 'check',
      email: 'ann at home',
      notes: 'Remarks: Calls back\nSafe: only on Tuesdays\nWho: liaison',
    })
    expect(remarks).toHaveLength(3)
    expect(remarks.join(' ')).toContain('“ann at home” is not an email address')
  })

  test('composes letters and takes hidden characters out, and says so', () => {
    const { person: found, remarks } = person('\u202EZoe\u0308\u202C\u0007 =1+1')
    expect(found!.name).toBe('Zoë =1+1')
    expect(remarks).toEqual(['Name: hidden characters were taken out.'])
    expect(tidyLine('a\r\nb\tc').text).toBe('a b c')
    expect(tidyPassage(' a\r\nb\u0000 \rc ')).toEqual({ text: 'a\nb\nc', hadHidden: true })
  })

  test('cuts a name that is too long and keeps the whole of it', () => {
    const long = `${'👩‍👩‍👧‍👦 '.repeat(30)}end`
    const { person: found, remarks } = person(long)
    expect(found!.name.length).toBeLessThanOrEqual(200)
    expect(found!.name.isWellFormed()).toBe(true)
    expect(found!.notes).toBe(`Name: ${long}`)
    expect(remarks[0]).toContain('the whole of it is in the notes')
  })

  test.each(['', '  ', '\u200B', '\u202E\u0301'])('%j names nobody', (name) => {
    expect(person(name, 'child')).toEqual({ person: null, remarks: ['There is no name.'] })
  })

  test('whatever stands in the cells, the person can be kept, and no letter of the name is lost', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 7, maxLength: 7 }), (cells) => {
        const { person: found } = personOf(HEADINGS, TARGETS, cells)
        if (!found) return
        expect(ImportedPerson.parse(found)).toEqual(found)
        const name = tidyLine(cells[0]!).text
        expect(name === found.name || found.notes.includes(name)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the rows of a list', () => {
  const known = [
    { id: 'k', reference: 'PT-0001', name: 'Ann Example', address: '', email: 'ann@example.org' },
  ]
  const check = (...rows: string[][]) =>
    checkRows(
      {
        headings: ['Name', 'Email', 'Address'],
        rows: rows.map((cells, index) => ({ row: index + 2, cells })),
      },
      ['name', 'email', 'address'],
      known,
    )

  test('are ready, doubles or nobody, each with its reason', () => {
    const rows = check(
      ['Bob', 'bob@example.org', '1 High Street'],
      ['ann  EXAMPLE', 'Ann@Example.org', ''],
      ['bob', 'other@example.org', '1, High Street'],
      ['', 'x@example.org', ''],
      ['Bob', '', '2 Low Road'],
      ['Cy', '', ''],
      ['Cy', '', ''],
    )
    expect(rows.map(({ state }) => state)).toEqual([
      'ready',
      'double',
      'double',
      'unusable',
      'ready',
      'ready',
      'double',
    ])
    expect(rows[1]!.because).toBe('Looks like a double: PT-0001 is recorded for this breach already.')
    expect(rows[2]!.because).toBe('Looks like a double: row 2 names the same person.')
    expect(outcomeRows(rows, new Set([3])).map(([row, , outcome]) => `${row} ${outcome}`)).toEqual([
      '2 Taken in',
      '3 Taken in',
      '4 Left out',
      '5 Not taken',
      '6 Taken in',
      '7 Taken in',
      '8 Left out',
    ])
  })

  test('never vanish: as many outcomes as rows, taken in or with a reason', () => {
    const cells = fc.array(fc.constantFrom('', 'Ann', 'Bob', ' ', '=1+1', 'ann@example.org', '١٢'), {
      minLength: 3,
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 40 }), (rows) => {
        const checked = check(...rows)
        expect(checked.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 2))
        for (const one of checked) expect(isTakenIn(one, new Set()) || one.because !== '').toBe(true)
        expect(outcomeRows(checked, new Set())).toHaveLength(rows.length)
      }),
    )
  })

  test('of the hostile list are all taken, and only hidden characters are lost', () => {
    const lines = hostileLines()
    const rows = lines.map((line, index) => ({ row: index + 2, cells: [...hostileCells(line)] }))
    const checked = checkRows({ headings: HOSTILE_HEADINGS, rows }, guessTargets(HOSTILE_HEADINGS), [])
    expect(checked.filter(({ state }) => state !== 'ready')).toEqual([])
    for (const [index, { person: found }] of checked.entries()) {
      const name = tidyLine(lines[index]!.name).text
      expect(found!.name === name || found!.notes.includes(name)).toBe(true)
    }
  })
})

test('the outcome as CSV never calculates', () => {
  expect(
    csvText([
      ['a', '=1+1'],
      ['b "x"', 'c,d\r\ne'],
    ]),
  ).toBe(`\uFEFFa,'=1+1\r\n"b ""x""","c,d\ne"\r\n`)
})

test('rows are named, but not without end', () => {
  expect(rowsInWords([4])).toBe('Row 4')
  expect(rowsInWords([4, 7, 9])).toBe('Rows 4, 7 and 9')
  expect(rowsInWords(Array.from({ length: 50 }, (_, index) => index + 1))).toBe(
    'Rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 40 more',
  )
})
