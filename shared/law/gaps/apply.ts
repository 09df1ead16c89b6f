import type { Waiver } from '#shared/registers/activities/activity.schema.ts'
import type { GapContext } from './context.ts'
import type { Finding, Gap, GapRule } from './gap.ts'

/** What a waiver names to set aside one finding alone; a waiver that names the rule sets all of its findings aside. */
export function waiverKey({ ruleId, item }: Pick<Gap, 'ruleId' | 'item'>): string {
  return item === null ? ruleId : `${ruleId}:${item}`
}

/** What some rules find in one record, the findings somebody set aside marked. */
export function applied<Record>(
  rules: readonly GapRule<Record>[],
  record: Record,
  context: GapContext,
  waivers: readonly Waiver[] = [],
): readonly Gap[] {
  return rules.flatMap((rule) => rule.find(record, context).map((finding) => toGap(rule, finding, waivers)))
}

function toGap<Record>(rule: GapRule<Record>, { message, item }: Finding, waivers: readonly Waiver[]): Gap {
  const { id: ruleId, severity, field, citation, check } = rule
  const names = [ruleId, waiverKey({ ruleId, item })]
  const waived = waivers.find((waiver) => names.includes(waiver.rule)) ?? null
  return { ruleId, severity, field, item, message, citation, check, waived }
}
