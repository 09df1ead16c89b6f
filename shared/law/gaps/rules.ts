import { DescribedName } from '#shared/described/names.ts'
import { AppError } from '#shared/errors.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { ARTICLE_30_RULES } from './art-30.ts'
import type { GapContext } from './context.ts'
import { CONTRACT_RULES } from './contracts.ts'
import { DATA_RULES } from './data.ts'
import { rulesOf } from './described-rules.ts'
import { applied } from './apply.ts'
import type { Gap, GapRule } from './gap.ts'
import { LAWFUL_BASIS_RULES } from './lawful-basis.ts'
import { LEGITIMATE_INTEREST_RULES } from './legitimate-interests.ts'
import { ORGANISATION_RULES } from './organisations.ts'
import { PLACE_RULES } from './places.ts'
import { POLICY_DOCUMENT_RULES } from './policy-documents.ts'
import { RECIPIENT_RULES } from './recipients.ts'
import { RETENTION_RULES } from './retention.ts'
import { approvedDespiteErrors, REVIEW_RULES } from './reviews.ts'
import { ROLE_RULES } from './roles.ts'
import { SPECIAL_CATEGORY_RULES } from './special-category.ts'
import { TRANSFER_RULES } from './transfers.ts'
import { TRANSPARENCY_RULES } from './transparency.ts'

const RECORD_RULES: readonly GapRule<Activity>[] = [
  ...ARTICLE_30_RULES,
  ...LAWFUL_BASIS_RULES,
  ...LEGITIMATE_INTEREST_RULES,
  ...SPECIAL_CATEGORY_RULES,
  ...POLICY_DOCUMENT_RULES,
  ...DATA_RULES,
  ...RETENTION_RULES,
  ...RECIPIENT_RULES,
  ...TRANSFER_RULES,
  ...PLACE_RULES,
  ...ROLE_RULES,
  ...TRANSPARENCY_RULES,
  ...REVIEW_RULES,
]

/** The rules about activities, in the order in which they are shown. */
export const ACTIVITY_RULES: readonly GapRule<Activity>[] = [
  ...RECORD_RULES,
  approvedDespiteErrors(countOpenErrors),
]

/** A rule without the function that applies it: what a list of rules shows. */
export type GapRuleText = Omit<GapRule<never>, 'find'>

/** Every rule there is. */
export const GAP_RULES: readonly GapRuleText[] = [
  ...ACTIVITY_RULES,
  ...ORGANISATION_RULES,
  ...CONTRACT_RULES,
  ...DescribedName.options.flatMap(rulesOf),
]

const RULES_BY_ID = new Map(GAP_RULES.map((rule) => [rule.id, rule]))

/** The rule with an id, or `undefined` when there is none (any more), as an old waiver may name it. */
export function findGapRule(id: string): GapRuleText | undefined {
  return RULES_BY_ID.get(id)
}

/** The rule that raised a gap. */
export function gapRule(id: string): GapRuleText {
  const rule = findGapRule(id)
  if (!rule) throw new AppError('bug', `No rule is called ${id}.`)
  return rule
}

/**
 * What the rules find in an activity; waived gaps are among them, marked.
 *
 * A retired activity raises only what still matters while its data is kept.
 */
export function gapsOf(activity: Activity, context: GapContext): readonly Gap[] {
  const rules =
    activity.status === 'retired' ? ACTIVITY_RULES.filter((rule) => rule.whenRetired) : ACTIVITY_RULES
  return applied(rules, activity, context, activity.waivers)
}

/** What the rules find in an organisation; only those that keep a record here are looked at. */
export function gapsOfOrganisation(organisation: Organisation, context: GapContext): readonly Gap[] {
  return organisation.relation === 'own' ? applied(ORGANISATION_RULES, organisation, context) : []
}

/** What the rules find in a contract. */
export function gapsOfContract(contract: CustomerContract, context: GapContext): readonly Gap[] {
  return applied(CONTRACT_RULES, contract, context)
}

/** The gaps that nobody has set aside. */
export function openGaps(gaps: readonly Gap[]): readonly Gap[] {
  return gaps.filter(({ waived }) => waived === null)
}

function countOpenErrors(activity: Activity, context: GapContext): number {
  return openGaps(applied(RECORD_RULES, activity, context, activity.waivers)).filter(
    ({ severity }) => severity === 'error',
  ).length
}
