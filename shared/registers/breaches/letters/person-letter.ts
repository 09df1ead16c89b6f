import type { Letter, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { frameOf } from '#shared/registers/letters/letter-frame.ts'
import { line } from '#shared/registers/letters/letter-words.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import { childLetter } from './child.ts'
import { easierLetter } from './easier.ts'
import {
  isForAnother,
  type LetterBody,
  nameOfPerson,
  ofPerson,
  type PersonLetterFacts,
} from './letter-facts.ts'
import { standardLetter } from './standard.ts'
import type { LetterVersion } from './versions.ts'
import { whyNoLetter } from './who-gets-one.ts'

const WRITERS: Readonly<Record<LetterVersion, (facts: PersonLetterFacts) => LetterBody>> = {
  standard: standardLetter,
  easier: easierLetter,
  child: childLetter,
}

/**
 * The letter that tells one person of a breach: what happened, who answers questions, what is likely to follow, what
 * was done, and what they can do. It holds nothing of any other person.
 *
 * @source UK GDPR Art 34; DPA 2018 ss.164A, 165
 */
export function personLetter(version: LetterVersion, facts: PersonLetterFacts): Letter {
  const { breach, person, world } = facts
  const { subject, paragraphs, checks = [] } = WRITERS[version](facts)
  const addressee = {
    name: person?.addressee.trim() || (person?.name ?? ''),
    nameField: ofPerson(person?.addressee.trim() ? 'addressee' : 'name'),
    address: person?.address ?? '',
    addressField: ofPerson('address'),
  }
  const reference = [breach.reference, person?.reference ?? ''].filter(Boolean).join(' / ')
  const frame = frameOf(world, addressee, reference)
  return {
    subject,
    ...frame,
    ...(version === 'child' ? forChild(facts, frame) : {}),
    paragraphs: [...paragraphs],
    large: version !== 'standard',
    basis: 'UK GDPR Art 34(2); DPA 2018 ss.164A, 165',
    checks: [...checks, ...checksOf(person)],
  }
}

/** A child is greeted by name, also where the envelope goes to the adult who reads the letter with them. */
function forChild(
  facts: PersonLetterFacts,
  { to, signature }: Pick<Letter, 'to' | 'signature'>,
): Pick<Letter, 'to' | 'greeting' | 'signature'> {
  const name: LetterPiece = nameOfPerson(facts)
  const [first = [], ...rest] = to
  return {
    to: isForAnother(facts) ? [first, line`to read with ${name}`, ...rest] : [first, ...rest],
    greeting: line`Dear ${name}`,
    signature: [['With best wishes'], ...signature.slice(1)],
  }
}

function checksOf(person: Recipient | null): readonly string[] {
  if (!person) return []
  const because = whyNoLetter(person)
  const { language } = person
  return [
    ...(because ? [because] : []),
    ...(language.trim() ? [`Needed: ${language.trim()}. This letter is in English print.`] : []),
  ]
}
