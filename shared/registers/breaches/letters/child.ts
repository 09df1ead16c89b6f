import { contactOf } from '#shared/registers/letters/letter-frame.ts'
import { heading, point, say, taken } from '#shared/registers/letters/letter-words.ts'
import {
  advice,
  affected,
  type LetterBody,
  type PersonLetterFacts,
  reachOfRegulator,
  sentences,
  whoToAsk,
} from './letter-facts.ts'

/**
 * The letter for a child, to be read with an adult they trust.
 *
 * @source UK GDPR Art 12, Art 34
 */
export function childLetter(facts: PersonLetterFacts): LetterBody {
  const { breach, world } = facts
  const { name, contact } = whoToAsk(world)
  const { regulator } = world
  return {
    subject: 'A letter for you',
    paragraphs: [
      say`Please read this letter with an adult you trust. You can stop and ask questions at any time.`,
      say`We keep some information about you. Something went wrong with it. We want to tell you about it, because it is about you.`,
      say`It is not your fault. We are sorry that it happened.`,
      heading`What happened`,
      ...sentences(breach, 'letterWhat'),
      ...affected(facts, heading`Which information it was`, true),
      heading`What it means for you`,
      ...sentences(breach, 'letterConsequences'),
      heading`What we did`,
      ...sentences(breach, 'letterMeasures'),
      heading`What you can do`,
      ...advice(breach, 'child'),
      heading`Who you can talk to`,
      point`You can talk to an adult you trust, such as your carer, your social worker or a teacher.`,
      name
        ? point`You can talk to ${name}. It is their job to see that we look after information well. You can reach them here: ${contact}.`
        : point`You can talk to us: ${contact}.`,
      point`You can tell us if you are not happy with what we did: ${contactOf(world.organisation)}. We will listen, and we will tell you what we do about it.`,
      point`If you are still not happy, you can tell the ${taken('Name of the regulator', 'the settings', regulator.name)}. They check that people’s information is looked after. An adult can help you. You can reach them here: ${reachOfRegulator(world)}.`,
    ],
    checks: ['Agree who reads this letter with the child, and when, before it is sent.'],
  }
}
