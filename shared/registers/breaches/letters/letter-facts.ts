import { valueOf } from '#shared/answer.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import type { Letter, LetterParagraph, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { contactOf, type LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { line, point, say, taken } from '#shared/registers/letters/letter-words.ts'
import { adviceFor } from './advice.ts'
import { sentencesOf } from './readability.ts'

/** What a letter about a breach is written from; without a person it is the example of its version. */
export type PersonLetterFacts = {
  readonly breach: Breach
  readonly person: Recipient | null
  readonly world: LetterWorld
}

/** What differs from one version to the next. */
export type LetterBody = Pick<Letter, 'subject'> & {
  readonly paragraphs: readonly LetterParagraph[]
  readonly checks?: readonly string[]
}

/** The passages of a breach that are sent to the people. */
export type LetterPassage = 'letterWhat' | 'letterConsequences' | 'letterMeasures' | 'letterAdvice'

/** What stands in brackets while a passage has not been written. */
const MISSING: Readonly<Record<LetterPassage, string>> = {
  letterWhat: 'What happened, in plain words',
  letterConsequences: 'What it may mean for the person',
  letterMeasures: 'What was done',
  letterAdvice: 'What the person can do',
}

/** Where a fact about the person is entered: a field of “People to tell”. */
export const ofPerson = (field: 'name' | 'addressee' | 'address' | 'affected'): string => `person.${field}`

/** A passage as one paragraph. */
export function passage(breach: Breach, key: LetterPassage): LetterParagraph {
  return say`${taken(MISSING[key], key, breach[key])}`
}

/** A passage in its easier words, or else in the others, a sentence on each line. */
export function sentences(breach: Breach, key: LetterPassage): readonly LetterParagraph[] {
  const { text, field } = simplest(breach, key)
  if (text === '') return [say`${taken(MISSING[key], field, null)}`]
  return sentencesOf(text).map((sentence) => say`${taken(MISSING[key], field, sentence)}`)
}

/** The easier words of a passage, or the others while there are none. */
function simplest(breach: Breach, key: LetterPassage): { readonly text: string; readonly field: string } {
  const easier = breach[`${key}Simple`].trim()
  return easier === '' ? { text: breach[key].trim(), field: key } : { text: easier, field: `${key}Simple` }
}

/** What the person can do: the words of this breach, and the advice by kind of data. */
export function advice(breach: Breach, words: 'plain' | 'easier' | 'child'): readonly LetterParagraph[] {
  const points = adviceFor(breach.letterAdviceFor, words).map((text) => point`${text}`)
  const { text } = words === 'plain' ? { text: breach.letterAdvice.trim() } : simplest(breach, 'letterAdvice')
  if (text === '' && points.length > 0) return points
  return [
    ...(words === 'plain' ? [passage(breach, 'letterAdvice')] : sentences(breach, 'letterAdvice')),
    ...points,
  ]
}

/** What of the person's own data was affected, where something is recorded; the example shows its place. */
export function affected(
  { person }: PersonLetterFacts,
  above: LetterParagraph,
  isSplit: boolean,
): readonly LetterParagraph[] {
  const text = person?.affected.trim() ?? null
  if (text === '') return []
  const parts = text !== null && isSplit ? sentencesOf(text) : [text]
  return [
    above,
    ...parts.map((part) => say`${taken('What of theirs was affected', ofPerson('affected'), part)}`),
  ]
}

/** Whose data the letter is about. */
export function nameOfPerson({ person }: PersonLetterFacts): LetterPiece {
  return taken('Name of the person', ofPerson('name'), person?.name)
}

/** Whether somebody else is written to, who acts for the person or reads the letter with them. */
export function isForAnother({ person }: PersonLetterFacts): boolean {
  const addressee = person?.addressee.trim() ?? ''
  return addressee !== '' && addressee !== person?.name.trim()
}

/**
 * Who answers questions, by name where one is recorded, and every way to reach them.
 *
 * @source UK GDPR Art 33(3)(b)
 */
export function whoToAsk({ organisation }: LetterWorld): {
  readonly name: LetterPiece | null
  readonly contact: readonly LetterPiece[]
} {
  const officer = organisation ? valueOf(organisation.dataProtectionOfficer) : undefined
  if (!officer) return { name: null, contact: [contactOf(organisation)] }
  const ways = [officer.telephone, officer.email, officer.address.replaceAll('\n', ', ')].filter(Boolean)
  return {
    name: taken('Name of the data protection officer', 'the organisation', officer.name),
    contact:
      ways.length > 0
        ? line`${taken('Contact for data protection', 'the organisation', ways.join(', '))}`
        : [contactOf(organisation)],
  }
}

/** How to reach the Commissioner, where the name was said before. @source DPA 2018 s.165 */
export function reachOfRegulator({ regulator }: LetterWorld): LetterPiece {
  const { telephone, website, address } = regulator
  const ways = [telephone, website, address.replaceAll('\n', ', ')].filter((way) => way.trim() !== '')
  return taken('Address of the regulator', 'the settings', ways.join('; '))
}
