import { describe, expect, test } from 'vitest'
import {
  compileForms,
  findForm,
  findForms,
  lettersMatch,
  prepare,
  sameLetters,
  variantsOf,
} from '#shared/cases/needles/find-form.ts'
import type { FormKind } from '#shared/cases/person.ts'

const found = (text: string, form: string, kind: FormKind = 'name') =>
  findForm(prepare(text), { text: form, kind }).map(({ start, end }) => text.slice(start, end))

describe('a name is found', () => {
  test.each([
    ['as it stands', 'I saw Jane Smith today', 'Jane Smith'],
    ['in capitals', 'I saw JANE SMITH today', 'JANE SMITH'],
    ['in small letters', 'i saw jane smith today', 'jane smith'],
    ['over two blanks', 'Jane  Smith', 'Jane  Smith'],
    ['over a non-breaking space', 'Jane\u00A0Smith', 'Jane\u00A0Smith'],
    ['over the end of a line', 'by Jane\r\n  Smith.', 'Jane\r\n  Smith'],
    ['with a soft hyphen', 'Jane Sm\u00ADith', 'Jane Sm\u00ADith'],
    ['with a zero-width space', 'Ja\u200Bne Smith', 'Ja\u200Bne Smith'],
    ['hyphenated at the end of a line', 'Jane Smi-\nth', 'Jane Smi-\nth'],
    ['broken at the end of a line', 'Jane Smi\nth', 'Jane Smi\nth'],
    ['with spaces between letters', 'of J a n e   S m i t h now', 'J a n e   S m i t h'],
    ['with accents', 'Jáne Smîth', 'Jáne Smîth'],
    ['with accents of their own', 'Ja\u0301ne Smith\u0302', 'Ja\u0301ne Smith\u0302'],
    ['with full-width letters', 'Ｊａｎｅ Ｓｍｉｔｈ', 'Ｊａｎｅ Ｓｍｉｔｈ'],
    ['as the owner of something', 'Jane Smith’s dog', 'Jane Smith'],
    ['as several owners', 'the Jane Smiths’ dog', 'Jane Smiths'],
    ['as several people', 'both Jane Smiths', 'Jane Smiths'],
    ['by initial', 'J Smith', 'J Smith'],
    ['by initial and dot', 'J. Smith', 'J. Smith'],
    ['by initial without a space', 'J.Smith', 'J.Smith'],
    ['turned', 'Smith, Jane', 'Smith, Jane'],
    ['turned without a comma', 'Smith Jane', 'Smith Jane'],
    ['turned with an initial', 'Smith J', 'Smith J'],
    ['turned with an initial and a comma', 'SMITH, J.', 'SMITH, J'],
    ['with a middle name', 'Jane Anne Smith', 'Jane Anne Smith'],
    ['with a middle initial', 'Jane Q. Smith', 'Jane Q. Smith'],
    ['with two initials', 'J. Q. Smith', 'J. Q. Smith'],
    ['in an e-mail address', 'jane.smith@example.org', 'jane.smith'],
    ['in an account', 'jsmith@example.org', 'jsmith'],
    ['in the name of a file', 'JaneSmith_report.pdf', 'JaneSmith'],
    ['in a row of a table', 'Jane | Smith', 'Jane | Smith'],
    ['in a line of a CSV file', '"Smith","Jane"', 'Smith","Jane'],
    ['glued to the word before', 'NameJane Smith', 'Jane Smith'],
  ])('%s', (_, text, hit) => {
    expect(found(text, 'Jane Smith')).toEqual([hit])
  })

  test.each([
    ['ﬁona', 'Fiona', 'ﬁona'],
    ['Groß', 'Gross', 'Groß'],
    ['Ægir Øst', 'Aegir Ost', 'Ægir Øst'],
    ["O'Brien", 'O’Brien', "O'Brien"],
    ['O Brien', "O'Brien", 'O Brien'],
    ['Jane Smith Jones', 'Jane Smith-Jones', 'Jane Smith Jones'],
    ['Anne-Marie Wood', 'Anne Marie Wood', 'Anne-Marie Wood'],
    ['A-M Wood', 'Anne-Marie Wood', 'A-M Wood'],
    ['Mr van der Berg', 'Mr Pieter van der Berg', 'Mr van der Berg'],
    ['P. van der Berg', 'Pieter van der Berg', 'P. van der Berg'],
    ['S.W. Jane', 'SW Jane', 'S.W. Jane'],
    ['social worker Jane', 'SW Jane', 'social worker Jane'],
    ['Doctor Patel', 'Dr Patel', 'Doctor Patel'],
    ['Mrs J Smith', 'Mrs Smith', 'Mrs J Smith'],
    ['张伟来了', '张伟', '张伟'],
    ['김민수는', '김민수', '김민수'],
    ['محـــمد', 'محمد', 'محـــمد'],
    ['Smith, Jane (Leeds)', 'Jane Smith', 'Smith, Jane'],
  ])('%s for %s', (text, form, hit) => {
    expect(found(text, form)).toContain(hit)
  })
})

describe('another word is not taken for a name', () => {
  test.each([
    ['planned', 'Ann'],
    ['Anne', 'Ann'],
    ['p l a n n e d', 'Ann'],
    ['Janet Smith', 'Jane Smith'],
    ['Jane Smithson', 'Jane Smith'],
    ['Jane. Smith went', 'Jane Smith'],
    ['Jane, Smith and Peter', 'Jane Smith'],
    ['Jane and Smith', 'Jane Smith'],
    ['Jane Peters\nTom Smith', 'Jane Smith'],
    ['the price', 'Peter Rice'],
    ['black', 'Ben Lack'],
    ['Smith’s dog', 'Sue Smith'],
    ['Smith a book', 'Anna Smith'],
    ['when I saw Smith, I ran', 'Ian Smith'],
    ['every field is kept', 'Ian Field'],
    ['A mark is put', 'Anna Mark'],
    ['three CASES here', 'Sue Case'],
    ['will he come', 'Will'],
    ['in may', 'May'],
    ['to\nby', 'Toby'],
    ['Donald McDonaldson', 'Don'],
  ])('%s for %s', (text, form) => {
    expect(found(text, form)).toEqual([])
  })

  test('an everyday word is a name where it is written large, or in an address', () => {
    expect(found('Will will ask will@x.org', 'Will')).toEqual(['Will', 'will'])
  })
})

describe('numbers and addresses are found', () => {
  const PHONES = [
    '020 7946 0000',
    '02079460000',
    '(020) 7946 0000',
    '+44 20 7946 0000',
    '+44 (0)20 7946 0000',
    '0044 20 79460000',
    '020-7946-0000',
    '020.7946.0000',
    '0 2 0 7 9 4 6 0 0 0 0',
    '020 7946\n0000',
  ]
  test.each(PHONES)('the telephone number as %s, from every way of entering it', (written) => {
    for (const entered of PHONES) expect(found(`ring ${written} now`, entered, 'phone')).toEqual([written])
  })

  const DAYS = [
    '12/03/2014',
    '12.3.14',
    '12-03-2014',
    '12 03 2014',
    '12 March 2014',
    '12th Mar 2014',
    '12th of March, 2014',
    '2014-03-12',
    'March 12, 2014',
    'Mar 12th 2014',
    '12-Mar-14',
    '12032014',
    '20140312',
    '12 March\n2014',
  ]
  test.each(DAYS)('the date of birth as %s', (written) => {
    for (const entered of ['12/03/2014', '12 March 2014', '2014-03-12', 'March 12, 2014', '12.3.14'])
      expect(found(`born ${written}, here`, entered, 'dateOfBirth')).toEqual([written])
  })

  test.each<[string, string, FormKind]>([
    ['943 476 5919', '9434765919', 'nhs'],
    ['943-476-5919', '943 476 5919', 'nhs'],
    ['qq 12 34 56 c', 'QQ123456C', 'nino'],
    ['QQ123456', 'QQ 12 34 56 C', 'nino'],
    ['B 801 2000 05001', 'B801200005001', 'upn'],
    ['ls14ap', 'LS1 4AP', 'postcode'],
    ['LS1\n4AP', 'LS1 4AP', 'postcode'],
    ['CS 2024 0012', 'CS-2024/0012', 'caseNumber'],
    ['JANE@EXAMPLE.ORG', 'jane@example.org', 'email'],
    ['jane @ example . org', 'jane@example.org', 'email'],
    ['jane(at)example.org', 'jane@example.org', 'email'],
    ['jane at example dot org', 'jane@example.org', 'email'],
    ['jane@exam-\nple.org', 'jane@example.org', 'email'],
    ['12 High St, Leeds', '12 High Street\nLeeds', 'address'],
    ['legal   advice', 'legal advice', 'alias'],
  ])('%j for %j', (text, form, kind) => {
    expect(found(`x: ${text} !`, form, kind)).toEqual([text])
  })

  test.each<[string, string, FormKind]>([
    ['1 2034', '12034', 'caseNumber'],
    ['112034', '12034', 'caseNumber'],
    ['49434765919', '9434765919', 'nhs'],
    ['x.jane@example.org', 'jane@example.org', 'email'],
    ['jane@example.org.uk', 'jane@example.org', 'email'],
    ['12/03/2015', '12/03/2014', 'dateOfBirth'],
    ['1 23 2014', '12/3/2014', 'dateOfBirth'],
    ['112/03/2014', '12/03/2014', 'dateOfBirth'],
    ['020 7946 0001', '020 7946 0000', 'phone'],
  ])('%j is not %j', (text, form, kind) => {
    expect(found(text, form, kind)).toEqual([])
  })
})

test('spellings are for people to read, the form itself first', () => {
  expect(variantsOf({ text: 'Jane Anne Smith', kind: 'name' }).slice(0, 4)).toEqual([
    'Jane Anne Smith',
    'Jane Smith',
    'Smith, Jane Anne',
    'Smith, Jane',
  ])
  expect(variantsOf({ text: 'Jane Smith', kind: 'name' })).toEqual(
    expect.arrayContaining(['J Smith', 'J. Smith', 'Smith J', 'Smith, Jane']),
  )
  expect(variantsOf({ text: 'mum', kind: 'alias' })).toEqual(['mum'])
})

test('many forms are told apart in one go, and of finds within each other the longest counts', () => {
  const text = 'Jane Smith and Tom Smith met Mum; Jane left'
  const forms = [
    { text: 'Jane Smith', kind: 'name' },
    { text: 'Tom Smith', kind: 'name' },
    { text: 'Jane', kind: 'name' },
    { text: 'Mum', kind: 'alias' },
  ] as const
  const all = findForms(prepare(text), compileForms(forms))
  expect(all.map(({ form, start, end }) => [form, text.slice(start, end)])).toEqual([
    [2, 'Jane'],
    [0, 'Jane Smith'],
    [1, 'Tom Smith'],
    [3, 'Mum'],
    [2, 'Jane'],
  ])
})

test('in a list of names the family name of the one before is left alone', () => {
  expect(found('Present: Amina Yusuf, Idris Yusuf, Tom Low', 'Idris Yusuf')).toEqual(['Idris Yusuf'])
  expect(found('Yusuf, Idris; Yusuf I', 'Idris Yusuf')).toEqual(['Yusuf, Idris', 'Yusuf I'])
})

test('letters are matched in what has lost its spaces, but short forms are not', () => {
  expect(lettersMatch('xxJANE-SMITHyy', { text: 'Jane Smith', kind: 'name' })).toBe(true)
  expect(lettersMatch('planned', { text: 'Ann', kind: 'name' })).toBe(false)
  expect(sameLetters('O’Brien-Façade', 'obrien facade')).toBe(true)
})

test('a page of 3,000 letters is looked through for 3,000 names in far less than it takes to read', () => {
  const names = Array.from({ length: 3000 }, (_, index) => ({
    text: `Jo${letters(index)} Ba${letters(index * 7)}ton`,
    kind: 'name' as const,
  }))
  const compiled = compileForms(names)
  const page = 'The worker saw Joaa Baaaton at home and wrote down what they would do next week. '.repeat(37)
  const begun = performance.now()
  for (let time = 0; time < 20; time++) findForms(prepare(page), compiled)
  // Five milliseconds are the aim; a busy machine gets ten times as much.
  expect((performance.now() - begun) / 20).toBeLessThan(50)
  expect(findForms(prepare(page), compiled)).toHaveLength(37)
})

const letters = (number: number) =>
  [number % 26, Math.floor(number / 26) % 26, Math.floor(number / 676) % 26]
    .map((one) => String.fromCodePoint(97 + one))
    .join('')
    .slice(0, number < 1 ? 2 : 3)
