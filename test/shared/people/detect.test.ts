import { describe, expect, test } from 'vitest'
import { detectPeople } from '#shared/cases/people/detect.ts'
import { isNhsNumber, isNino, isUkPhone, isUpn } from '#shared/cases/people/identifiers.ts'

const namesIn = (text: string) =>
  detectPeople(text).flatMap(({ kind, text: name, because }) =>
    kind === 'name' ? [`${name} (${because})`] : [],
  )
const kindsIn = (text: string) => detectPeople(text).map(({ kind, text: form }) => `${kind}: ${form}`)

describe('names are found', () => {
  test('in the head of a mail, with their addresses', () => {
    const head = [
      'From: Jane Smith <Jane.Smith@leeds.example>',
      'To: "Patel, Ravi" <r.patel@nhs.example>; Tom Brown',
      'Cc: Jones, Amy <amy@x.example>,',
      '  Sam Hill <sam@x.example>',
      'Subject: Amy Lowe',
    ].join('\n')
    const found = detectPeople(head)
    expect(found.filter(({ kind }) => kind === 'name').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Jane Smith', 'Ravi Patel', 'Tom Brown', 'Amy Jones', 'Sam Hill']),
    )
    expect(found.filter(({ kind }) => kind === 'email').map(({ text, near }) => [text, near])).toEqual([
      ['jane.smith@leeds.example', 'Jane Smith'],
      ['r.patel@nhs.example', 'Ravi Patel'],
      ['amy@x.example', 'Amy Jones'],
      ['sam@x.example', 'Sam Hill'],
    ])
  })

  test.each([
    ['Dear Jane,\nthank you', ['Jane (salutation)']],
    ['Hi Ravi and Mrs O’Connor,', ['Ravi (salutation)', 'Mrs O’Connor (salutation)']],
    ['Dear Sir or Madam,', []],
    ['Kind regards,\n\nNora Field\nHealth visitor', ['Nora Field (signature)']],
    ['Yours sincerely\nJ. Okafor', ['J. Okafor (signature)']],
    ['seen by SW Jane at home', ['SW Jane (title)']],
    ['Cllr May Green spoke', ['Cllr May Green (title)']],
    [
      'Present:\nAlba Ng (IRO)\nDr B. Cole – GP\n\nOther Words',
      ['Alba Ng (list “Present”)', 'Dr B. Cole (list “Present”)'],
    ],
    ['Apologies: Xan Low, Yul Roe', ['Xan Low (list “Apologies”)', 'Yul Roe (list “Apologies”)']],
    ['his brother Kofi said', ['Kofi (relation word)']],
    ['Referred by: Ngozi Ade', ['Ngozi Ade (a field of a form)']],
    ['then Peter Okoro rang', ['Peter Okoro (a given name)']],
    ['The Children Act was applied by Leeds City Council', []],
    ['On Monday the Review Meeting', []],
    ['Education: Contact: Meadow Bank School', []],
    ['Teacher: Peter Bank Primary School', []],
    ['Foster carers said', []],
  ])('%j', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  test('with a guess of who they are', () => {
    const text =
      'Present:\nAnn Lee (Social Worker)\nBen Low (volunteer)\n\nMum (Cat Moe) rang. Referred by: Dot Noe'
    expect(detectPeople(text).map(({ text: name, role, capacity }) => [name, role, capacity])).toEqual([
      ['Ann Lee', 'socialWorker', 'official'],
      ['Ben Low', 'volunteer', null],
      ['Mum', 'relative', 'private'],
      ['Cat Moe', 'relative', 'private'],
    ])
    expect(detectPeople('Referred by: Dot Noe')[0]?.role).toBe('referrer')
  })

  test('and every find says where it stands in the text', () => {
    const text = 'Dear Jane,\nMum and Dr Ahmed Khan (GP) rang 07700 900123.\nRegards,\nTom Brown'
    for (const { start, end, text: form, kind } of detectPeople(text)) {
      if (kind !== 'alias') expect(text.slice(start, end)).toBe(form)
    }
  })
})

describe('numbers are found', () => {
  test.each([
    ['NHS 943 476 5919', ['nhs: 943 476 5919']],
    ['943 476 5918', []],
    ['NHS number\n9434765919', ['nhs: 9434765919']],
    ['at 9434765919', []],
    ['NI ab 12 34 56 c', ['nino: AB 12 34 56 C']],
    ['BG 12 34 56 C', []],
    ['UPN B801200005001', ['upn: B801200005001']],
    ['UPN A801200005001', []],
    ['lives at LS1 4AP.', ['postcode: LS1 4AP']],
    ['ring 07700 900123 or +44 (0)20 7946 0000', ['phone: 07700 900123', 'phone: +44 (0)20 7946 0000']],
    ['DOB: 12/03/2014', ['dateOfBirth: 12/03/2014']],
    ['born on 12th March 2014', ['dateOfBirth: 12th March 2014']],
    ['12 March 2014 (DOB)', ['dateOfBirth: 12 March 2014']],
    ['seen on 12/03/2014', []],
    ['Case no: CS-2024/0012', ['caseNumber: CS-2024/0012']],
    ['in the case that we had', []],
    ['Mail JANE@X.org.', ['email: jane@x.org']],
  ])('%j', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds)
  })

  test('a number on the line of a name, in the same sentence, is near it', () => {
    const near = (text: string) => detectPeople(text).find(({ kind }) => kind === 'phone')?.near
    expect(near('Tom Brown, 07700 900123')).toBe('Tom Brown')
    expect(near('Tom Brown left. Ring 07700 900123')).toBe('')
  })
})

describe('check digits', () => {
  test.each(['9434765919', '943 476 5919', '4010232137'])('NHS number %s', (text) => {
    expect(isNhsNumber(text)).toBe(true)
  })
  test('one digit changed is no NHS number', () => {
    for (let at = 0; at < 10; at++) {
      const digits = Array.from('9434765919').map((digit, index) =>
        index === at ? (Number(digit) + 1) % 10 : digit,
      )
      expect(isNhsNumber(digits.join(''))).toBe(false)
    }
  })
  test('one digit changed is no Unique Pupil Number, and a temporary one counts its letter', () => {
    expect(isUpn('B801200005001')).toBe(true)
    for (let at = 1; at < 13; at++) {
      const code = Array.from('B801200005001').map((one, index) =>
        index === at ? (Number(one) + 1) % 10 : one,
      )
      expect(isUpn(code.join(''))).toBe(false)
    }
    const letters = Array.from('ABCDEFGHJKLMNPQRTUVWXYZ')
    expect(letters.filter((letter) => isUpn(`${letter}80120000500A`))).toHaveLength(1)
  })
  test('prefixes of National Insurance numbers', () => {
    expect(
      ['AB123456A', 'JZ123456D', 'AO123456A', 'DA123456A', 'GB123456A', 'AB123456E', 'QQ123456C'].map(isNino),
    ).toEqual([true, true, false, false, false, false, false])
  })
  test('telephone numbers', () => {
    expect(
      ['02079460000', '+44 (0)20 7946 0000', '0800 111 222', '0123', '05555 555555'].map(isUkPhone),
    ).toEqual([true, true, true, false, false])
  })
})
