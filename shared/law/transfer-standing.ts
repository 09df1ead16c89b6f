import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { type Cover, type CoverChange, type CoverFacts, coverOf } from './transfer-cover.ts'
import { type TransferMechanism, transferMechanism } from './transfer-mechanisms.ts'

/** How a transfer stands, from "not a transfer" to "nothing lets it happen". */
export const TRANSFER_STANDINGS = [
  'home',
  'adequate',
  'mechanismInDate',
  'mechanismWithoutTest',
  'nothing',
] as const
export type TransferStandingCode = (typeof TRANSFER_STANDINGS)[number]

/** What the standings are called on the screen, on the map and in reports. */
export const TRANSFER_STANDING_WORDS: Readonly<Record<TransferStandingCode, string>> = {
  home: 'Within the United Kingdom',
  adequate: 'Approved country',
  mechanismInDate: 'Mechanism in place',
  mechanismWithoutTest: 'Mechanism without a current test',
  nothing: 'Nothing recorded that lets it happen',
}

/** What is recorded of one transfer. */
export type TransferFacts = {
  /** ISO 3166-1 alpha-2. */
  readonly destination: string
  readonly conditions?: CoverFacts['conditions']
  /** A code of the transfer mechanisms; null when none is recorded. */
  readonly mechanism: string | null
  /** The first and the last day the mechanism holds, where they are recorded. */
  readonly mechanismFrom?: PlainDate | null | undefined
  readonly mechanismUntil?: PlainDate | null | undefined
  /** The day the data protection test (transfer risk assessment) was made, and the day it is due again. */
  readonly testMadeOn?: PlainDate | null | undefined
  readonly testReviewOn?: PlainDate | null | undefined
}

/** How a transfer stands on a day, why, and what was looked at. */
export type TransferStanding = {
  readonly standing: TransferStandingCode
  /** One or two sentences. */
  readonly reason: string
  readonly citations: readonly string[]
  /** Whether the law asks for a data protection test for what this transfer rests on. */
  readonly needsTest: boolean
  /** What to check before relying on it; null when nothing is unconfirmed. */
  readonly check: string | null
  readonly cover: Cover
}

/**
 * How a transfer stands on a day: what it rests on, and whether that is in date and tested.
 *
 * A partial approval counts only when its condition is recorded as shown. A test whose review is
 * overdue counts as no current test. The changes are those of `coverOf`.
 *
 * @source UK GDPR Art 44A, Art 45A, Art 46(1A), Art 49
 */
export function transferStanding(
  facts: TransferFacts,
  today: PlainDate,
  changes: readonly CoverChange[] = [],
): TransferStanding {
  const cover = coverOf(facts.destination, { on: today, conditions: facts.conditions }, changes)
  const { reason, citation, check } = cover
  const base = { cover, needsTest: false, citations: [citation], check }
  if (cover.kind === 'home') return { ...base, standing: 'home', reason }
  if (cover.kind === 'adequate' || cover.condition?.isMet) return { ...base, standing: 'adequate', reason }

  const mechanism = facts.mechanism === null ? undefined : transferMechanism(facts.mechanism)
  if (!mechanism) return { ...base, standing: 'nothing', reason: `${reason} No mechanism is recorded.` }
  return { cover, ...restingOn(mechanism, facts, today, cover) }
}

function restingOn(
  mechanism: TransferMechanism,
  facts: TransferFacts,
  today: PlainDate,
  cover: Cover,
): Omit<TransferStanding, 'cover'> {
  const { label, needsTra: needsTest, check } = mechanism
  const citations = [mechanism.citation, ...(needsTest ? [TEST_CITATION] : [])]
  const base = { citations, needsTest, check }
  const nothing = (why: string) =>
    ({ ...base, standing: 'nothing', reason: `${cover.reason} ${why}` }) as const

  if (mechanism.kind === 'approval')
    return { ...nothing(`“${label}” is recorded, but it does not cover this.`), citations: [cover.citation] }
  if (facts.mechanismFrom && facts.mechanismFrom > today)
    return nothing(`“${label}” begins on ${formatDay(facts.mechanismFrom)}.`)
  if (facts.mechanismUntil && facts.mechanismUntil < today)
    return nothing(`“${label}” ended on ${formatDay(facts.mechanismUntil)}.`)

  const untested = needsTest ? whyUntested(facts, today) : null
  if (untested)
    return { ...base, standing: 'mechanismWithoutTest', reason: `Rests on “${label}”. ${untested}` }
  const tested =
    needsTest && facts.testMadeOn ? ` The test was made on ${formatDay(facts.testMadeOn)}.` : NO_TEST_ASKED
  return { ...base, standing: 'mechanismInDate', reason: `Rests on “${label}”.${tested}` }
}

const TEST_CITATION = 'UK GDPR Art 46(1A)'
const NO_TEST_ASKED = ' No data protection test is asked for.'

function whyUntested({ testMadeOn, testReviewOn }: TransferFacts, today: PlainDate): string | null {
  if (!testMadeOn) return 'No data protection test is recorded.'
  if (testMadeOn > today) return `The data protection test is dated ${formatDay(testMadeOn)}, still to come.`
  if (testReviewOn && testReviewOn < today)
    return `The data protection test was due for review on ${formatDay(testReviewOn)}.`
  return null
}

/** The worst standing among several transfers, or `undefined` for none: what a country is coloured by. */
export function worstStanding(standings: readonly TransferStandingCode[]): TransferStandingCode | undefined {
  return TRANSFER_STANDINGS.toReversed().find((standing) => standings.includes(standing))
}
