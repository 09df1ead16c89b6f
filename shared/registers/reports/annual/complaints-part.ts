import { inGroups } from '#shared/in-groups.ts'
import { columnsByMonth, horizontalBars } from '#shared/charts/chart.ts'
import type { DeadlineContext } from '#shared/described/deadline.ts'
import { complaintClock } from '#shared/law/clocks/complaint.ts'
import { COMPLAINT_OUTCOMES } from '#shared/law/complaint-outcomes.ts'
import { labelOf } from '#shared/law/code-list.ts'
import { isDataProtectionComplaint } from '#shared/registers/complaints/complaint.deadlines.ts'
import type { ComplaintRecord } from '#shared/registers/complaints/complaint.fields.ts'
import type { AnnualPart } from './annual-part.ts'
import { isIn, type Period } from './period.ts'
import { counted, share } from './sums.ts'

/** What a year of complaints to the controller came to. @source DPA 2018 s.164A */
export function complaintsPart(
  complaints: readonly ComplaintRecord[],
  period: Period,
  context: DeadlineContext,
): AnnualPart {
  const received = complaints.filter(
    (complaint) => isDataProtectionComplaint(complaint) && isIn(period, complaint.receivedOn),
  )
  const told = complaints.filter(
    (complaint) => isDataProtectionComplaint(complaint) && isIn(period, complaint.toldOn),
  )
  const acknowledged = received.flatMap((complaint) => {
    // An outcome told in time needs no acknowledgement of its own.
    const on = complaint.acknowledgedOn ?? complaint.toldOn
    const due = dueDay(complaint, context)
    return on && due ? [{ complaint, isOnTime: on <= due }] : []
  })
  const onTime = acknowledged.filter(({ isOnTime }) => isOnTime).length
  const upheld = told.filter(({ outcome }) => outcome === 'upheld' || outcome === 'partlyUpheld').length
  const escalated = complaints.filter(({ escalatedOn }) => isIn(period, escalatedOn)).length
  return {
    heading: 'Complaints to us',
    citation: 'DPA 2018 section 164A',
    figures: [
      ['Received in the period', counted(received.length)],
      ['Acknowledged within 30 days', share(onTime, acknowledged.length)],
      ['Outcome told in the period', counted(told.length)],
      ['Upheld, wholly or in part', share(upheld, told.length)],
      ['Taken to the Commissioner', counted(escalated)],
      [
        'About services, kept apart',
        counted(
          complaints.filter((complaint) => complaint.kind === 'service' && isIn(period, complaint.receivedOn))
            .length,
        ),
      ],
    ],
    compared: [
      ['Received', counted(received.length)],
      ['In 30 days', share(onTime, acknowledged.length)],
      ['Outcome told', counted(told.length)],
      ['Upheld', share(upheld, told.length)],
    ],
    charts: [
      columnsByMonth({ title: 'Complaints received by month', unit: 'complaints' }, period, [
        {
          key: 'received',
          label: 'Complaints',
          days: received.flatMap(({ receivedOn }) => receivedOn ?? []),
        },
      ]),
      horizontalBars(
        { title: 'Complaints by outcome', unit: 'complaints', heading: 'Outcome' },
        [...inGroups(told, ({ outcome }) => outcome ?? '')].map(([outcome, found]) => ({
          label: outcome === '' ? 'Not recorded' : labelOf(COMPLAINT_OUTCOMES, outcome),
          value: found.length,
        })),
      ),
    ],
    late: acknowledged.flatMap(({ complaint, isOnTime }) =>
      isOnTime ? [] : [{ reference: complaint.reference, why: 'Acknowledged after the thirty days.' }],
    ),
  }
}

function dueDay({ receivedOn, organisationId }: ComplaintRecord, context: DeadlineContext) {
  if (receivedOn === null) return null
  const { extraHolidays } = context
  return complaintClock({ received: receivedOn }, context.nationOf(organisationId), { extraHolidays }).due
}
