import type { LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { contactOf, regulatorPieces } from '#shared/registers/letters/letter-frame.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { heading, point, say, taken } from '#shared/registers/letters/letter-words.ts'
import {
  advice,
  affected,
  isForAnother,
  type LetterBody,
  nameOfPerson,
  passage,
  type PersonLetterFacts,
  whoToAsk,
} from './letter-facts.ts'

/** A subject that gives nothing away to somebody else who sees the letter. */
const SUBJECT = 'Important information for you'

/**
 * The letter in plain English.
 *
 * @source UK GDPR Art 34
 */
export function standardLetter(facts: PersonLetterFacts): LetterBody {
  const { breach } = facts
  return {
    subject: SUBJECT,
    paragraphs: [
      ...opening(facts),
      heading`What happened`,
      passage(breach, 'letterWhat'),
      ...affected(facts, heading`What information about you was affected`, false),
      ...whatFollows(facts),
      say`If you would like this letter in another language or in another form, or read to you, tell us and we will arrange it.`,
    ],
  }
}

function opening(facts: PersonLetterFacts): readonly LetterParagraph[] {
  const { letterOpening } = facts.breach
  const first = letterOpening.trim()
    ? say`${taken('Opening', 'letterOpening', letterOpening)}`
    : say`We are writing to tell you that something went wrong with information we hold about you. We are sorry that this happened. This letter says what we know, what we have done, and what you can do.`
  if (!isForAnother(facts)) return [first]
  const name = nameOfPerson(facts)
  return [
    say`This letter is about ${name}. It comes to you because you act for ${name} or look after them. Where it says “you” below, it means ${name}.`,
    first,
  ]
}

/** What it may mean, what was done, what can be done, and who to turn to: alike for one person and for the public. */
export function whatFollows({
  breach,
  world,
}: Pick<PersonLetterFacts, 'breach' | 'world'>): readonly LetterParagraph[] {
  return [
    heading`What this may mean for you`,
    passage(breach, 'letterConsequences'),
    heading`What we have done`,
    passage(breach, 'letterMeasures'),
    heading`What you can do`,
    ...advice(breach, 'plain'),
    heading`Who to ask`,
    asking(world),
    heading`If you are unhappy with how we dealt with this`,
    ...complaining(world),
  ]
}

/** Who answers questions, by name and with every way to reach them. @source UK GDPR Art 33(3)(b) */
function asking(world: LetterWorld): LetterParagraph {
  const { name, contact } = whoToAsk(world)
  return name
    ? say`${name} is our data protection officer and will answer your questions. You can reach them here: ${contact}.`
    : say`We will answer your questions. You can reach us here: ${contact}.`
}

/** To us first, then to the Commissioner. @source DPA 2018 ss.164A, 165 */
function complaining(world: LetterWorld): readonly LetterParagraph[] {
  return [
    point`Complain to us first: ${contactOf(world.organisation)}. We will acknowledge your complaint within 30 days, look into it, and tell you the outcome.`,
    point`You can also complain to the regulator, the ${regulatorPieces(world)}.`,
  ]
}
