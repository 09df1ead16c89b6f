import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSample } from '#engine/sample/build-sample.ts'
import { firstProposal, type IntakeField } from '#shared/registers/requests/intake/message-reading.ts'
import { readMessage } from '#shared/registers/requests/intake/read-message.ts'
import { INTAKE_CASES } from './intake-messages.ts'

const { organisations, terms } = buildSample()
const EMAILS: Readonly<Record<string, string>> = {
  "Worcestershire County Council Children's Services": 'childrens.records@worcestershire.gov.uk',
  'Home-Start Ashford & District': 'info@home-start-ashford.example',
}
const world = {
  terms,
  organisations: organisations.map((one) => ({ ...one, email: EMAILS[one.legalName] ?? one.email })),
}
const read = (message: string) => readMessage(message, world)
const nameOf = (id: unknown) => organisations.find((one) => one.id === id)?.legalName
const keysOf = (message: string) => read(message).missing.map(({ key }) => key)

describe('a message becomes proposals', () => {
  test.each(INTAKE_CASES.map((one) => [one.about, one] as const))(
    '%s',
    (_, { message, first, also, title }) => {
      const reading = read(message)
      const proposed = Object.keys(first).map((field) => [
        field,
        firstProposal(reading.proposals, field as IntakeField)?.value ?? null,
      ])
      expect(Object.fromEntries(proposed)).toEqual(first)
      if (also)
        expect(
          reading.proposals.filter(({ field }) => field === 'alsoAsks').map(({ value }) => value),
        ).toEqual(also)
      expect(reading.title).toBe(title)
    },
  )

  test.each(INTAKE_CASES.map(({ about, message }) => [about, message]))(
    'every quote stands in the text, and the title names nobody: %s',
    (_, message) => {
      const { text, proposals, title } = read(message)
      for (const { quote } of proposals) {
        expect(quote).not.toBe('')
        expect(text).toContain(quote)
      }
      for (const field of ['requesterName', 'personName'] as const)
        for (const { value } of proposals.filter((one) => one.field === field))
          for (const word of String(value)
            .split(' ')
            .filter((part) => part.length > 3))
            expect(title).not.toContain(word)
    },
  )

  test('knows which organisation an address belongs to, also another address of its domain', () => {
    const organisation = (to: string) =>
      nameOf(
        firstProposal(
          read(`From: a@b.example\nTo: ${to}\nDate: 2 Nov 2026\n\nmy file`).proposals,
          'organisationId',
        )?.value,
      )
    expect(organisation('info@home-start-ashford.example')).toBe('Home-Start Ashford & District')
    expect(organisation('anybody@worcestershire.gov.uk')).toBe(
      "Worcestershire County Council Children's Services",
    )
    expect(organisation('somebody@gmail.com')).toBeUndefined()
  })

  test('offers every company of a group that shares an address, the one that is named first', () => {
    const offered = (text: string) =>
      read(
        `From: a@b.example\nTo: duty@polariscommunity.co.uk\nDate: 2 Nov 2026\n\n${text}`,
      ).proposals.filter(({ field }) => field === 'organisationId')
    expect(nameOf(offered('my file')[0]!.value)).toBe('Polaris Community')
    expect(offered('my file').length).toBeGreaterThan(1)
    expect(offered('my file').every(({ isSure }) => !isSure)).toBe(true)
    expect(nameOf(offered('Dear Active Care Solution, my file')[0]!.value)).toBe('Active Care Solution')
  })

  test('says when a forwarded mail counts from the day it first came', () => {
    const { message } = INTAKE_CASES.find(({ about }) => about.startsWith('a mail forwarded inside'))!
    const days = read(message).proposals.filter(({ field }) => field === 'receivedOn')
    expect(days.map(({ value }) => value)).toEqual(['2026-11-03', '2026-11-10'])
    expect(days[0]!.why).toContain('Tue 10 November 2026')
    expect(days[0]!.why).toContain('first reached anyone in the organisation')
  })

  test('calls a freedom of information request what it is', () => {
    const { notes } = read('FOI request: all my records please')
    expect(notes[0]!.text).toContain('it is an access request, whatever it is called')
  })
})

describe('what is missing', () => {
  test('never stops a request, and says what asking does to the time', () => {
    expect(keysOf('Hello')).toEqual(
      expect.arrayContaining(['right', 'receivedOn', 'organisationId', 'requesterName', 'sendTo']),
    )
    const scope = read('I want a copy of all my records').missing.find(({ key }) => key === 'scope')
    expect(scope).toMatchObject({ letter: 'clarification', citation: 'UK GDPR Art 12A(5), 12A(6)' })
    expect(scope!.effect).toContain('the time does not count')
  })

  test('only an access request can be paused by a question about what is meant', () => {
    expect(keysOf('Please erase all my records')).not.toContain('scope')
  })

  test('authority and the child’s own view are asked about when a parent writes', () => {
    const { message } = INTAKE_CASES[0]!
    expect(keysOf(message)).toEqual(expect.arrayContaining(['authority', 'childUnderstands']))
    expect(keysOf(message)).not.toContain('personBorn')
  })
})

describe('anything at all can be pasted', () => {
  test('any text gives proposals whose quotes stand in it, and never an error', () => {
    const words = fc.constantFrom(
      'From: ',
      'Sent: ',
      'On ',
      ' wrote:',
      'my son ',
      'SAR',
      '\n',
      '<p>',
      '&#x41;',
      '(',
      '2 Nov 2026',
      '@',
      '\u202E',
      '\uD800',
      'dob ',
      '99/99/9999',
    )
    const messy = fc
      .array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 40 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(messy, (message) => {
        const { text, proposals } = read(message)
        for (const { quote } of proposals) expect(text.includes(quote)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['one long word', 'a'.repeat(2_000_000)],
    ['heads without end', 'From: x\n'.repeat(250_000)],
    ['tags without end', '<style>'.repeat(300_000)],
    ['spaces', ' '.repeat(2_000_000)],
    ['a phrase over and over', 'please send me my file '.repeat(90_000)],
    ['names over and over', 'Aa'.repeat(1_000_000)],
    ['figures', '1/1/1 '.repeat(350_000)],
    ['line ends', '\r\n'.repeat(1_000_000)],
  ])('two megabytes of %s are read within a second, and what was left out is said', (_, message) => {
    const began = performance.now()
    const { cut } = read(message)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(cut).toBe(true)
  })

  test('marks that turn the writing round hide nothing', () => {
    const { text, proposals } = read('Please send me \u202Emy\u202C care\u200B file')
    expect(text).toBe('Please send me my care file')
    expect(firstProposal(proposals, 'right')?.value).toBe('R-ACCESS')
  })
})
