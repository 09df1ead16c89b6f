import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, TO_BE_DETERMINED } from '#shared/answer.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import { ADVICE, adviceFor } from '#shared/registers/breaches/letters/advice.ts'
import { controllerNotice } from '#shared/registers/breaches/letters/controller-notice.ts'
import { personLetter } from '#shared/registers/breaches/letters/person-letter.ts'
import { publicNotice } from '#shared/registers/breaches/letters/public-notice.ts'
import { sentenceLengths, sentencesOf } from '#shared/registers/breaches/letters/readability.ts'
import {
  LETTER_VERSIONS,
  type LetterVersion,
  versionFor,
} from '#shared/registers/breaches/letters/versions.ts'
import { isToTell, whyNoLetter } from '#shared/registers/breaches/letters/who-gets-one.ts'
import { wordingNotes } from '#shared/registers/breaches/letters/wording-notes.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { Letter } from '#shared/registers/letters/letter.schema.ts'
import { missingIn, textOfLetter, textOfPieces } from '#shared/registers/letters/letter-words.ts'
import { newOrganisation, OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { type Recipient, recipients } from '#shared/registers/recipients/recipient.register.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { WORDS } from '../support/breach-letters.ts'

const ID = '0190b000-0000-7000-8000-000000000001'
const organisation = {
  ...newOrganisation(OrganisationId.parse(ID), 'Northgate Fostering', 'own'),
  address: '1 High Street, Leeds',
  email: 'office@northgate.example',
  dataProtectionOfficer: known({
    role: 'Data Protection Officer',
    name: 'Ada Officer',
    email: 'dpo@northgate.example',
    telephone: '0113 000 0000',
    address: '',
  }),
}
const world: LetterWorld = {
  today: PlainDate.parse('2026-11-22'),
  organisation,
  regulator: { ...DEFAULT_SETTINGS.regulators[0]!, name: 'Information Commission', shortName: 'IC' },
}
const breach = { ...breaches.blank(ID, 'Report lost'), reference: 'BR-0001', ...WORDS } as unknown as Breach
const blank = breaches.blank(ID, 'Report lost') as unknown as Breach
const person: Recipient = {
  ...recipients.blank(ID, 'Sam Reader'),
  reference: 'PT-0001',
  address: '2 Low Road\nLeeds',
  affected: 'Your home address.',
}
const someone = (change: Partial<Recipient>): Recipient => ({ ...person, ...change })
const letterIn = (version: LetterVersion, change: Partial<Recipient> = {}) =>
  personLetter(version, { breach, person: someone(change), world })
const textIn = (version: LetterVersion, change: Partial<Recipient> = {}) =>
  textOfLetter(letterIn(version, change))

/** What Article 34(2) asks for, by the heading it stands under and words that must be there. */
const ITEMS = {
  standard: {
    'the nature of the breach': ['What happened', WORDS.letterWhat],
    'who answers questions': ['Who to ask', 'Ada Officer', '0113 000 0000, dpo@northgate.example'],
    'the likely consequences': ['What this may mean for you', WORDS.letterConsequences],
    'what was done': ['What we have done', WORDS.letterMeasures],
    'what the person can do': ['What you can do', WORDS.letterAdvice, 'call 999'],
    'how to complain': ['Complain to us first', 'within 30 days', 'Information Commission (IC)'],
    'their own part': ['Your home address.'],
  },
  easier: {
    'the nature of the breach': ['What happened', 'We sent a letter to the wrong house.'],
    'who answers questions': ['Who you can ask', 'Ada Officer', '0113 000 0000, dpo@northgate.example'],
    'the likely consequences': ['What it may mean for you', WORDS.letterConsequencesSimple],
    'what was done': ['What we did', 'We got the letter back.'],
    'what the person can do': ['What you can do', WORDS.letterAdviceSimple, 'Call 999'],
    'how to complain': ['You can complain to us', 'within 30 days', 'the Information Commission.'],
    'their own part': ['Your home address.'],
  },
  child: {
    'the nature of the breach': ['What happened', 'We sent a letter to the wrong house.'],
    'who answers questions': ['Who you can talk to', 'Ada Officer', '0113 000 0000, dpo@northgate.example'],
    'the likely consequences': ['What it means for you', WORDS.letterConsequencesSimple],
    'what was done': ['What we did', 'We got the letter back.'],
    'what the person can do': ['What you can do', WORDS.letterAdviceSimple, 'call 999'],
    'how to complain': ['not happy', 'tell the Information Commission.', '0303 123 1113'],
    'their own part': ['Your home address.'],
  },
} as const satisfies Record<LetterVersion, Record<string, readonly string[]>>
const TABLE = LETTER_VERSIONS.flatMap(({ value }) =>
  Object.entries(ITEMS[value]).map(([item, words]) => ({ version: value, item, words })),
)

describe('letters to the people a breach affects', () => {
  test.each(TABLE)('$version: says $item', ({ version, words }) => {
    const text = textIn(version)
    for (const word of words) expect(text).toContain(word)
  })

  test.each(LETTER_VERSIONS)(
    '$label: whole when everything is recorded, and goes to one person',
    ({ value }) => {
      const letter = Letter.parse(letterIn(value))
      expect(missingIn(letter)).toEqual([])
      const text = textOfLetter(letter)
      expect(text).toContain('Dear Sam Reader,')
      expect(text).toContain('Our reference: BR-0001 / PT-0001')
      expect(text).toContain('Sun 22 November 2026')
      expect(text).not.toMatch(/undefined|null|\[|GDPR|Art \d|data subject|ICO/u)
      expect(letter.basis).toContain('UK GDPR Art 34(2)')
    },
  )

  test.each(LETTER_VERSIONS)(
    '$label: what nobody has written stands in brackets, each named once',
    ({ value }) => {
      const letter = personLetter(value, {
        breach: blank,
        person: null,
        world: { ...world, organisation: null },
      })
      const missing = missingIn(letter).map(({ label }) => label)
      expect(missing).toEqual(
        expect.arrayContaining([
          'What happened, in plain words',
          'What it may mean for the person',
          'What was done',
          'What the person can do',
          'Contact for data protection',
        ]),
      )
      expect(new Set(missing).size).toBe(missing.length)
      expect(textOfLetter(letter)).toContain('[What happened, in plain words]')
    },
  )

  test.each(LETTER_VERSIONS)('$label: no letter holds anything of another person', ({ value }) => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,9}x [A-Z][a-z]{3,9}q$/u)
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 8 }), (names) => {
        const people = names.map((one, index) =>
          someone({ name: one, affected: `The file of ${one}.`, address: `${index} Road of ${one}` }),
        )
        for (const own of people) {
          const text = textOfLetter(personLetter(value, { breach, person: own, world }))
          expect(text).toContain(own.name)
          for (const other of people) if (other !== own) expect(text).not.toContain(other.name)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the easier letter and the one for a child are in large type, a sentence to a line', () => {
    expect(letterIn('standard').large).toBe(false)
    for (const version of ['easier', 'child'] as const) {
      expect(letterIn(version).large).toBe(true)
      const lines = letterIn(version).paragraphs.map(({ pieces }) => textOfPieces(pieces))
      expect(lines).toContain('We sent a letter to the wrong house.')
      expect(lines).toContain('Somebody we do not know opened it.')
    }
  })

  test('without easier words the others are used sentence by sentence', () => {
    const bare = { ...breach, letterWhatSimple: '' }
    const { paragraphs } = personLetter('easier', { breach: bare, person, world })
    const lines = paragraphs.map(({ pieces }) => textOfPieces(pieces))
    for (const sentence of sentencesOf(WORDS.letterWhat)) expect(lines).toContain(sentence)
  })

  test('a sentence does not end with a title or another word cut short', () => {
    expect(
      sentencesOf(
        'We told Dr. Smith at St. Mary. She rang at 16.40 on 3.5.2026.\nThen we met, e.g. at work!',
      ),
    ).toEqual([
      'We told Dr. Smith at St. Mary.',
      'She rang at 16.40 on 3.5.2026.',
      'Then we met, e.g. at work!',
    ])
    const lines = letterIn('child', { affected: 'Your name. Your school.' }).paragraphs.map(({ pieces }) =>
      textOfPieces(pieces),
    )
    expect(lines).toEqual(expect.arrayContaining(['Your name.', 'Your school.']))
  })

  test('a letter to somebody who acts for the person says whom it is about; a child is greeted by name', () => {
    const forAnother = { addressee: 'Pat Guardian' }
    expect(textIn('standard', forAnother)).toContain('Dear Pat Guardian,')
    expect(textIn('standard', forAnother)).toContain('This letter is about Sam Reader.')
    expect(textIn('child', forAnother)).toContain('Pat Guardian\nto read with Sam Reader')
    expect(textIn('child', forAnother)).toContain('Dear Sam Reader,')
    expect(textIn('child')).toContain('It is not your fault.')
    expect(textIn('child')).toContain('an adult you trust')
  })

  test('the opening may be written anew, and an empty part about the person is left out', () => {
    const opened = { ...breach, letterOpening: 'We wrote to you last week.' }
    expect(textOfLetter(personLetter('standard', { breach: opened, person, world }))).toContain(
      'We wrote to you last week.',
    )
    expect(textIn('standard', { affected: '' })).not.toContain('What information about you was affected')
    const example = personLetter('standard', { breach, person: null, world })
    expect(textOfLetter(example)).toContain('[What of theirs was affected]')
  })

  test('an organisation without an officer gives its own contact', () => {
    const without = { ...organisation, dataProtectionOfficer: TO_BE_DETERMINED }
    const text = textOfLetter(
      personLetter('standard', { breach, person, world: { ...world, organisation: without } }),
    )
    expect(text).toContain('You can reach us here: office@northgate.example.')
  })
})

describe('who gets a letter', () => {
  test.each([
    [{ safeToWrite: 'no' }, /another way/u],
    [{ safeToWrite: 'check' }, /checked first/u],
    [{ address: ' ' }, /no address/u],
    [{ safeToWrite: null }, null],
    [{ safeToWrite: 'yes' }, null],
  ] as const)('%j', (change, because) => {
    const why = whyNoLetter(someone(change))
    if (because) expect(why).toMatch(because)
    else expect(why).toBeNull()
  })

  test('those not told yet or not reached are to be told; a child gets the letter for a child', () => {
    expect(
      ([null, 'toTell', 'notReached', 'told', 'notTold'] as const).map((state) => isToTell({ state })),
    ).toEqual([true, true, true, false, false])
    expect(versionFor({ version: null, kind: 'child' })).toBe('child')
    expect(versionFor({ version: null, kind: 'carer' })).toBe('standard')
    expect(versionFor({ version: 'easier', kind: 'child' })).toBe('easier')
  })
})

describe('advice by kind of data', () => {
  test.each(ADVICE)(
    '$label: has words for every letter, short ones for the easier',
    ({ plain, easier, child }) => {
      expect(Math.min(plain.length, easier.length, child.length)).toBeGreaterThan(0)
      for (const text of [...easier, ...child]) expect(sentenceLengths(text).longest).toBeLessThanOrEqual(18)
      for (const text of plain) expect(sentenceLengths(text).longest).toBeLessThanOrEqual(32)
    },
  )

  test('is given for the kinds chosen, each sentence once', () => {
    const all = adviceFor(
      ADVICE.map(({ value }) => value),
      'child',
    )
    expect(new Set(all).size).toBe(all.length)
    expect(adviceFor([], 'plain')).toEqual([])
    expect(adviceFor(['money'], 'plain').join(' ')).not.toContain('999')
  })
})

describe('what to look at in the words', () => {
  const notesOf = (change: Partial<Breach>, people: readonly Recipient[] = []) =>
    wordingNotes({ ...breach, ...change }, people).map(({ text }) => text)

  test('nothing in plain words', () => expect(notesOf({})).toEqual([]))

  test('long sentences, words of the office, and names of people', () => {
    const long = `${'word '.repeat(40)}end.`
    expect(notesOf({ letterWhat: long })).toEqual([expect.stringContaining('41 words')])
    expect(notesOf({ letterWhatSimple: `${'one '.repeat(16)}end.` })).toEqual([
      expect.stringContaining('on average'),
    ])
    expect(notesOf({ letterMeasures: 'The containment was quick.' })).toEqual([
      expect.stringContaining('stopping it'),
    ])
    expect(notesOf({ letterWhat: 'A letter for sam reader was lost.' }, [person])).toEqual([
      expect.stringContaining('Names Sam Reader'),
    ])
  })

  test('a letter that names somebody else who is told', () => {
    const other = someone({
      id: 'b',
      reference: 'PT-0002',
      name: 'Jo Child',
      affected: 'A note about Sam Reader.',
    })
    expect(wordingNotes(breach, [person, other])).toEqual([
      expect.objectContaining({
        field: 'person',
        reference: 'PT-0002',
        text: expect.stringContaining('Sam Reader'),
      }),
    ])
    const own = someone({ affected: 'The file of Sam Reader.' })
    expect(wordingNotes(breach, [own, { ...other, affected: '' }])).toEqual([])
  })
})

describe('notices', () => {
  const nameOfTerm = (id: string) => ({ p: 'Foster carers', d: 'Bank details' })[id]
  const full = {
    ...breach,
    peopleIds: ['p'],
    dataIds: ['d'],
    account: 'A report was sent to the wrong address.',
    effects: 'Distress.',
    containment: 'It was recalled.',
    remedialAction: 'Addresses are checked.',
    happenedFrom: Instant.parse('2026-11-20T15:00:00.000Z'),
    noticedAt: Instant.parse('2026-11-20T16:40:00.000Z'),
    awareAt: Instant.parse('2026-11-20T17:00:00.000Z'),
    people: { state: 'estimate', from: 40, to: null },
    ourRole: 'processor',
  } as unknown as Breach

  test('the public notice says what a letter says, to nobody by name', () => {
    const letter = publicNotice({ breach: full, world, nameOfTerm })
    expect(missingIn(Letter.parse(letter))).toEqual([])
    const text = textOfLetter(letter)
    for (const words of [
      WORDS.letterWhat,
      WORDS.letterConsequences,
      WORDS.letterMeasures,
      WORDS.letterAdvice,
    ])
      expect(text).toContain(words)
    expect(text).toContain('Ada Officer')
    expect(text).toContain('Foster carers')
    expect(text).not.toMatch(/Dear|\n,/u)
    expect(letter.checks.join(' ')).toContain('not recorded that a public notice was decided')
  })

  test('the notice to a controller holds what it needs for its own report', () => {
    const controller = {
      ...newOrganisation(OrganisationId.parse(ID), 'Leeds Council', 'customer'),
      address: 'Town Hall',
    }
    const letter = controllerNotice({ breach: full, world, nameOfTerm }, controller)
    expect(missingIn(Letter.parse(letter))).toEqual([])
    const text = textOfLetter(letter)
    for (const words of [
      'Leeds Council',
      'We became aware of it: Fri 20 November 2026, 17:00 GMT',
      'Number of people: about 40',
      'Number of records: not known yet',
      'Bank details',
      'It was recalled.',
      'Distress.',
    ])
      expect(text).toContain(words)
    expect(letter.checks).toEqual([])
  })
})
