import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, TO_BE_DETERMINED } from '#shared/answer.ts'
import type { DeadlineContext } from '#shared/described/deadline.ts'
import { disclosures, type Disclosure } from '#shared/registers/disclosures/disclosure.register.ts'
import type { Letter, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { missingIn, piecesOf, textOfLetter, textOfPieces } from '#shared/registers/letters/letter-words.ts'
import { article15Checks, article15Sheet } from '#shared/registers/requests/article15.ts'
import { REQUEST_LETTERS } from '#shared/registers/requests/letter-kinds.ts'
import { requestLetter } from '#shared/registers/requests/letters.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { builtInTemplate, templateFor, withTemplate } from '#shared/registers/requests/templates/templates.ts'
import { templateProblems } from '#shared/registers/requests/templates/check-template.ts'
import { exampleOrganisation, exampleRequest } from '#shared/registers/requests/templates/example-request.ts'
import { PLACEHOLDERS } from '#shared/registers/requests/templates/placeholders.ts'
import {
  REQUEST_LETTER_VERSIONS,
  type TemplateParagraph,
  type TemplateWords,
} from '#shared/registers/requests/templates/template.schema.ts'
import { sentenceLengths } from '#shared/registers/breaches/letters/readability.ts'
import { DEFAULT_SETTINGS, regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { article15FactsOf, wholeActivity } from '../support/article15.ts'

const TODAY = PlainDate.parse('2026-11-22')
const context: DeadlineContext = { nationOf: () => 'england-and-wales', extraHolidays: [], targetDays: 28 }
const world: LetterWorld = {
  today: TODAY,
  organisation: exampleOrganisation(),
  regulator: regulatorOn(DEFAULT_SETTINGS, TODAY),
}
const request = exampleRequest(TODAY)
const used = article15FactsOf([wholeActivity()])

const EACH = REQUEST_LETTERS.flatMap(({ value: kind }) =>
  REQUEST_LETTER_VERSIONS.map(({ value: version }) => ({ kind, version })),
)
const written = (key: (typeof EACH)[number], words?: TemplateWords, change: Partial<RequestRecord> = {}) =>
  requestLetter(key.kind, { ...request, ...change }, world, context, {
    version: key.version,
    article15: used,
    ...(words && { words }),
  })

describe('the wordings that the program brings', () => {
  test.each(EACH)('$kind, $version: is whole, lawful, and leaves no brace', (key) => {
    expect(templateProblems(key, builtInTemplate(key))).toEqual([])
    const letter = written(key)
    expect(missingIn(letter)).toEqual([])
    expect(textOfLetter(letter)).not.toMatch(/[{}[\]]|undefined|null/)
    expect(letter.large ?? false).toBe(key.version === 'easierRead')
  })

  test.each(REQUEST_LETTERS)('$label: the easier version says it in short sentences', ({ value: kind }) => {
    const own = builtInTemplate({ kind, version: 'easierRead' }).paragraphs.filter(
      ({ text }) => !text.includes('{'),
    )
    for (const { text } of own) expect(sentenceLengths(text).longest, text).toBeLessThanOrEqual(12)
  })
})

describe('a wording of our own', () => {
  const key = { kind: 'refusal', version: 'standard' } as const
  const words = builtInTemplate(key)
  const problemsOf = (paragraphs: readonly TemplateParagraph[]) =>
    templateProblems(key, { ...words, paragraphs: [...paragraphs] }).map(({ message }) => message)

  test('is told of a placeholder that nothing fills, of a stray brace, and of one that has to stand alone', () => {
    const text = (one: string): TemplateParagraph => ({ kind: 'text', text: one })
    expect(problemsOf([...words.paragraphs, text('Dear {nobody}')])).toEqual([
      'There is no placeholder called {nobody}.',
    ])
    expect(problemsOf([...words.paragraphs, text('Half a {brace')])).toHaveLength(1)
    expect(problemsOf([...words.paragraphs, text('Because: {reasons}')])).toEqual([
      expect.stringContaining('stand alone'),
    ])
  })

  test.each([
    ['reasons', 'Art 12(4)'],
    ['complainToUs', 's.164A'],
    ['complainToRegulator', 's.165'],
    ['goToCourt', 's.167'],
  ])('cannot lose {%s}', (name, law) => {
    const without = words.paragraphs.filter(({ text }) => text !== `{${name}}`)
    const [problem] = templateProblems(key, { ...words, paragraphs: without })
    expect(problem).toMatchObject({ severity: 'error', paragraph: null })
    expect(problem!.message).toContain(law)
  })

  test('names the organisation before the regulator', () => {
    const swapped = words.paragraphs.toSorted((one, other) =>
      one.text === '{complainToRegulator}' && other.text === '{complainToUs}' ? -1 : 0,
    )
    expect(problemsOf(swapped)).toEqual([expect.stringContaining('organisation comes first')])
  })

  test('takes the place of the program’s, and saying the same again goes back to it', () => {
    const ours = { ...words, subject: 'Our answer' }
    const kept = withTemplate([], key, ours)
    expect(templateFor(kept, key).subject).toBe('Our answer')
    expect(templateFor(kept, { ...key, version: 'easierRead' })).toBe(
      builtInTemplate({ ...key, version: 'easierRead' }),
    )
    expect(withTemplate(kept, key, words)).toEqual([])
  })

  test('that is not refused always says what the law asks for, whatever else it says', () => {
    let lawful = 0
    const paragraph = fc.record({
      kind: fc.constantFrom('text', 'point', 'heading'),
      text: fc.oneof(
        fc.constantFrom(...Object.keys(PLACEHOLDERS).map((name) => `{${name}}`)),
        fc.string({ maxLength: 30 }),
      ),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...EACH),
        fc.array(paragraph, { maxLength: 5 }),
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.nat(20), { maxLength: 3 }),
        (one, added, at, taken) => {
          const base = builtInTemplate(one).paragraphs.filter((_, index) => !taken.includes(index))
          const mine = {
            subject: 'S',
            paragraphs: [...base.slice(0, at), ...added, ...base.slice(at)] as never,
          }
          if (templateProblems(one, mine).some(({ severity }) => severity === 'error')) return
          lawful += 1
          const text = textOfLetter(written(one, mine))
          if (['partial', 'refusal'].includes(one.kind)) {
            expect(text).toContain(request.reasons)
            expect(text).toMatch(/court/)
          }
          if (['partial', 'refusal', 'final', 'noData'].includes(one.kind)) {
            expect(text.toLowerCase()).toContain('complain to us')
            expect(text).toContain(world.regulator.name)
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(lawful).toBeGreaterThan(20)
  })
})

const factOf = (letter: Letter, text: string) =>
  piecesOf(letter).find(
    (piece): piece is Exclude<LetterPiece, string> => typeof piece !== 'string' && piece.text === text,
  )

describe('how the data is used', () => {
  const sheetOf = (facts = used, version: 'standard' | 'easierRead' = 'standard') =>
    article15Sheet(facts, request, world, version)

  test.each(REQUEST_LETTER_VERSIONS)(
    '$label: every item, each with record, field and revision',
    ({ value }) => {
      const sheet = sheetOf(used, value)
      const text = textOfLetter(sheet)
      for (const words of [
        'To record the care that was given',
        'Case notes',
        'Health records',
        'The council',
        '6 years after end of service, then erased',
        'School',
        'dpo@example.org',
        world.regulator.name,
        'court',
      ])
        expect(text).toContain(words)
      expect(missingIn(sheet)).toEqual([])
      expect(factOf(sheet, 'To record the care that was given')?.source).toEqual({
        register: 'activities',
        id: 'activity-1',
        field: 'purposes',
        revision: 41,
      })
      expect(text.search(/complain to us/i)).toBeLessThan(text.indexOf(world.regulator.name))
    },
  )

  test('what the register does not know is a gap with the field to fill, and nothing is made up', () => {
    const bare = wholeActivity({
      purposes: [],
      data: [],
      disclosures: [],
      destinations: TO_BE_DETERMINED,
      automatedDecisions: TO_BE_DETERMINED,
    })
    const sheet = sheetOf(article15FactsOf([bare]))
    expect(missingIn(sheet).map(({ source }) => source?.field)).toEqual([
      'purposes',
      'data',
      'disclosures',
      'data',
      'data',
      'automatedDecisions',
      'destinations',
    ])
    expect(textOfLetter(sheet)).not.toMatch(/not sent outside|No decision/)
  })

  test('names who had the data in fact before who has such data as a rule, and says which', () => {
    const given: Disclosure = {
      ...disclosures.blank('disclosure-1', 'Police enquiry'),
      reference: 'DI-0001',
      decision: 'disclosed',
      askedBy: 'The county police',
      disclosedAt: Instant.parse('2026-11-04T10:00:00.000Z'),
      what: 'Two pages of notes',
      told: 'after',
    }
    const text = textOfLetter(sheetOf(article15FactsOf([wholeActivity()], { disclosures: [given] })))
    expect(text).toContain('The county police, on Wed 4 November 2026: Two pages of notes')
    expect(text.indexOf('The county police')).toBeLessThan(text.indexOf('In the ordinary course'))

    const hidden = article15FactsOf([wholeActivity()], { disclosures: [{ ...given, told: 'later' }] })
    expect(textOfLetter(sheetOf(hidden))).not.toContain('police')
    expect(article15Checks(hidden).join()).toContain('DI-0001 is left out')
  })

  test('names a transfer with what protects the data there, and a decision by automated means', () => {
    const abroad = wholeActivity({
      destinations: known([
        {
          id: 't',
          place: 'India',
          recipientId: null,
          mechanism: known('IDTA'),
          safeguards: known('Agreement of 2025'),
          note: '',
        },
      ]),
      automatedDecisions: known({
        kind: 'solely automated',
        profiling: false,
        explanation: 'A score sorts enquiries.',
        reviewOn: null,
      }),
    })
    const text = textOfLetter(sheetOf(article15FactsOf([abroad])))
    expect(text).toContain('India: International Data Transfer Agreement, Agreement of 2025')
    expect(text).toContain('A score sorts enquiries.')
    expect(text).toMatch(/have a person look at it/)
    expect(text).not.toContain('No decision')
  })

  test('what several activities say alike is said once', () => {
    const second = wholeActivity({ id: 'activity-2' as never, reference: 'NF-02' })
    const text = textOfLetter(sheetOf(article15FactsOf([wholeActivity(), second])))
    expect(text.split('To record the care that was given')).toHaveLength(2)
    expect(text.split('Case notes: ')).toHaveLength(1)
    expect(text).toContain('Case notes, Health records: 6 years')
  })
})

describe('exemptions in a letter', () => {
  const key = { kind: 'partial', version: 'standard' } as const
  test('are told in plain words, and not at all where naming them would defeat them', () => {
    expect(textOfLetter(written(key))).toContain('Some of it is about other people')
    const unsaid = written(key, undefined, { exemptionsUnsaid: ['TP-16'], grounds: [] })
    expect(textOfLetter(unsaid)).not.toMatch(/other people, who have a right|Sch 2/)
    expect(unsaid.checks.join()).toContain('does not name TP-16')
  })

  test('a letter in part without a search record says what the request says was searched', () => {
    expect(textOfLetter(written(key))).toContain('The case system and the paper files.')
    const statement = [{ kind: 'text' as const, pieces: ['All four places were searched.'] }]
    const letter = requestLetter('noData', request, world, context, { searchStatement: statement })
    expect(letter.paragraphs.map(({ pieces }) => textOfPieces(pieces))).toContain(
      'All four places were searched.',
    )
  })
})
