import { type CodeListEntry, findCode, labelOf } from './code-list.ts'
import type { Exemption } from './exemptions/exemption.ts'
import { EXEMPTIONS } from './exemptions/exemptions.ts'
import { REQUEST_CLOCKS, type RequestClock, type RequestKindCode } from './request-clocks.ts'
import { RIGHTS } from './rights.ts'

/** A kind of request, with its clock and what has to hold for it. */
export type HandledRight = CodeListEntry & {
  readonly code: RequestKindCode
  readonly clock: RequestClock
  readonly onlyIf: readonly string[]
}

/**
 * The nine kinds of request, each with its clock.
 *
 * @source UK GDPR Art 7(3), Art 12A, Art 15, Art 16, Art 17, Art 18, Art 20, Art 21, Art 22C
 */
export const RIGHTS_HANDLED: readonly HandledRight[] = Object.entries(REQUEST_CLOCKS).flatMap(
  ([code, [clock, ...onlyIf]]) => {
    const right = findCode<CodeListEntry>(RIGHTS, code)
    return right ? [{ ...right, code: code as RequestKindCode, clock, onlyIf }] : []
  },
)

/** The kind of request with a code, or `undefined` when there is none. */
export function handledRight(code: string): HandledRight | undefined {
  return RIGHTS_HANDLED.find((right) => right.code === code)
}

/**
 * What may be done instead of answering a whole request.
 *
 * @source UK GDPR Art 12, Art 12A; DPA 2018 Sch 2, Sch 3, Sch 4
 */
export const REFUSAL_GROUNDS: readonly CodeListEntry[] = [
  entry(
    'UNFOUNDED',
    'Manifestly unfounded',
    'UK GDPR Art 12(5)',
    'Refuse, or charge a reasonable fee. The controller has to show it.',
  ),
  entry(
    'EXCESSIVE',
    'Manifestly excessive',
    'UK GDPR Art 12(5)',
    'Refuse, or charge a reasonable fee. Repetition is the usual case; the controller has to show it.',
  ),
  entry(
    'FURTHER-COPIES',
    'Fee for further copies',
    'UK GDPR Art 15(3)',
    'A charge, not a refusal: a reasonable fee for copies after the first.',
  ),
  entry(
    'NOT-IDENTIFIED',
    'Identity not confirmed',
    'UK GDPR Art 12(6), Art 12A',
    'Only where there are reasonable doubts. The controller may wait; the time runs from receipt of what was asked for.',
  ),
  entry(
    'EXEMPT',
    'An exemption applies',
    'DPA 2018 Sch 2, Sch 3, Sch 4',
    'Name the exemption by its code, and refuse only so far as it reaches.',
  ),
  entry(
    'NOT-MET',
    'The conditions of the right are not met',
    'UK GDPR Art 12(4)',
    'For example portability of data that rests on a public task.',
  ),
  entry(
    'NO-DATA',
    'No personal data of the person is held',
    'UK GDPR Art 15(1)',
    'An answer, not a refusal: say so, and say what was searched.',
  ),
]

/** The exemptions a request can be refused under, by short code; rules that forbid leaving something out are none. */
export const REFUSAL_EXEMPTIONS: readonly Exemption[] = EXEMPTIONS.filter(
  ({ test, citation }) => citation.startsWith('DPA 2018 Sch') && test !== 'disclose' && test !== 'timeLimit',
)

/** What to tell a person whose request is refused or not acted on. @source UK GDPR Art 12(4); DPA 2018 ss.164A, 165, 167 */
export const REFUSAL_STATES: readonly CodeListEntry[] = [
  entry('REASONS', 'The reasons', 'UK GDPR Art 12(4)', 'Without undue delay, and within the period.'),
  entry('CPL', 'The right to complain to the controller', 'UK GDPR Art 12(4); DPA 2018 s.164A', ''),
  entry('CPL-ICO', 'The right to complain to the Commissioner', 'UK GDPR Art 12(4); DPA 2018 s.165', ''),
  entry('COURT', 'The right to seek a judicial remedy', 'UK GDPR Art 12(4); DPA 2018 s.167', ''),
]

/** What to show for a ground of refusal; the code itself when it is unknown. */
export function refusalGroundLabel(code: string): string {
  return labelOf(REFUSAL_GROUNDS, code)
}

function entry(code: string, label: string, citation: string, note: string): CodeListEntry {
  return { code, label, citation, note, confirmed: true, check: null }
}
