import { valueOf } from '#shared/answer.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Regulator } from '#shared/registers/settings/settings.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Letter, LetterPiece } from './letter.schema.ts'
import { line, taken } from './letter-words.ts'

/** What letters are made from besides the record. */
export type LetterWorld = {
  readonly today: PlainDate
  /** Whose letter it is; null while the record names none. */
  readonly organisation: Organisation | null
  /** Under the name it bears today. */
  readonly regulator: Regulator
}

/** Who a letter goes to. */
export type Addressee = {
  readonly name: string
  readonly nameField: string
  readonly address: string
  /** Where the address is entered; `sendTo` unless something else is said. */
  readonly addressField?: string
}

const ORGANISATION = 'the organisation'

/** The head, greeting and signature that letters have in common. */
export function frameOf(
  { today, organisation }: LetterWorld,
  { name, nameField, address, addressField = 'sendTo' }: Addressee,
  reference: string,
): Pick<Letter, 'dated' | 'reference' | 'from' | 'to' | 'greeting' | 'signature'> {
  const toName = taken('Name of who gets the letter', nameField, name)
  const officer = organisation ? valueOf(organisation.dataProtectionOfficer) : undefined
  return {
    dated: today,
    reference,
    from: [
      [nameOf(organisation)],
      [taken('Address of the organisation', ORGANISATION, addressBelowName(organisation))],
      [contactOf(organisation)],
    ],
    to: [[toName], [taken('Where the letter goes', addressField, address)]],
    greeting: line`Dear ${toName}`,
    signature: [
      ['Yours sincerely'],
      [officer?.name ? taken('Name of the officer', ORGANISATION, officer.name) : ''],
      [officer?.role || 'Data protection'],
      [nameOf(organisation)],
    ],
  }
}

/** Where to write to the organisation; the name stands above it already and is not said twice. */
function addressBelowName(organisation: Organisation | null): string | undefined {
  const officer = organisation ? valueOf(organisation.dataProtectionOfficer) : undefined
  const address = officer?.address || organisation?.address
  const name = `${organisation?.legalName},`
  return address?.startsWith(name) ? address.slice(name.length).trim() : address
}

/** The organisation's name in a letter. */
export function nameOf(organisation: Organisation | null): LetterPiece {
  return taken('Name of the organisation', 'organisationId', organisation?.legalName)
}

/** How to reach the one who answers for data protection. */
export function contactOf(organisation: Organisation | null): LetterPiece {
  const officer = organisation ? valueOf(organisation.dataProtectionOfficer) : undefined
  const contact = officer?.email || officer?.telephone || organisation?.email || organisation?.telephone
  return taken('Contact for data protection', ORGANISATION, contact)
}

/**
 * How to reach the Commissioner, under the name in the settings.
 *
 * @source DPA 2018 s.165
 */
export function regulatorPieces({ regulator }: LetterWorld): readonly LetterPiece[] {
  const { name, shortName, address, website, telephone } = regulator
  const full = shortName ? `${name} (${shortName})` : name
  const reach = [address, website, telephone].filter((part) => part.trim() !== '').join(', ')
  return line`${taken('Name of the regulator', 'the settings', full)}: ${taken('Address of the regulator', 'the settings', reach)}`
}
