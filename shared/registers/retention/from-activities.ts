import { inGroups } from '#shared/in-groups.ts'
import { valueOf } from '#shared/answer.ts'
import type { RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { periodInWords } from './disposals-due.ts'
import type { ScheduleRule } from './retention-rule.record.ts'

/** What a rule says about time: rules that agree in all of it are one rule. */
type Terms = Pick<
  ScheduleRule,
  'organisationId' | 'trigger' | 'periodAmount' | 'periodUnit' | 'criterion' | 'fate' | 'authority'
>

/** A rule to be made, or one that is there and to which categories or activities are added. */
export type Proposal = {
  readonly existing: ScheduleRule | null
  readonly name: string
  readonly terms: Terms
  readonly dataIds: readonly string[]
  readonly peopleIds: readonly string[]
  readonly activityIds: readonly string[]
}

const FATES: Readonly<Record<RetentionRule['fate'], ScheduleRule['fate']>> = {
  erase: 'delete',
  anonymise: 'anonymise',
  archive: 'archive',
  'return to customer': 'return',
  review: 'review',
  unknown: null,
}

/**
 * The schedule that the times recorded on activities amount to: one rule for everything that an organisation keeps
 * on the same terms. What a rule in force or in draft already covers is left out, so that a second run proposes nothing.
 */
export function proposalsFrom(
  activities: readonly Activity[],
  rules: readonly ScheduleRule[],
  nameOfTerm: (id: string) => string | undefined,
): readonly Proposal[] {
  const groups = inGroups(
    activities.filter(({ status }) => status !== 'retired').flatMap(usesOf),
    ({ terms }) => keyOf(terms),
  )
  const existing = new Map(
    rules.filter(({ status }) => status !== 'superseded').map((rule) => [keyOf(rule), rule]),
  )
  return [...groups].flatMap(([key, uses]) => {
    const rule = existing.get(key) ?? null
    const proposal: Proposal = {
      existing: rule,
      terms: uses[0]!.terms,
      name: rule?.name ?? nameOfRule(uses[0]!.terms, unique(uses.map(({ dataId }) => dataId)), nameOfTerm),
      dataIds: joined(
        rule?.dataIds,
        uses.map(({ dataId }) => dataId),
      ),
      peopleIds: joined(
        rule?.peopleIds,
        uses.flatMap(({ peopleIds }) => peopleIds),
      ),
      activityIds: joined(
        rule?.activityIds,
        uses.map(({ activityId }) => activityId),
      ),
    }
    return rule && !addsTo(rule, proposal) ? [] : [proposal]
  })
}

type Use = {
  readonly terms: Terms
  readonly dataId: string
  readonly peopleIds: readonly string[]
  readonly activityId: string
}

function usesOf(activity: Activity): readonly Use[] {
  return activity.data.flatMap((use) => {
    const rule = valueOf(use.retention)
    if (!rule || (rule.period === null && rule.criterion.trim() === '')) return []
    return [
      {
        terms: termsOf(activity.organisationId, rule),
        dataId: use.categoryId,
        peopleIds: use.peopleIds,
        activityId: activity.id,
      },
    ]
  })
}

function termsOf(organisationId: string | null, rule: RetentionRule): Terms {
  return {
    organisationId,
    trigger: rule.trigger.trim(),
    periodAmount: rule.period?.amount ?? null,
    periodUnit: rule.period?.unit ?? null,
    criterion: rule.criterion.trim(),
    fate: FATES[rule.fate],
    authority: rule.authority.trim(),
  }
}

const keyOf = ({ organisationId, trigger, periodAmount, periodUnit, criterion, fate, authority }: Terms) =>
  JSON.stringify([
    organisationId,
    periodAmount,
    periodUnit,
    fate,
    ...[trigger, criterion, authority].map((text) => text.trim().toLowerCase()),
  ])

function addsTo(rule: ScheduleRule, { dataIds, peopleIds, activityIds }: Proposal): boolean {
  return (
    dataIds.length > rule.dataIds.length ||
    peopleIds.length > rule.peopleIds.length ||
    activityIds.length > rule.activityIds.length
  )
}

/** "Case notes, Care files and 3 more: 1 year from end of service". */
function nameOfRule(
  terms: Terms,
  dataIds: readonly string[],
  nameOfTerm: (id: string) => string | undefined,
): string {
  const names = dataIds.flatMap((id) => nameOfTerm(id) ?? [])
  const shown = names.slice(0, 2).join(', ')
  const what = names.length > 2 ? `${shown} and ${names.length - 2} more` : shown || 'Records'
  const period = periodInWords(terms)
  const time = period ? (terms.trigger ? `${period} from ${terms.trigger}` : period) : terms.criterion
  const whole = `${what}: ${time.replaceAll(/\s+/g, ' ')}`
  return whole.length <= 200 ? whole : `${whole.slice(0, 199).trimEnd()}…`
}

const unique = (ids: readonly string[]) => [...new Set(ids)]
const joined = (there: readonly string[] | undefined, more: readonly string[]) =>
  unique([...(there ?? []), ...more])
