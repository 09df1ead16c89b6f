import type { PlainDate } from '#shared/time/plain-date.ts'
import { formatDay, PlainDate as Day } from '#shared/time/plain-date.ts'
import { ADEQUACY_CHECK, adequateCountry, HOME_COUNTRY } from './adequate-countries.ts'
import { countryName } from './countries.ts'

/** What a partial approval turns on. `OTHER` stands for a condition that an added country brings in its own words. */
export type CoverConditionCode = 'PIPEDA' | 'APPI' | 'PIPA' | 'AUTOMATED' | 'DPF-UK' | 'OTHER'

/** The condition of a partial approval, and whether what is recorded shows it; null means nothing is recorded. */
export type CoverCondition = {
  readonly code: CoverConditionCode
  /** Follows "only if": "the recipient is subject to PIPEDA". */
  readonly text: string
  readonly isMet: boolean | null
}

/** What is recorded of the recipient and the data; a condition left out is not recorded either way. */
export type CoverFacts = {
  /** The day that is asked about. */
  readonly on: PlainDate
  readonly conditions?: Readonly<Partial<Record<CoverConditionCode, boolean>>> | undefined
}

/** A country that the data protection officer records as approved or no longer approved, from a day on. */
export type CoverChange = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  readonly change: 'added' | 'withdrawn'
  readonly from: PlainDate
  /** What made the change, for example the number of the regulations. */
  readonly citation: string
  /** Follows "only if"; left out or null when the whole country is covered. */
  readonly onlyIf?: string | null | undefined
}

/** Whether the law covers a transfer to a country without more, and why. */
export type Cover = {
  readonly kind: 'home' | 'adequate' | 'partlyAdequate' | 'needsMechanism'
  readonly code: string
  readonly name: string
  readonly reason: string
  readonly citation: string
  /** Set for `partlyAdequate` only. */
  readonly condition: CoverCondition | null
  /** The day the approval began, where that is known. */
  readonly since: PlainDate | null
  /** What to check before relying on it; null for the home country. */
  readonly check: string | null
}

/** The conditions of partial approvals, by country. @source DPA 2018 Sch 21 para 5; SI 2022/1213; SI 2023/1028 */
export const CONDITION_OF: Readonly<Record<string, CoverConditionCode>> = {
  CA: 'PIPEDA',
  JP: 'APPI',
  KR: 'PIPA',
  IL: 'AUTOMATED',
  US: 'DPF-UK',
}

/** Since when an approval holds, where that is known. @source SI 2022/1213; SI 2023/1028 */
const SINCE: Readonly<Record<string, PlainDate>> = {
  KR: Day.parse('2022-12-19'),
  US: Day.parse('2023-10-12'),
}

const NO_APPROVAL = 'UK GDPR Art 44A'

/**
 * Whether personal data may go to a country on the day asked about without a transfer mechanism.
 *
 * `destination` is an ISO 3166-1 alpha-2 code, in either case; a code nobody knows needs a
 * mechanism. Of the changes, the latest that has begun by that day counts, before the list itself:
 * to ask what happens if a country loses its approval, pass a change `withdrawn`.
 *
 * @source UK GDPR Art 44A, Art 45A
 */
export function coverOf(destination: string, facts: CoverFacts, changes: readonly CoverChange[] = []): Cover {
  const code = destination.trim().toUpperCase()
  const name = countryName(code)
  const base = { code, name, condition: null, since: null }
  if (code === HOME_COUNTRY)
    return {
      ...base,
      kind: 'home',
      reason: 'Within the United Kingdom: no transfer.',
      citation: NO_APPROVAL,
      check: null,
    }

  const change = changeThatCounts(code, facts.on, changes)
  if (change?.change === 'withdrawn')
    return {
      ...base,
      kind: 'needsMechanism',
      reason: `The approval of ${name} is recorded as withdrawn from ${formatDay(change.from)}.`,
      citation: change.citation || NO_APPROVAL,
      check: ADEQUACY_CHECK,
    }
  if (change)
    return approved(base, facts, {
      citation: change.citation || 'UK GDPR Art 45A',
      since: change.from,
      onlyIf: change.onlyIf ?? null,
      condition: 'OTHER',
      how: `recorded as approved from ${formatDay(change.from)}`,
    })

  const listed = adequateCountry(code)
  const since = SINCE[code] ?? null
  if (!listed || (since !== null && facts.on < since))
    return {
      ...base,
      kind: 'needsMechanism',
      reason: listed
        ? `The approval of ${name} began on ${formatDay(since!)}.`
        : `${name} is not approved for transfers.`,
      citation: NO_APPROVAL,
      check: ADEQUACY_CHECK,
    }
  return approved(base, facts, {
    citation: listed.citation,
    since,
    onlyIf: listed.onlyIf,
    condition: CONDITION_OF[code] ?? 'OTHER',
    how: 'approved for transfers',
  })
}

type Approval = {
  readonly citation: string
  readonly since: PlainDate | null
  readonly onlyIf: string | null
  readonly condition: CoverConditionCode
  readonly how: string
}

function approved(
  base: { readonly code: string; readonly name: string },
  facts: CoverFacts,
  { citation, since, onlyIf, condition, how }: Approval,
): Cover {
  const common = { ...base, citation, since, check: ADEQUACY_CHECK }
  if (onlyIf === null)
    return { ...common, kind: 'adequate', reason: `${base.name} is ${how}.`, condition: null }
  const isMet = facts.conditions?.[condition] ?? null
  return {
    ...common,
    kind: 'partlyAdequate',
    reason: `${base.name} is ${how} only if ${onlyIf}; ${RECORDED[`${isMet}`]}.`,
    condition: { code: condition, text: onlyIf, isMet },
  }
}

const RECORDED = {
  true: 'this is recorded as shown',
  false: 'this is recorded as not so',
  null: 'whether this is so is not recorded',
} as const

function changeThatCounts(
  code: string,
  on: PlainDate,
  changes: readonly CoverChange[],
): CoverChange | undefined {
  return changes
    .filter((change) => change.code.toUpperCase() === code && change.from <= on)
    .reduce<CoverChange | undefined>(
      (latest, change) => (latest && latest.from > change.from ? latest : change),
      undefined,
    )
}
