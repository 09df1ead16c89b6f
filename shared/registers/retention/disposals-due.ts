import { dayNumber, dayWithNumber, monthsLater } from '#shared/law/clocks/day-number.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { Batch, Hold, ScheduleRule } from './retention-rule.record.ts'

/** A batch whose time is over, and what stands against disposing of it. */
export type DisposalDue = {
  readonly ruleId: string
  readonly rule: string
  readonly organisationId: string | null
  readonly batchId: string
  readonly batch: string
  readonly count: Batch['count']
  readonly place: string
  readonly fate: string | null
  readonly dueOn: PlainDate
  /** How the day comes about, in words. */
  readonly derivation: string
  /** Why it must not be disposed of now, in words; null when nothing stands against it. */
  readonly heldBecause: string | null
}

/** The batches whose time is over by a day, the oldest first; those under a hold are among them and say why. */
export function disposalsDue(rules: readonly ScheduleRule[], today: PlainDate): readonly DisposalDue[] {
  return rules
    .filter(({ status }) => status !== 'superseded')
    .flatMap((rule) => rule.batches.flatMap((batch) => dueOfBatch(rule, batch, today)))
    .filter(({ dueOn }) => dueOn <= today)
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
}

/** The first day on which the time of a batch is over; null while the rule has no period or the batch no beginning. */
export function dueDayOf(rule: ScheduleRule, { startedOn }: Batch): PlainDate | null {
  const { periodAmount, periodUnit } = rule
  if (startedOn === null || periodAmount === null || periodUnit === null) return null
  const from = dayNumber(startedOn)
  if (periodUnit === 'days') return dayWithNumber(from + periodAmount)
  return dayWithNumber(monthsLater(from, periodUnit === 'years' ? periodAmount * 12 : periodAmount))
}

/** Something to be disposed of, by its words; null stands for everything under the rule. */
type Named = Pick<Batch, 'what'> | null

/** Whether a hold concerns a batch: it names none, it names this one, or it is not known which batch is meant. */
export function coversBatch({ batch: only }: Hold, batch: Named): boolean {
  return only.trim() === '' || batch === null || sameWords(only, batch.what)
}

/** The holds that cover a batch on a day. */
export function holdsOn(rule: ScheduleRule, batch: Named, day: PlainDate): readonly Hold[] {
  return rule.holds.filter(
    (hold) =>
      (hold.since === null || hold.since <= day) &&
      (hold.until === null || hold.until >= day) &&
      coversBatch(hold, batch),
  )
}

/** Why a batch, or everything under the rule, must not be disposed of on a day; null when no hold covers it. */
export function heldBecause(rule: ScheduleRule, batch: Named, day: PlainDate): string | null {
  const holds = holdsOn(rule, batch, day)
  return holds.length === 0 ? null : holds.map(holdInWords).join(' ')
}

/** A period in words: "6 years", or null while there is none. */
export function periodInWords({
  periodAmount,
  periodUnit,
}: Pick<ScheduleRule, 'periodAmount' | 'periodUnit'>): string | null {
  if (periodAmount === null || periodUnit === null) return null
  return `${periodAmount} ${periodAmount === 1 ? periodUnit.slice(0, -1) : periodUnit}`
}

/** A hold as a sentence. */
export function holdInWords({ because, claim, since, until }: Hold): string {
  const why = because.trim() || claim.trim() || 'no reason is recorded'
  const from = since ? ` since ${formatDay(since)}` : ''
  return `On hold${from}${until ? ` until ${formatDay(until)}` : ''}: ${why}.`
}

/** How the day comes about. */
export function derivationOf(rule: ScheduleRule, batch: Batch): string {
  const from = `${rule.trigger || 'Its time'}: ${batch.startedOn ? formatDay(batch.startedOn) : 'day not known'}`
  const due = dueDayOf(rule, batch)
  return `${from}; ${periodInWords(rule) ?? 'no period'} later is ${due ? formatDay(due) : 'not known'}.`
}

function dueOfBatch(rule: ScheduleRule, batch: Batch, today: PlainDate): readonly DisposalDue[] {
  const dueOn = dueDayOf(rule, batch)
  if (dueOn === null || batch.disposedOn !== null) return []
  return [
    {
      ruleId: rule.id,
      rule: `${rule.reference} ${rule.name}`.trim(),
      organisationId: rule.organisationId,
      batchId: batch.id,
      batch: batch.what,
      count: batch.count,
      place: batch.place,
      fate: rule.fate,
      dueOn,
      derivation: derivationOf(rule, batch),
      heldBecause: heldBecause(rule, batch, today),
    },
  ]
}

const sameWords = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()
