import { valueOf } from '#shared/answer.ts'
import { gapsOf } from '#shared/law/gaps/rules.ts'
import { deadlinesOfActivity } from '#shared/registers/activities/activity.deadlines.ts'
import { Activity } from '#shared/registers/activities/activity.schema.ts'
import { type ColumnsOf, joinTexts, type RecordKind } from './kind.ts'
import type { Lookups } from './lookups.ts'
import { gapContextOf } from './gap-context.ts'
import { gapCounts } from './gap-counts.ts'
import { linksOfActivity } from './activity.links.ts'

export const activityKind: RecordKind<Activity> = {
  register: 'activities',
  table: 'activities',
  schema: Activity,
  titleOf: ({ reference, name }) => (reference ? `${reference} ${name}` : name),
  linksOf: linksOfActivity,
  deadlinesOf: deadlinesOfActivity,
  columnsOf: (activity, lookups): ColumnsOf<'activities'> => ({
    reference: activity.reference,
    name: activity.name,
    organisation_id: activity.organisationId,
    organisation: lookups.organisations.get(activity.organisationId ?? '')?.legalName ?? '',
    function: termName(lookups, activity.functionId),
    role: activity.role,
    status: activity.status,
    owner: activity.owner,
    review_on: activity.reviewOn,
    bases: joinCodes(activity.purposes.flatMap(({ basis }) => valueOf(basis) ?? [])),
    classes: joinCodes(activity.data.map(({ dataClass }) => dataClass)),
    ...gapCounts(gapsOf(activity, gapContextOf(lookups))),
  }),
  searchTextOf,
}

/** Codes between blanks, sorted, each once: ` 6-1-c 6-1-e `; so that ` 6-1-e ` never matches 6-1-ea. */
function joinCodes(codes: readonly string[]): string {
  return codes.length === 0 ? '' : ` ${[...new Set(codes)].toSorted().join(' ')} `
}

function searchTextOf(activity: Activity, lookups: Lookups): string {
  const linked = linksOfActivity(activity).map(
    ({ target }) => termName(lookups, target) || lookups.organisations.get(target)?.legalName,
  )
  return joinTexts(
    activity.reference,
    activity.name,
    activity.description,
    activity.owner,
    ...activity.purposes.flatMap(({ text, legitimateInterest }) => [text, legitimateInterest]),
    ...linked,
    activity.securityDescription,
    activity.onlyIf,
    activity.notes,
  )
}

const termName = ({ terms }: Lookups, id: string | null) => terms.get(id ?? '')?.name ?? ''
