import { valueOf } from '#shared/answer.ts'
import type { RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Lookups } from '../../records/lookups.ts'

type Row = {
  readonly id: string
  readonly organisation: string
  readonly function: string
  readonly bases: string
  readonly classes: string
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  readonly updated_at: string
  readonly body: string
}

/** What the columns of the list show of one activity. */
export function toActivityRow(row: Row, lookups: Lookups) {
  // The body was validated when it was written; a list of thousands does not validate it again.
  const activity = JSON.parse(row.body) as Activity
  const names = (ids: readonly string[]) =>
    [...new Set(ids)]
      .map((id) => lookups.terms.get(id)?.name ?? '')
      .filter(Boolean)
      .join(', ')
  return {
    id: row.id,
    reference: activity.reference,
    name: activity.name,
    organisation: row.organisation,
    role: activity.role,
    status: activity.status,
    function: row.function,
    owner: activity.owner,
    reviewOn: activity.reviewOn,
    purposes: activity.purposes.map(({ text }) => text).join('; '),
    bases: codesOf(row.bases),
    classes: codesOf(row.classes),
    people: names(activity.peopleIds),
    data: names(activity.data.map(({ categoryId }) => categoryId)),
    recipients: names(activity.disclosures.map(({ recipientId }) => recipientId)),
    systems: names(activity.systemIds),
    destinations: (valueOf(activity.destinations) ?? []).map(({ place }) => place).join(', '),
    retention: [...new Set(activity.data.flatMap(({ retention }) => retentionText(valueOf(retention))))].join(
      '; ',
    ),
    errors: row.errors,
    warnings: row.warnings,
    notes: row.notes,
    updatedAt: row.updated_at,
  }
}

function retentionText(rule: RetentionRule | undefined): string[] {
  if (!rule) return []
  const { period, trigger, criterion } = rule
  const length = period
    ? `${period.amount} ${period.amount === 1 ? period.unit.slice(0, -1) : period.unit}`
    : ''
  return [[length, trigger && (length ? `after ${trigger}` : trigger), criterion].filter(Boolean).join(', ')]
}

const codesOf = (codes: string): never[] => codes.split(' ').filter(Boolean) as never[]
