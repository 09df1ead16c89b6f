import { type Deadline, type DeadlineContext, deadlineOn } from '#shared/described/deadline.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { article14Clock } from '#shared/law/clocks/article-14-notice.ts'
import { derivationText } from '#shared/law/clocks/clock.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'

/** The fields that a notice's dates come from. */
export type NoticeDates = Pick<AnyRecord, 'organisationId'> & {
  readonly status: string | null
  readonly reviewOn: PlainDate | null
  readonly obtainedOn: PlainDate | null
  readonly given: ReadonlyArray<{ readonly event: string | null; readonly givenOn: PlainDate | null }>
}

/** The review of a notice, and by when people whose data came from others have to be told. */
export function noticeDeadlines(notice: NoticeDates, context: DeadlineContext): readonly Deadline[] {
  if (notice.status === 'superseded') return []
  return [...review(notice), ...telling(notice, context)]
}

function review({ reviewOn }: NoticeDates): readonly Deadline[] {
  if (!reviewOn) return []
  return [
    deadlineOn('review', 'Review the privacy notice', reviewOn, {
      derivation: `The record sets its review for ${formatDay(reviewOn)}.`,
      citation: 'UK GDPR Art 5(1)(a), Art 12(1)',
      actions: [{ label: 'Set the next review', page: null, field: 'reviewOn' }],
    }),
  ]
}

/** @source UK GDPR Art 14(3) */
function telling(
  { obtainedOn, given, organisationId }: NoticeDates,
  { nationOf, extraHolidays }: DeadlineContext,
): readonly Deadline[] {
  if (!obtainedOn) return []
  const isTold = given.some(
    ({ event, givenOn }) => event === 'obtained' && givenOn !== null && givenOn >= obtainedOn,
  )
  const clock = article14Clock({ obtained: obtainedOn }, nationOf(organisationId), { extraHolidays })
  if (isTold || !clock.due) return []
  return [
    deadlineOn('article-14', 'Tell the people whose data came from others', clock.due, {
      weight: 'law',
      derivation: derivationText(clock),
      citation: 'UK GDPR Art 14(3)',
      warnings: [...(clock.check ? [clock.check] : []), ...clock.warnings.map(({ words }) => words)],
      actions: [{ label: 'Enter who was given the notice', page: null, field: 'given' }],
    }),
  ]
}
