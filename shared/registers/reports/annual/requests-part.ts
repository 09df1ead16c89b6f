import { inGroups } from '#shared/in-groups.ts'
import { columnsByMonth, horizontalBars } from '#shared/charts/chart.ts'
import type { DeadlineContext } from '#shared/described/deadline.ts'
import { daysBetween } from '#shared/law/clocks/day-number.ts'
import { RIGHTS_HANDLED } from '#shared/law/request-words.ts'
import { labelOf } from '#shared/law/code-list.ts'
import { clockOfRequest } from '#shared/registers/requests/request-clock.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { AnnualPart } from './annual-part.ts'
import { isIn, lastDay, type Period } from './period.ts'
import { counted, median, share } from './sums.ts'

/** What a year of rights requests came to. @source UK GDPR Art 12A */
export function requestsPart(
  requests: readonly RequestRecord[],
  period: Period,
  today: PlainDate,
  context: DeadlineContext,
): AnnualPart {
  const received = requests.filter(({ receivedOn }) => isIn(period, receivedOn))
  const answered = requests.filter(({ sentOn }) => isIn(period, sentOn))
  const timed = answered.flatMap((request) => {
    const due = clockOfRequest(request, context)?.due
    return due ? [{ request, isOnTime: request.sentOn! <= due }] : []
  })
  const onTime = timed.filter(({ isOnTime }) => isOnTime).length
  const end = lastDay(period, today)
  const open = requests.filter((request) => isOpenOn(request, end))
  const overdue = open.filter((request) => {
    const due = clockOfRequest({ ...request, sentOn: null }, context)?.due
    return due !== undefined && due !== null && due < end
  })
  const days = answered.flatMap(({ receivedOn, sentOn }) =>
    receivedOn && sentOn ? [daysBetween(receivedOn, sentOn)] : [],
  )
  return {
    heading: 'Rights requests',
    citation: 'UK GDPR Articles 12A and 15 to 22D',
    figures: [
      ['Received in the period', counted(received.length)],
      ['Answered in the period', counted(answered.length)],
      ['Answered on time', share(onTime, timed.length)],
      ['Answered late', counted(timed.length - onTime)],
      ['Time to answer, median', days.length === 0 ? 'none answered' : `${median(days)} days`],
      ['Extended', counted(received.filter(({ extensionNoticeOn }) => extensionNoticeOn !== null).length)],
      ['Refused, or no action taken', counted(answered.filter(isRefused).length)],
      ['Done in part', counted(answered.filter(({ outcome }) => outcome === 'partly').length)],
      ['Open at the end', counted(open.length)],
      ['Overdue at the end', counted(overdue.length)],
    ],
    compared: [
      ['Received', counted(received.length)],
      ['Answered', counted(answered.length)],
      ['On time', share(onTime, timed.length)],
      ['Overdue', counted(overdue.length)],
    ],
    charts: [
      columnsByMonth({ title: 'Requests received by month', unit: 'requests' }, period, [
        {
          key: 'access',
          label: 'Subject access',
          days: daysOf(received.filter(({ right }) => right === 'R-ACCESS')),
        },
        {
          key: 'other',
          label: 'Other rights',
          days: daysOf(received.filter(({ right }) => right !== 'R-ACCESS')),
        },
      ]),
      horizontalBars({ title: 'Requests by right', unit: 'requests', heading: 'Right' }, byRight(received)),
    ],
    late: timed.flatMap(({ request, isOnTime }) =>
      isOnTime ? [] : [{ reference: request.reference, why: request.lateReason || 'No reason is recorded.' }],
    ),
  }
}

const isRefused = ({ outcome }: RequestRecord) => outcome === 'refused' || outcome === 'noAction'

function isOpenOn({ receivedOn, sentOn, closedOn }: RequestRecord, day: PlainDate): boolean {
  if (receivedOn === null || receivedOn > day) return false
  const ended = sentOn ?? closedOn
  return ended === null || ended > day
}

const daysOf = (requests: readonly RequestRecord[]) =>
  requests.flatMap(({ receivedOn }) => (receivedOn ? [receivedOn] : []))

function byRight(requests: readonly RequestRecord[]) {
  const groups = inGroups(requests, ({ right }) => right ?? '')
  return [...groups].map(([right, found]) => ({
    label: right === '' ? 'Not known yet' : labelOf(RIGHTS_HANDLED, right),
    value: found.length,
  }))
}
