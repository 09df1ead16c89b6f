import { known } from '#shared/answer.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { newOrganisation, OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { RequestRecord } from '../request.fields.ts'
import { requests } from '../request.register.ts'

const ID = 'example'

/** A made-up access request to show a wording with: somebody asks today. */
export function exampleRequest(today: PlainDate): RequestRecord {
  const blank = requests.blank(ID, 'Example') as RequestRecord
  return {
    ...blank,
    reference: 'RR-0000',
    right: 'R-ACCESS',
    receivedOn: today,
    requesterName: 'Sam Example',
    sendTo: '1 Example Street\nExample Town EX1 2AB',
    wording: 'Everything you have about my time with you.',
    identityAskedFor: 'a copy of a letter that shows your name and address',
    extensionGround: 'complex',
    extensionReasons: 'Your records fill many volumes, and much of them is about other people too.',
    searched: 'The case system and the paper files.',
    grounds: ['EXEMPT'],
    exemptions: ['TP-16'],
    reasons: 'Some pages are mostly about other people, who did not agree.',
    clarifications: [
      { id: ID, what: 'Which years do you mean?', askedOn: null, answeredOn: null, answer: '' },
    ],
  }
}

/** The organisation in whose name the example is written, where there is none in the register. */
export function exampleOrganisation(): NonNullable<LetterWorld['organisation']> {
  return {
    ...newOrganisation(OrganisationId.parse(ID), 'Example Children’s Services', 'own'),
    address: '2 Example Road, Example Town EX3 4CD',
    dataProtectionOfficer: known({
      role: 'Data Protection Officer',
      name: 'Alex Example',
      email: 'dpo@example.org',
      telephone: '',
      address: '',
    }),
  }
}
