import type { CodeListEntry } from '../code-list.ts'

/**
 * How a ground works.
 *
 * - `balance`       weighed between the requester and somebody else
 * - `disclose`      a rule against leaving something out
 * - `prejudice`     only so far as disclosure would be likely to prejudice what is protected
 * - `class`         holds for the kind of information as such
 * - `gate`          no disclosure until a step is done
 * - `seriousHarm`   disclosure would be likely to cause serious harm
 * - `expectation`   given in the expectation that the requester would not see it
 * - `bestInterests` disclosure would not be in the child’s best interests
 * - `prevents`      complying would prevent what the law asks for
 * - `incompatible`, `impair`, `mixed` as the provision says
 * - `timeLimit`     another time limit applies
 * - `request`       concerns the request as a whole
 * - `search`        limits what has to be looked for
 * - `scope`         not within the right at all
 */
export type ExemptionTest =
  | 'balance'
  | 'disclose'
  | 'prejudice'
  | 'class'
  | 'gate'
  | 'seriousHarm'
  | 'expectation'
  | 'bestInterests'
  | 'prevents'
  | 'incompatible'
  | 'impair'
  | 'mixed'
  | 'timeLimit'
  | 'request'
  | 'search'
  | 'scope'

/** A ground for withholding, limiting or delaying the answer to a request. */
export type Exemption = CodeListEntry & {
  readonly test: ExemptionTest
  /** The provisions it lifts, as people cite them; empty when it lifts none. */
  readonly restricts: string
  /** Where it applies, in words; null where it applies everywhere in the United Kingdom. */
  readonly nations: string | null
}

/** One entry of the lists of exemptions; `check` says what to check where it is unconfirmed. */
export function exemption(
  code: string,
  test: ExemptionTest,
  label: string,
  citation: string,
  restricts: string,
  note: string,
  nations: string | null = null,
  check: string | null = null,
): Exemption {
  return { code, test, label, citation, restricts, note, nations, confirmed: check === null, check }
}
