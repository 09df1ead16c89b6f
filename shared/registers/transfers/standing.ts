import { CONDITION_OF, type CoverChange } from '#shared/law/transfer-cover.ts'
import { transferStanding, type TransferStandingCode } from '#shared/law/transfer-standing.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { TransferRecord } from './transfer.fields.ts'

/** What the three questions come to. */
export type Finding = 'restricted' | 'notRestricted' | 'notKnown'

/** Whether a transfer is a restricted one: all three questions yes; not, as soon as one is no. */
export function findingOf({ lawApplies, weInitiate, isSeparate }: TransferRecord): Finding {
  const answers = [lawApplies, weInitiate, isSeparate]
  if (answers.includes(false)) return 'notRestricted'
  return answers.every((answer) => answer === true) ? 'restricted' : 'notKnown'
}

/** How a transfer stands, why, on what law, and what to check. */
export type Standing = {
  readonly standing: TransferStandingCode
  readonly reason: string
  readonly citations: readonly string[]
  readonly needsTest: boolean
  readonly check: string | null
}

/**
 * How a recorded transfer stands on a day; null while its country is not known.
 *
 * A transfer that is found not to be restricted needs nothing more. A test that found protection
 * materially lower lets nothing happen.
 *
 * @source UK GDPR Art 44A, Art 45A, Art 46(1A), Art 49
 */
export function standingOf(
  transfer: TransferRecord,
  today: PlainDate,
  changes: readonly CoverChange[] = [],
): Standing | null {
  if (!transfer.country) return null
  const found = transferStanding(
    {
      destination: transfer.country,
      conditions: conditionsOf(transfer),
      mechanism: transfer.mechanism === NOT_RESTRICTED ? null : transfer.mechanism,
      mechanismFrom: transfer.mechanismFrom,
      mechanismUntil: transfer.mechanismUntil,
      testMadeOn: transfer.testMadeOn,
      testReviewOn: transfer.testReviewOn,
    },
    today,
    changes,
  )
  const { standing, reason, citations, needsTest, check } = found
  const plain = { standing, reason, citations, needsTest, check }
  if (standing === 'home' || standing === 'adequate') return plain
  if (findingOf(transfer) === 'notRestricted') return notRestricted(transfer)
  if (needsTest && transfer.testOutcome === 'lower')
    return { ...plain, standing: 'nothing', reason: failed(transfer) }
  return plain
}

const NOT_RESTRICTED = 'NONE-NOT-RESTRICTED'

function notRestricted(transfer: TransferRecord): Standing {
  const because = [
    transfer.lawApplies === false && transfer.lawAppliesBecause,
    transfer.weInitiate === false && transfer.weInitiateBecause,
    transfer.isSeparate === false && transfer.isSeparateBecause,
  ].find((text) => text)
  return {
    standing: 'mechanismInDate',
    reason: because
      ? `Not a restricted transfer: ${because.replace(/\.?$/, '.')}`
      : 'Not a restricted transfer by its three answers.',
    citations: ['ICO three-step test'],
    needsTest: false,
    check: null,
  }
}

function failed({ testMadeOn }: TransferRecord): string {
  const when = testMadeOn ? ` of ${formatDay(testMadeOn)}` : ''
  return `The data protection test${when} found that protection is materially lower.`
}

/** What is recorded on the condition of a partial approval, by its code. @source SI 2023/1028; DPA 2018 Sch 21 para 5 */
function conditionsOf({ country, ukExtension, coversData, conditionMet }: TransferRecord) {
  const code = CONDITION_OF[country ?? '']
  const isMet = country === 'US' ? bothOf(ukExtension, coversData) : conditionMet
  return code && isMet !== null ? { [code]: isMet } : undefined
}

/** Yes only when both are, no as soon as one is not; otherwise not known. */
function bothOf(one: boolean | null, other: boolean | null): boolean | null {
  if (one === false || other === false) return false
  return one === true && other === true ? true : null
}
