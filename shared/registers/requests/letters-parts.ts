import type { DeadlineContext } from '#shared/described/deadline.ts'
import type { RightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import type { RequestKindCode } from '#shared/law/request-clocks.ts'
import type { Letter, LetterParagraph, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { line, say, taken, takenDay } from '#shared/registers/letters/letter-words.ts'
import type { RequestRecord } from './request.fields.ts'

/** What a letter about a request is written from. */
export type RequestLetterFacts = {
  readonly record: RequestRecord
  readonly world: LetterWorld
  readonly clock: RightsRequestClock | null
  readonly context: DeadlineContext
}

/** What differs from one letter to the next. */
export type LetterBody = Pick<Letter, 'subject' | 'basis'> & {
  readonly paragraphs: readonly LetterParagraph[]
  readonly checks?: readonly string[]
}

const ASKED: Readonly<Record<RequestKindCode, string>> = {
  'R-ACCESS': 'for a copy of the personal data we hold about',
  'R-RECT': 'that we correct the personal data we hold about',
  'R-ERASE': 'that we erase personal data we hold about',
  'R-RESTRICT': 'that we restrict how we use personal data about',
  'R-OBJECT': 'that we stop using personal data about',
  'R-MKT': 'that we stop direct marketing to',
  'R-PORT': 'for personal data in a form that can be passed on, about',
  'R-WITHDRAW': 'to withdraw the consent given for data about',
  'R-ADM': 'that a person looks again at a decision made by automated means about',
}

/** "for a copy of the personal data we hold about you", as pieces. */
export function asked({ right, personName }: RequestRecord): readonly LetterPiece[] {
  const what = taken('Right used', 'right', right && ASKED[right])
  return line`${what} ${whom(personName)}`
}

/** "you", or the person for whom somebody asks. */
export function whom(personName: string): LetterPiece {
  return personName.trim() === '' ? 'you' : taken('Whose data it is', 'personName', personName)
}

/** "We received your request on Mon 2 November 2026." */
export function received(record: RequestRecord): LetterParagraph {
  const day = takenDay('Received on', 'receivedOn', record.receivedOn)
  return say`We received your request on ${day}. You asked ${asked(record)}.`
}

/** By when the answer comes, or what it waits for. */
export function whenAnswered({ clock }: RequestLetterFacts): LetterParagraph {
  if (clock === null) return say`We will do what you ask without undue delay, and tell you when it is done.`
  if (clock.waiting)
    return say`The law gives us one month. ${
      clock.waiting.for === 'clarification'
        ? 'That time stands still until we have your answer.'
        : 'That time begins on the day on which we have what we asked you for.'
    }`
  return say`We will answer without undue delay, and by ${takenDay('Last day for the answer', 'the clock', clock.due)} at the latest.`
}

/** A subject that gives nothing away on an envelope or in a list of mail. */
export const SUBJECT = 'Your request about personal data'
