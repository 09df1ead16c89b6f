import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { plannedDayClock } from '#shared/law/clocks/planned-day.ts'
import { derivationText } from '#shared/law/clocks/clock.ts'
import { coversBatch, derivationOf, dueDayOf, holdInWords } from './disposals-due.ts'
import type { Batch, ScheduleRule } from './retention-rule.record.ts'

const LAW = 'UK GDPR Art 5(1)(e)'

/** What is due under a rule: batches whose time is over, holds that end, and the review of the rule. */
export function retentionDeadlines(rule: ScheduleRule): readonly Deadline[] {
  if (rule.status === 'superseded') return []
  return [
    ...rule.batches.flatMap((batch) => disposalOf(rule, batch)),
    ...rule.holds.flatMap((hold) =>
      hold.until
        ? [
            deadlineOn(`hold-${hold.id}`, 'Hold ends', hold.until, {
              derivation: holdInWords(hold),
              citation: LAW,
              actions: [{ label: 'Look at the hold', page: null, field: 'holds' }],
            }),
          ]
        : [],
    ),
    ...review(rule),
  ]
}

/** A batch under a hold without an end waits; the deadline says why. */
function disposalOf(rule: ScheduleRule, batch: Batch): readonly Deadline[] {
  const due = dueDayOf(rule, batch)
  if (due === null || batch.disposedOn !== null) return []
  const open = rule.holds.filter((hold) => hold.until === null && coversBatch(hold, batch))
  const held = open[0]
  const deadline = deadlineOn(
    `dispose-${batch.id}`,
    `Dispose of: ${batch.what || rule.name}`.slice(0, 200),
    due,
    {
      derivation: [derivationOf(rule, batch), ...open.map(holdInWords)].join(' '),
      citation: LAW,
      weight: rule.authorityKind === 'statute' ? 'law' : 'promise',
      actions: [{ label: 'Due for disposal', page: 'due' }],
    },
  )
  return [held ? { ...deadline, due: null, pausedSince: held.since ?? due } : deadline]
}

function review({ reviewOn }: ScheduleRule): readonly Deadline[] {
  if (!reviewOn) return []
  const clock = plannedDayClock({ title: 'Review of the rule', on: reviewOn, kind: 'review' })
  return [
    deadlineOn('review', 'Review the retention rule', reviewOn, {
      derivation: derivationText(clock),
      citation: '',
      actions: [{ label: 'Set the next review', page: null, field: 'reviewOn' }],
    }),
  ]
}
