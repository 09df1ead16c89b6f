import { describe, expect, test } from 'vitest'
import { known } from '#shared/answer.ts'
import type { DeadlineContext } from '#shared/described/deadline.ts'
import { complaintLetter } from '#shared/registers/complaints/letters.ts'
import type { ComplaintRecord } from '#shared/registers/complaints/complaint.fields.ts'
import { complaints } from '#shared/registers/complaints/complaint.register.ts'
import { COMPLAINT_LETTERS } from '#shared/registers/complaints/letter-kinds.ts'
import { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { missingIn, textOfLetter } from '#shared/registers/letters/letter-words.ts'
import { newOrganisation, OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { REQUEST_LETTERS, type RequestLetterKind } from '#shared/registers/requests/letter-kinds.ts'
import { requestLetter } from '#shared/registers/requests/letters.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { requests } from '#shared/registers/requests/request.register.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { article15FactsOf, wholeActivity } from '../support/article15.ts'

const day = (text: string) => PlainDate.parse(text)
const ID = '0190b000-0000-7000-8000-000000000001'
const context: DeadlineContext = { nationOf: () => 'england-and-wales', extraHolidays: [], targetDays: 28 }
const world: LetterWorld = {
  today: day('2026-11-22'),
  organisation: {
    ...newOrganisation(OrganisationId.parse(ID), 'Northgate Fostering', 'own'),
    address: '1 High Street, Leeds',
    dataProtectionOfficer: known({
      role: 'Data Protection Officer',
      name: 'A. Officer',
      email: 'dpo@northgate.example',
      telephone: '',
      address: '',
    }),
  },
  regulator: {
    ...DEFAULT_SETTINGS.regulators[0]!,
    name: 'Information Commission',
    shortName: 'IC',
    telephone: '0303 000 0000',
  },
}

const full: RequestRecord = {
  ...(requests.blank(ID, 'Access request') as RequestRecord),
  reference: 'RR-0007',
  right: 'R-ACCESS',
  receivedOn: day('2026-11-02'),
  requesterName: 'Sam Reader',
  sendTo: '2 Low Road, Leeds',
  wording: 'Everything from 2012.',
  identityAskedFor: 'a copy of a bill',
  extensionGround: 'complex',
  extensionReasons: 'Eleven volumes.',
  searched: 'The case system and the paper file.',
  grounds: ['EXEMPT'],
  exemptions: ['TP-16'],
  reasons: 'Parts are about your brother, who did not agree.',
  clarifications: [{ id: 'c', what: 'Which years?', askedOn: null, answeredOn: null, answer: '' }],
}
/** How the data is used, all of it known. */
const USED = article15FactsOf([wholeActivity()])
const letterFor = (kind: RequestLetterKind, change: Partial<RequestRecord> = {}) =>
  requestLetter(kind, { ...full, ...change }, world, context, { article15: USED })
const textFor = (kind: RequestLetterKind, change: Partial<RequestRecord> = {}) =>
  textOfLetter(letterFor(kind, change))

describe('letters about a request', () => {
  test.each(REQUEST_LETTERS)(
    '$label: whole when everything is recorded, and names the parties',
    ({ value }) => {
      const letter = Letter.parse(letterFor(value))
      expect(missingIn(letter)).toEqual([])
      const text = textOfLetter(letter)
      expect(text).toContain('Northgate Fostering')
      expect(text).toContain('Dear Sam Reader,')
      expect(text).toContain('Our reference: RR-0007')
      expect(text).toContain('Sun 22 November 2026')
      expect(text).not.toMatch(/undefined|null|\[|ICO|Information Commissioner/)
      expect(letter.basis).toMatch(/UK GDPR Art 1[25]/)
    },
  )

  test.each(REQUEST_LETTERS)('$label: of a record with a name only, says what is missing', ({ value }) => {
    const blank = requests.blank(ID, 'A request') as RequestRecord
    const letter = requestLetter(value, blank, { ...world, organisation: null }, context)
    const missing = missingIn(letter).map(({ label }) => label)
    expect(missing).toEqual(expect.arrayContaining(['Name of who gets the letter', 'Received on']))
    expect(textOfLetter(letter)).toContain('[Received on]')
  })

  test.each(['refusal', 'partial'] as const)('the %s letter says all that Article 12(4) asks for', (kind) => {
    const text = textFor(kind)
    expect(text).toContain('Parts are about your brother')
    expect(text).toContain('DPA 2018 Sch 2')
    expect(text).toMatch(/complain to us: dpo@northgate\.example/)
    expect(text).toMatch(/complain to the regulator, the Information Commission \(IC\)/)
    expect(text).toMatch(/ask a court/)
  })

  test('the acknowledgement gives the last day, or says what the time waits for', () => {
    expect(textFor('acknowledgement')).toContain('by Wed 2 December 2026 at the latest')
    expect(textFor('acknowledgement', { identityAskedOn: day('2026-11-05') })).toContain(
      'That time begins on the day',
    )
    const asked = { ...full.clarifications[0]!, askedOn: day('2026-11-06') }
    expect(textFor('acknowledgement', { clarifications: [asked] })).toContain('stands still')
  })

  test('the notice of an extension gives ground, reasons and the new day, and not once it is too late', () => {
    expect(textFor('extension')).toContain('by Tue 2 February 2027 at the latest')
    const late = requestLetter('extension', full, { ...world, today: day('2026-12-03') }, context)
    expect(late.checks.join()).toMatch(/cannot be extended/)
    expect(textOfLetter(late)).not.toContain('2027')
  })

  test('only an access request is told that a question stops the time without a word of warning', () => {
    expect(letterFor('clarification', { right: 'R-RECT' }).checks.join()).toMatch(/Only an access request/)
    expect(letterFor('clarification').checks.join()).not.toMatch(/Only an access request/)
  })

  test('whoever asks for somebody else is told about that person', () => {
    expect(textFor('acknowledgement', { personName: 'Alex Reader' })).toContain('we hold about Alex Reader.')
  })

  test('what was corrected names the recipients that were told', () => {
    const told = { id: 'r', recipient: 'The council', toldOn: day('2026-11-20'), whyNot: '' }
    expect(textFor('final', { right: 'R-RECT', recipientsTold: [told] })).toContain('- The council')
  })
})

const complaint: ComplaintRecord = {
  ...(complaints.blank(ID, 'Complaint') as ComplaintRecord),
  reference: 'CP-0003',
  kind: 'both',
  receivedOn: day('2026-11-09'),
  complainantName: 'Sam Reader',
  sendTo: '2 Low Road, Leeds',
  otherProcedure: 'service',
  nextUpdateOn: day('2026-12-01'),
  enquiries: [
    { id: 'e', what: 'Who printed the list', askedOf: '', askedOn: null, answeredOn: null, found: '' },
  ],
  outcome: 'upheld',
  reasons: 'The list was old.',
  remedy: 'Lists are printed on the day.',
}

describe('letters about a complaint', () => {
  test.each(COMPLAINT_LETTERS)('$label: whole when everything is recorded', ({ value }) => {
    const letter = Letter.parse(complaintLetter(value, complaint, world))
    expect(missingIn(letter)).toEqual([])
    expect(textOfLetter(letter)).toContain('We received your complaint on Mon 9 November 2026.')
    expect(letter.basis).toContain('DPA 2018 s')
  })

  test('the outcome names the regulator of the settings, with reasons and what is done', () => {
    const text = textOfLetter(complaintLetter('outcome', complaint, world))
    expect(text).toContain('The outcome: upheld.')
    expect(text).toContain('The list was old.')
    expect(text).toContain('Lists are printed on the day.')
    expect(text).toContain('Information Commission (IC)')
  })

  test('the acknowledgement tells of the other procedure only where there is one', () => {
    const textOf = (change: Partial<ComplaintRecord>) =>
      textOfLetter(complaintLetter('acknowledgement', { ...complaint, ...change }, world))
    expect(textOf({})).toContain('dealt with separately')
    expect(textOf({ otherProcedure: 'none' })).not.toContain('dealt with separately')
  })
})
