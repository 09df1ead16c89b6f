import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { contactOf, type LetterWorld, nameOf } from '#shared/registers/letters/letter-frame.ts'
import { heading, say, taken } from '#shared/registers/letters/letter-words.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { passage } from './letter-facts.ts'
import { whatFollows } from './standard.ts'

/** What a notice is made from besides the wording: words of the library by their ids. */
export type NoticeFacts = {
  readonly breach: Breach
  readonly world: LetterWorld
  readonly nameOfTerm: (id: string) => string | undefined
}

/** The names of some words of the library, or nothing while none is chosen. */
export function namesOf({ nameOfTerm }: NoticeFacts, ids: readonly string[]): string {
  return ids.flatMap((id) => nameOfTerm(id) ?? []).join('; ')
}

/**
 * The notice to the public that stands in the place of letters.
 *
 * @source UK GDPR Art 34; DPA 2018 ss.164A, 165
 */
export function publicNotice(facts: NoticeFacts): Letter {
  const { breach, world } = facts
  const { organisation, today } = world
  return {
    subject: 'Notice: something went wrong with personal information we hold',
    dated: today,
    reference: breach.reference,
    from: [[nameOf(organisation)], [contactOf(organisation)]],
    to: [],
    greeting: [],
    paragraphs: [
      say`${nameOf(organisation)} gives this notice so that everybody who may be affected knows what happened and what they can do. We are sorry that it happened.`,
      heading`What happened`,
      passage(breach, 'letterWhat'),
      heading`Who may be affected`,
      say`People: ${taken('Categories of people', 'peopleIds', namesOf(facts, breach.peopleIds))}.`,
      say`Information: ${taken('Categories of data', 'dataIds', namesOf(facts, breach.dataIds))}.`,
      say`You can ask us whether information about you is affected.`,
      ...whatFollows(facts),
    ],
    signature: [],
    basis: 'UK GDPR Art 34(2), 34(3)(c)',
    checks: [
      'A public notice stands in the place of letters only where writing to each person would take disproportionate effort, and it has to reach people as well as letters would.',
      ...(breach.peopleDecision === 'publicNotice'
        ? []
        : ['It is not recorded that a public notice was decided on.']),
    ],
  }
}
