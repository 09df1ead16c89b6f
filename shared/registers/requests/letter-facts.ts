import type { DeadlineContext } from '#shared/described/deadline.ts'
import type { RightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import type { RequestKindCode } from '#shared/law/request-clocks.ts'
import type { LetterParagraph, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import { line, taken, takenDay } from '#shared/registers/letters/letter-words.ts'
import type { Article15Facts } from './article15-facts.ts'
import { clockOfFacts, factsOfRequest, mayExtend, nationOfRequest } from './request-clock.ts'
import type { RequestRecord } from './request.fields.ts'
import type { RequestLetterVersion } from './templates/template.schema.ts'

/** What a letter about a request is written from. */
export type RequestLetterFacts = {
  readonly record: RequestRecord
  readonly world: LetterWorld
  readonly clock: RightsRequestClock | null
  readonly context: DeadlineContext
  readonly version: RequestLetterVersion
  /** How the data is used, from the register. */
  readonly article15: Article15Facts
  /** What was searched, from the search record; null while there is none. */
  readonly searchStatement: readonly LetterParagraph[] | null
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

/** The last day with an extension told today, and why there can be none any more. @source UK GDPR Art 12A(3) */
export function extendedDay({ record, world, clock, context }: RequestLetterFacts): {
  readonly day: LetterPiece
  readonly tooLate: string | null
} {
  const facts = factsOfRequest(record)
  const noticed = record.extensionNoticeOn ?? world.today
  const extended =
    facts &&
    clockOfFacts(
      { ...facts, extended: true, extensionNoticeOn: noticed },
      nationOfRequest(record, context),
      context,
    )
  const leave = clock && facts ? mayExtend(clock, facts, world.today) : null
  const isLate = leave !== null && !leave.may && record.extensionNoticeOn === null
  return {
    day: takenDay('Last day with the extension', 'the clock', isLate ? null : extended?.due),
    tooLate: isLate ? leave.because : null,
  }
}
