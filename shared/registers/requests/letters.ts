import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { frameOf, type LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import type { DeadlineContext } from '#shared/described/deadline.ts'
import { answerLetters } from './letters-answering.ts'
import { askingLetters } from './letters-asking.ts'
import type { LetterBody, RequestLetterFacts } from './letters-parts.ts'
import { REQUEST_LETTERS, type RequestLetterKind } from './letter-kinds.ts'
import { clockOfRequest } from './request-clock.ts'
import type { RequestRecord } from './request.fields.ts'

const WRITERS: Readonly<Record<RequestLetterKind, (facts: RequestLetterFacts) => LetterBody>> = {
  ...askingLetters,
  ...answerLetters,
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
): Letter {
  const clock = clockOfRequest(record, context)
  const { subject, paragraphs, basis, checks = [] } = WRITERS[kind]({ record, world, clock, context })
  const addressee = {
    name: record.requesterName || record.personName,
    nameField: 'requesterName',
    address: record.sendTo,
  }
  return {
    subject,
    ...frameOf(world, addressee, record.reference),
    paragraphs: [...paragraphs],
    basis,
    checks: [...checks],
  }
}

/** The kind with a name, if there is one. */
export function findRequestLetter(name: string): RequestLetterKind | undefined {
  return REQUEST_LETTERS.find(({ value }) => value === name)?.value
}
