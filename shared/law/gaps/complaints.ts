import { complaintClock } from '#shared/law/clocks/complaint.ts'
import { isDataProtectionComplaint } from '#shared/registers/complaints/complaint.deadlines.ts'
import type { ComplaintRecord } from '#shared/registers/complaints/complaint.fields.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const complaintRule = ruleAbout<ComplaintRecord>('complaints')

const ACT_FOR_OTHERS = new Set(['parent', 'localAuthority', 'solicitor', 'attorney', 'body', 'thirdParty'])

/** Whether a complaint was acknowledged, looked into, and its outcome told. @source DPA 2018 s.164A, s.165, s.187; UK GDPR Art 80 */
export const COMPLAINT_RULES = [
  complaintRule({
    id: 'complaint-received-missing',
    title: 'Day of receipt missing',
    citation: 'DPA 2018 s.164A',
    source: 'dpa-164a',
    severity: 'error',
    field: 'receivedOn',
    explanation:
      'The 30 days for the acknowledgement are counted from the day after receipt. Record the day.',
    find: ({ receivedOn }) =>
      when(receivedOn === null, 'The day of receipt is missing, so the 30 days cannot be counted.'),
  }),
  complaintRule({
    id: 'complaint-kind-missing',
    title: 'Data protection or service',
    citation: 'DPA 2018 s.164A',
    source: 'dpa-164a',
    severity: 'warning',
    field: 'kind',
    explanation:
      'A data protection complaint has duties of its own; a complaint about the service goes another way. Until somebody decides, it is treated as a data protection complaint.',
    find: ({ kind }) =>
      when(kind === null, 'Whether it is a data protection complaint has not been decided.'),
  }),
  complaintRule({
    id: 'complaint-acknowledgement-late',
    title: 'Not acknowledged in time',
    citation: 'DPA 2018 s.164A',
    source: 'dpa-164a',
    severity: 'error',
    field: 'acknowledgedOn',
    explanation:
      'A complaint is acknowledged within 30 days, or its outcome is told in that time. Acknowledge it now, and note why it was late.',
    find: (record, context) => {
      const due = acknowledgeBy(record, context)
      if (due === null) return []
      const done = firstOf(record.acknowledgedOn, record.toldOn)
      return [
        ...when(done === null && due < context.today, `It had to be acknowledged by ${formatDay(due)}.`),
        ...when(
          done !== null && done > due,
          `It was acknowledged on ${done && formatDay(done)}, after ${formatDay(due)}.`,
        ),
      ]
    },
  }),
  complaintRule({
    id: 'complaint-without-next-step',
    title: 'No progress promised',
    citation: 'DPA 2018 s.164A',
    source: 'dpa-164a',
    severity: 'note',
    field: 'nextUpdateOn',
    explanation:
      'The outcome is due without undue delay, with progress meanwhile, and the law sets no day. A promised day keeps it moving.',
    find: (record) =>
      when(
        isDataProtectionComplaint(record) &&
          record.acknowledgedOn !== null &&
          record.toldOn === null &&
          record.closedOn === null &&
          record.nextUpdateOn === null,
        'It is acknowledged and open, and no day is set for telling the person how far it is.',
      ),
  }),
  complaintRule({
    id: 'complaint-outcome-without-reasons',
    title: 'Outcome without reasons or enquiries',
    citation: 'DPA 2018 s.164A',
    source: 'dpa-164a',
    severity: 'error',
    field: 'reasons',
    explanation:
      'Appropriate steps are taken, such as enquiries, and the person is told the outcome. Record what was found and why it was decided so.',
    find: ({ toldOn, reasons, outcome, enquiries }) => [
      ...when(
        toldOn !== null && (outcome === null || isBlank(reasons)),
        'The outcome was told, but the outcome or its reasons are not recorded.',
      ),
      ...when(
        toldOn !== null && outcome === 'notUpheld' && enquiries.length === 0,
        'It was not upheld, and no enquiry is recorded.',
      ),
    ],
  }),
  complaintRule({
    id: 'complaint-upheld-without-remedy',
    title: 'Upheld, and nothing done about it',
    citation: 'DPA 2018 s.164A',
    source: 'dpa-164a',
    severity: 'warning',
    field: 'remedy',
    explanation: 'Appropriate steps follow a complaint that was right. Record what is done about it.',
    find: ({ outcome, remedy }) =>
      when(
        (outcome === 'upheld' || outcome === 'partlyUpheld') && isBlank(remedy),
        'It was upheld, but what is done about it is not recorded.',
      ),
  }),
  complaintRule({
    id: 'complaint-commissioner-not-told',
    title: 'Way to the Commissioner not told',
    citation: 'DPA 2018 s.165',
    source: 'dpa-165',
    severity: 'error',
    field: 'commissionerTold',
    explanation:
      'With the outcome the person is told how to complain to the Commissioner. The letter “Outcome” says it.',
    find: (record) =>
      when(
        isDataProtectionComplaint(record) && record.toldOn !== null && record.commissionerTold !== true,
        'The outcome was told, but not how to complain to the Commissioner.',
      ),
  }),
  complaintRule({
    id: 'complaint-authority-missing',
    title: 'Authority to act not recorded',
    citation: 'UK GDPR Art 80; DPA 2018 s.187',
    source: 'dpa-187',
    severity: 'warning',
    field: 'authorityHow',
    explanation: 'Whoever complains for another person needs their authority. See it, and record how.',
    find: ({ complainantKind, authorityHow }) =>
      when(
        complainantKind !== null && ACT_FOR_OTHERS.has(complainantKind) && isBlank(authorityHow),
        'Who complains acts for another person, and what authority was seen is not recorded.',
      ),
  }),
  complaintRule({
    id: 'complaint-other-procedure-unlinked',
    title: 'Other procedure not named',
    citation: 'DPA 2018 Sch 2 para 10',
    source: 'dpa-sch2',
    severity: 'note',
    field: 'otherProcedure',
    explanation:
      'Complaints about a service, such as representations under the Children Act 1989 ss.24D and 26, run by a procedure of their own. Name it and its reference, so that each can be found from the other.',
    find: ({ kind, otherProcedure, otherReference }) =>
      when(
        (kind === 'service' || kind === 'both') &&
          (otherProcedure === null || otherProcedure === 'none' || isBlank(otherReference)),
        'It is also about the service, but the other procedure or its reference is not recorded.',
      ),
  }),
]

function acknowledgeBy(record: ComplaintRecord, { settings, organisation }: GapContext): PlainDate | null {
  const { receivedOn, organisationId } = record
  if (receivedOn === null || !isDataProtectionComplaint(record)) return null
  const nation = organisation(organisationId)?.nation ?? 'england-and-wales'
  return complaintClock({ received: receivedOn }, nation, { extraHolidays: settings.extraHolidays }).due
}

function firstOf(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
