import { type Deadline, type DeadlineContext, deadlineOn } from '#shared/described/deadline.ts'
import { derivationText } from '#shared/law/clocks/clock.ts'
import { complaintClock } from '#shared/law/clocks/complaint.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { ComplaintRecord } from './complaint.fields.ts'

/**
 * What is due for a complaint: its acknowledgement, the progress that was promised, replies to the Commissioner.
 *
 * @source DPA 2018 s.164A, s.165
 */
export function complaintDeadlines(record: ComplaintRecord, context: DeadlineContext): readonly Deadline[] {
  if (record.closedOn !== null) return []
  return [...acknowledge(record, context), ...update(record), ...replies(record)]
}

/** Whether the duty to acknowledge reaches it; while nobody has said what it is, it does. */
export function isDataProtectionComplaint({ kind }: Pick<ComplaintRecord, 'kind'>): boolean {
  return kind !== 'service' && kind !== 'query'
}

function acknowledge(record: ComplaintRecord, context: DeadlineContext): readonly Deadline[] {
  const { receivedOn, acknowledgedOn, toldOn, organisationId } = record
  if (receivedOn === null || acknowledgedOn !== null || toldOn !== null) return []
  if (!isDataProtectionComplaint(record)) return []
  const clock = complaintClock({ received: receivedOn }, context.nationOf(organisationId), {
    extraHolidays: context.extraHolidays,
  })
  if (clock.due === null) return []
  return [
    deadlineOn('acknowledge', 'Acknowledge the complaint', clock.due, {
      weight: 'law',
      derivation: derivationText(clock),
      citation: 'DPA 2018 s.164A',
      warnings: clock.warnings.map(({ words }) => words),
      actions: [
        { label: 'Write the acknowledgement', page: 'letters' },
        { label: 'Record the acknowledgement', page: null, field: 'acknowledgedOn' },
        { label: 'Record the outcome', page: null, field: 'toldOn' },
      ],
    }),
  ]
}

function update({ nextUpdateOn, toldOn }: ComplaintRecord): readonly Deadline[] {
  if (nextUpdateOn === null || toldOn !== null) return []
  return [
    deadlineOn('update', 'Tell the person how far it is', nextUpdateOn, {
      weight: 'promise',
      derivation: `Progress was promised for ${formatDay(nextUpdateOn)}. The law asks for progress and an outcome without undue delay, and sets no day.`,
      citation: 'DPA 2018 s.164A',
      actions: [
        { label: 'Write the letter', page: 'letters' },
        { label: 'Record what was told', page: null, field: 'updates' },
        { label: 'Record the outcome', page: null, field: 'toldOn' },
      ],
    }),
  ]
}

function replies({ correspondence, commissionerReference }: ComplaintRecord): readonly Deadline[] {
  return correspondence.flatMap(({ id, summary, replyDueOn, repliedOn, dated }) => {
    if (replyDueOn === null || repliedOn !== null) return []
    const letter =
      dated === null ? 'A letter of the Commissioner' : `The Commissioner’s letter of ${formatDay(dated)}`
    const about = summary === '' ? '' : ` (${summary})`
    return [
      deadlineOn(`commissioner-${id}`, 'Reply to the Commissioner', replyDueOn, {
        weight: 'law',
        derivation: `${letter}${about} asks for a reply by ${formatDay(replyDueOn)}.`,
        citation: 'DPA 2018 s.165',
        warnings: commissionerReference === '' ? ['The Commissioner’s reference is not recorded.'] : [],
        actions: [{ label: 'Record the reply', page: null, field: 'correspondence' }],
      }),
    ]
  })
}
