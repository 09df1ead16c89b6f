import type { DeadlineContext } from '#shared/described/deadline.ts'
import type { Letter, LetterParagraph } from '#shared/registers/letters/letter.schema.ts'
import { frameOf, type LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { type Article15Facts, noArticle15Facts } from './article15-facts.ts'
import { basisOf, checksOf } from './letter-checks.ts'
import type { RequestLetterFacts } from './letter-facts.ts'
import { REQUEST_LETTERS, type RequestLetterKind } from './letter-kinds.ts'
import { clockOfRequest } from './request-clock.ts'
import type { RequestRecord } from './request.fields.ts'
import { fillTemplate } from './templates/fill-template.ts'
import type { RequestLetterVersion, TemplateWords } from './templates/template.schema.ts'
import { builtInTemplate } from './templates/templates.ts'

/** What a letter is written with besides the request; what is left out is the plain letter of the program. */
export type RequestLetterGiven = {
  readonly version?: RequestLetterVersion
  readonly words?: TemplateWords
  readonly article15?: Article15Facts
  readonly searchStatement?: readonly LetterParagraph[] | null
}

/**
 * A letter about a rights request, with what the law makes it say. What nobody has recorded stands as missing.
 *
 * @source UK GDPR Art 12, Art 12(5), Art 12(6), Art 12A, Art 15; DPA 2018 ss.164A, 165, 167
 */
export function requestLetter(
  kind: RequestLetterKind,
  record: RequestRecord,
  world: LetterWorld,
  context: DeadlineContext,
  given: RequestLetterGiven = {},
): Letter {
  const { version = 'standard', article15 = noArticle15Facts(record), searchStatement = null } = given
  const words = given.words ?? builtInTemplate({ kind, version })
  const clock = clockOfRequest(record, context)
  const facts: RequestLetterFacts = { record, world, clock, context, version, article15, searchStatement }
  return {
    subject: words.subject,
    ...frameOf(world, addresseeOf(record), record.reference),
    paragraphs: [...fillTemplate(words, facts)],
    ...(version === 'easierRead' && { large: true }),
    basis: basisOf(kind, record),
    checks: [...checksOf(kind, facts)],
  }
}

/** Who letters about a request go to. */
export function addresseeOf({ requesterName, personName, sendTo }: RequestRecord) {
  return { name: requesterName || personName, nameField: 'requesterName', address: sendTo }
}

/** The kind with a name, if there is one. */
export function findRequestLetter(name: string): RequestLetterKind | undefined {
  return REQUEST_LETTERS.find(({ value }) => value === name)?.value
}
