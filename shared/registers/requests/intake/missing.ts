import { REQUEST_CLOCKS, type RequestKindCode } from '#shared/law/request-clocks.ts'
import { firstProposal, type Missing, type Proposal } from './message-reading.ts'

const RUNS_ON = 'The month runs all the same.'

/**
 * What a message does not say and whether asking for it stops the time. A request is never refused for what is missing.
 *
 * @source UK GDPR Art 12(6), Art 12A, Art 15; DPA 2018 s.208
 */
export function missingIn(proposals: readonly Proposal[]): readonly Missing[] {
  const first = (field: Proposal['field']) => firstProposal(proposals, field)
  const right = (first('right')?.value ?? null) as RequestKindCode | null
  const capacity = first('requesterKind')?.value ?? 'self'
  const isForAnother = capacity !== 'self' && capacity !== 'child'
  return [
    !first('right') &&
      missing(
        'right',
        'Which right is used',
        `${RUNS_ON} What the person wants decides; they need not name it.`,
      ),
    !first('receivedOn') &&
      missing(
        'receivedOn',
        'The day it reached the organisation',
        'Without it there is no last day: the month runs from the day it reached anyone in the organisation.',
        'UK GDPR Art 12A(2)',
      ),
    !first('organisationId') &&
      missing(
        'organisationId',
        'Which organisation it went to',
        `${RUNS_ON} Its nation decides which bank holidays count.`,
      ),
    !first('requesterName') &&
      missing(
        'requesterName',
        'The name of who asks',
        identityEffect(right),
        'UK GDPR Art 12(6), Art 12A(2)',
        'identity',
      ),
    !first('sendTo') && missing('sendTo', 'Where to answer', RUNS_ON),
    isForAnother &&
      !first('personName') &&
      missing(
        'personName',
        'Whose data it is',
        identityEffect(right),
        'UK GDPR Art 12(6), Art 12A(2)',
        'identity',
      ),
    isForAnother &&
      missing(
        'authority',
        'Authority to act for the person',
        'Ask to see it at once. Article 12A speaks of proof of identity and not of authority: check the Commissioner’s guidance before counting the wait as time that does not run.',
        'UK GDPR Art 12(6); DPA 2018 s.208',
        'identity',
      ),
    isAboutChild(first('personKind')?.value, capacity) &&
      missing(
        'childUnderstands',
        'Whether the child understands the right, and what they want',
        `${RUNS_ON} The right is the child’s, whoever asks; note who judged it.`,
        'DPA 2018 s.208',
      ),
    !first('personBorn') &&
      missing(
        'personBorn',
        'A date of birth or another way to tell people of the same name apart',
        identityEffect(right),
        'UK GDPR Art 12(6), Art 12A(2)',
        'identity',
      ),
    right === 'R-ACCESS' &&
      !first('scope') &&
      !first('scopeFrom') &&
      missing(
        'scope',
        'Nothing limits what is asked for',
        clarificationEffect(right),
        'UK GDPR Art 12A(5), 12A(6)',
        'clarification',
      ),
  ].filter((one): one is Missing => one !== false)
}

function isAboutChild(kind: unknown, capacity: unknown): boolean {
  return kind === 'child' || capacity === 'child'
}

/** Proof of identity moves the day the month begins, where the right has a month. */
function identityEffect(right: RequestKindCode | null): string {
  const moves = right === null || REQUEST_CLOCKS[right][0].identityMovesStart
  return moves
    ? 'Only where there are reasonable doubts about who it is may it be asked for; then the month begins on the day the answer comes.'
    : RUNS_ON
}

function clarificationEffect(right: RequestKindCode): string {
  return REQUEST_CLOCKS[right][0].clarificationPauses
    ? 'All of it is asked for, which is lawful. Where a great deal is held it may be asked what is meant: from asking to answering, both days included, the time does not count.'
    : RUNS_ON
}

function missing(
  key: string,
  what: string,
  effect: string,
  citation = 'UK GDPR Art 12A',
  letter: Missing['letter'] = null,
): Missing {
  return { key, what, effect, letter, citation }
}
