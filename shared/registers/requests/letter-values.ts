import { valueOf } from '#shared/answer.ts'
import type { LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { contactOf, nameOf, regulatorPieces } from '#shared/registers/letters/letter-frame.ts'
import { taken, takenDay } from '#shared/registers/letters/letter-words.ts'
import { asked, extendedDay, type RequestLetterFacts } from './letter-facts.ts'
import type { WordsName } from './templates/placeholders.ts'

type Value = (facts: RequestLetterFacts) => LetterPiece | readonly LetterPiece[]

const GROUNDS = {
  complex: 'your request is complex',
  number: 'of the number of requests we have from you',
} as const

/**
 * What stands in a letter for each placeholder inside a sentence.
 *
 * @source UK GDPR Art 12A
 */
export const LETTER_VALUES: Readonly<Record<WordsName, Value>> = {
  receivedOn: ({ record }) => takenDay('Received on', 'receivedOn', record.receivedOn),
  asked: ({ record }) => asked(record),
  wording: ({ record }) => taken('What was asked', 'wording', record.wording),
  organisation: ({ world }) => nameOf(world.organisation),
  contact: ({ world }) => contactOf(world.organisation),
  officer: ({ world }) => {
    const officer = world.organisation ? valueOf(world.organisation.dataProtectionOfficer) : undefined
    return taken('Name of the officer', 'the organisation', officer?.name)
  },
  lastDay: ({ clock }) => takenDay('Last day for the answer', 'the clock', clock?.due),
  extendedLastDay: (facts) => extendedDay(facts).day,
  extensionGround: ({ record: { extensionGround } }) =>
    taken('Ground of the extension', 'extensionGround', extensionGround && GROUNDS[extensionGround]),
  extensionReasons: ({ record }) =>
    taken('Reasons for the extension', 'extensionReasons', record.extensionReasons),
  identityAskedFor: ({ record }) => taken('What was asked for', 'identityAskedFor', record.identityAskedFor),
  regulator: ({ world }) => taken('Name of the regulator', 'the settings', world.regulator.name),
  regulatorContact: ({ world }) => regulatorPieces(world),
  reference: ({ record }) => taken('Reference', 'reference', record.reference),
}
