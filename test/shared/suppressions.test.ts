import { describe, expect, test } from 'vitest'
import { suppressions } from '#shared/registers/suppressions/suppression.register.ts'
import { checkList } from '#shared/registers/suppressions/check-list.ts'
import { emailOf, nameOf, postcodeOf, telephoneOf } from '#shared/registers/suppressions/identifiers.ts'
import { readList } from '#shared/registers/suppressions/read-list.ts'
import type { Suppression } from '#shared/registers/suppressions/suppression.record.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const entry = (reference: string, changes: Partial<Suppression>): Suppression => ({
  ...suppressions.blank(reference, changes.name ?? 'Ann Example'),
  reference,
  status: 'inForce',
  since: PlainDate.parse('2026-10-12'),
  ...changes,
})

describe('what recognises a person', () => {
  test.each([
    ['ANN@Example.org', 'ann@example.org'],
    [' Ann Example <ann@example.org> ', 'ann@example.org'],
    ['mailto:ann@example.org', 'ann@example.org'],
    ['ann@example', null],
    ['ann example.org', null],
  ])('address %s', (typed, expected) => expect(emailOf(typed)).toBe(expected))

  test.each([
    ['01234 567890', '+441234567890'],
    ['(01234) 567-890', '+441234567890'],
    ['+44 (0)1234 567890', '+441234567890'],
    ['0044 1234 567890', '+441234567890'],
    ['441234567890', '+441234567890'],
    ['7700900123', '+447700900123'],
    ['+353 1 234 5678', '+35312345678'],
    ['2026-11-22', null],
    ['01/02/2026', null],
    ['12', null],
    ['B60 4AD', null],
  ])('number %s', (typed, expected) => expect(telephoneOf(typed)).toBe(expected))

  test('postcodes and names, however they are written', () => {
    expect(postcodeOf('b60 4ad')).toBe('B604AD')
    expect(postcodeOf('Bromsgrove')).toBeNull()
    expect(nameOf('Mrs Ånn O’Example')).toBe(nameOf('OExample, Ann'))
    expect(nameOf('Ann')).toBeNull()
  })
})

describe('reading a list', () => {
  test('keeps each line as it stands, also with quoted delimiters and line ends', () => {
    const { heading, lines } = readList('\uFEFFname;email\r\n"A; ""B""\nC";a@b.org\r\n\r\nd@e.org;\r\n')
    expect(heading?.cells).toEqual(['name', 'email'])
    expect(lines).toEqual([
      { line: 2, text: '"A; ""B""\nC";a@b.org', cells: ['A; "B"\nC', 'a@b.org'] },
      { line: 5, text: 'd@e.org;', cells: ['d@e.org', ''] },
    ])
  })

  test('takes a first line that names a person for a person', () => {
    expect(readList('ann@example.org\nbob@example.org').heading).toBeNull()
    expect(readList('Email\nbob@example.org').heading?.line).toBe(1)
  })

  test('refuses a quotation mark that is never closed', () => {
    expect(() => readList('a@b.org\n"c@d.org\ne@f.org')).toThrow('Line 2: a quotation mark')
  })
})

describe('checking a list', () => {
  const entries = [
    entry('SU-0001', { emails: ['Ann@Example.org'], scope: ['email'] }),
    entry('SU-0002', { name: 'Bob Sample', telephones: ['07700 900123'] }),
    entry('SU-0003', { name: 'Cy Model', postcode: 'B60 4AD', scope: ['post'] }),
    entry('SU-0004', { emails: ['dee@example.org'], status: 'lifted' }),
  ]

  test('answers line by line, whichever columns there are', () => {
    const list = [
      'First name,Surname,Email,Mobile,Postcode',
      'Ann,Example,ann@example.org,,',
      'Bob,Sample,bob@example.org,+44 7700 900123,',
      'Cy,Model,,,b604ad',
      'Dee,Lifted,dee@example.org,,',
      'Eve,Nothing,,,',
    ].join('\n')
    expect(
      checkList(list, entries, null).map(({ line, answer, matches }) => [
        line,
        answer,
        matches[0]?.reference,
        matches[0]?.by,
      ]),
    ).toEqual([
      [2, 'suppressed', 'SU-0001', 'email'],
      [3, 'suppressed', 'SU-0002', 'telephone'],
      [4, 'suppressed', 'SU-0003', 'name and postcode'],
      [5, 'allowed', undefined, undefined],
      [6, 'notUnderstood', undefined, undefined],
    ])
  })

  test('counts only what covers the channel; no channel ticked covers all', () => {
    const answers = (channel: 'email' | 'post') =>
      checkList('ann@example.org\n07700900123\nModel Cy|B60 4AD'.replace('|', ','), entries, channel).map(
        ({ answer }) => answer,
      )
    expect(answers('email')).toEqual(['suppressed', 'suppressed', 'allowed'])
    expect(answers('post')).toEqual(['allowed', 'suppressed', 'suppressed'])
  })

  test('finds each of 2,000 entries in a list of 20,000 lines', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      entry(`SU-${index}`, { emails: [`p${index * 10}@example.org`] }),
    )
    const list = Array.from(
      { length: 20_000 },
      (_, index) => `Person ${index},p${index}@example.org,01234 5${String(index).padStart(5, '0')}`,
    )
    const suppressed = checkList(list.join('\n'), many, 'email').filter(
      ({ answer }) => answer === 'suppressed',
    )
    expect(suppressed.length).toBe(2000)
  })
})
