import { valueOf } from '#shared/answer.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'

/** Who hands the data over, as the register knows it; what it does not know is empty. */
export type Sender = { readonly name: string; readonly address: string; readonly contact: string }

/** The organisation that the request was made to, and how to reach the one who answers for data protection there. */
export function senderOf({ organisation }: Pick<LetterWorld, 'organisation'>): Sender {
  const officer = organisation ? valueOf(organisation.dataProtectionOfficer) : undefined
  const reach = officer?.email || officer?.telephone || organisation?.email || organisation?.telephone
  return {
    name: organisation?.legalName ?? 'Not stated',
    address: officer?.address || organisation?.address || '',
    contact: reach ?? '',
  }
}
