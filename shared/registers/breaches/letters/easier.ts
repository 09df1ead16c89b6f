import type { LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { contactOf } from '#shared/registers/letters/letter-frame.ts'
import { heading, say, taken } from '#shared/registers/letters/letter-words.ts'
import {
  advice,
  affected,
  isForAnother,
  type LetterBody,
  nameOfPerson,
  type PersonLetterFacts,
  reachOfRegulator,
  sentences,
  whoToAsk,
} from './letter-facts.ts'

/**
 * The letter that is easier to read: short sentences, a heading for each part, one idea on a line, larger type.
 *
 * @source UK GDPR Art 34
 */
export function easierLetter(facts: PersonLetterFacts): LetterBody {
  const { breach, world } = facts
  const { name, contact } = whoToAsk(world)
  return {
    subject: 'A letter about your information',
    paragraphs: [
      ...opening(facts),
      heading`What happened`,
      ...sentences(breach, 'letterWhat'),
      ...affected(facts, heading`Which information about you`, true),
      heading`What it may mean for you`,
      ...sentences(breach, 'letterConsequences'),
      heading`What we did`,
      ...sentences(breach, 'letterMeasures'),
      heading`What you can do`,
      ...advice(breach, 'easier'),
      heading`Who you can ask`,
      ...(name
        ? [say`You can ask ${name}.`, say`They are our data protection officer.`]
        : [say`You can ask us.`]),
      say`${contact}`,
      heading`If you are not happy`,
      say`You can complain to us.`,
      say`${contactOf(world.organisation)}`,
      say`We will tell you within 30 days that we have your complaint.`,
      say`You can also complain to the regulator.`,
      say`It is called the ${taken('Name of the regulator', 'the settings', world.regulator.name)}.`,
      say`${reachOfRegulator(world)}`,
      say`Do you need this letter in another language, or read to you? Tell us.`,
    ],
  }
}

function opening(facts: PersonLetterFacts): readonly LetterParagraph[] {
  const { letterOpening } = facts.breach
  const name = nameOfPerson(facts)
  return [
    ...(isForAnother(facts)
      ? [say`This letter is about ${name}.`, say`Where it says “you”, it means ${name}.`]
      : []),
    ...(letterOpening.trim()
      ? [say`${taken('Opening', 'letterOpening', letterOpening)}`]
      : [say`We keep information about you.`, say`Something went wrong with it.`, say`We are sorry.`]),
  ]
}
