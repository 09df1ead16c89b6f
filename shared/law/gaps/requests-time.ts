import { deadlineContext } from '#shared/described/deadline-context.ts'
import { clockOfRequest } from '#shared/registers/requests/request-clock.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const requestRule = ruleAbout<RequestRecord>('requests')

/** Whether the time of a request was kept, and what moved it was allowed. @source UK GDPR Art 12A, Art 12(5), Art 12(6); DPA 2018 s.173 */
export const REQUEST_TIME_RULES = [
  requestRule({
    id: 'request-received-missing',
    title: 'Day of receipt missing',
    citation: 'UK GDPR Art 12A',
    source: 'gdpr-12a',
    severity: 'error',
    field: 'receivedOn',
    explanation:
      'Without the day of receipt no last day can be worked out. Record the day it reached anyone.',
    find: ({ receivedOn }) =>
      when(receivedOn === null, 'The day of receipt is missing, so there is no last day.'),
  }),
  requestRule({
    id: 'request-right-missing',
    title: 'Which right is used',
    citation: 'UK GDPR Art 12A, Art 15',
    source: 'gdpr-12a',
    severity: 'warning',
    field: 'right',
    explanation:
      'The right decides what may stop the time and what may be refused. Choose it from what the person wants.',
    find: ({ right }) => when(right === null, 'Which right the person uses is not recorded.'),
  }),
  requestRule({
    id: 'request-hold-missing',
    title: 'No evidence hold',
    citation: 'DPA 2018 s.173',
    source: 'dpa-173',
    severity: 'error',
    field: 'holdSetOn',
    check:
      'That it is an offence is confirmed; how a hold is set is written from memory: check the provision.',
    explanation:
      'From receipt of an access request, altering, hiding or erasing data so that it need not be disclosed is an offence. Set a hold and say on which systems.',
    find: ({ right, receivedOn, holdSetOn, closedOn }) =>
      when(
        right === 'R-ACCESS' && receivedOn !== null && holdSetOn === null && closedOn === null,
        'No evidence hold is set: data in scope may be deleted by routine.',
      ),
  }),
  requestRule({
    id: 'request-identity-without-doubt',
    title: 'Identity asked for without a doubt recorded',
    citation: 'UK GDPR Art 12(6)',
    source: 'gdpr-12-6',
    severity: 'warning',
    field: 'identityDoubted',
    explanation:
      'Proof of identity may be asked for only where there are reasonable doubts. Record the doubt, or take the question back.',
    find: ({ identityAskedOn, identityDoubted }) =>
      when(
        identityAskedOn !== null && identityDoubted !== true,
        'Proof of identity was asked for, but no reasonable doubt is recorded.',
      ),
  }),
  requestRule({
    id: 'request-pause-not-access',
    title: 'Question that does not stop the time',
    citation: 'UK GDPR Art 12A(5)',
    source: 'gdpr-12a',
    severity: 'warning',
    field: 'clarifications',
    explanation:
      'Only an access request is paused while clarification is awaited. The last day is worked out without it.',
    find: ({ right, clarifications }) =>
      when(
        right !== 'R-ACCESS' && right !== null && clarifications.some(({ askedOn }) => askedOn !== null),
        'Clarification was asked for, but only an access request is paused by it.',
      ),
  }),
  requestRule({
    id: 'request-fee-without-ground',
    title: 'Fee without a ground',
    citation: 'UK GDPR Art 12(5)',
    source: 'gdpr-12-5',
    severity: 'error',
    field: 'feeGround',
    explanation:
      'A request is free unless it is manifestly unfounded or excessive, or asks for further copies. Choose the ground and say how the fee was worked out, or take the fee back.',
    find: ({ feeAskedOn, feeGround, feeWhy }) => [
      ...when(feeAskedOn !== null && feeGround === null, 'A fee was asked for without a ground.'),
      ...when(
        feeAskedOn !== null && feeGround !== null && isBlank(feeWhy),
        'How the fee was worked out is not recorded.',
      ),
    ],
  }),
  requestRule({
    id: 'request-extension-late',
    title: 'Extension told too late',
    citation: 'UK GDPR Art 12A(3)',
    source: 'gdpr-12a',
    severity: 'error',
    field: 'extensionNoticeOn',
    explanation:
      'The person is told of an extension within the first month. A later notice extends nothing: answer without further delay.',
    find: (record, context) =>
      when(
        isNoticeLate(record, context),
        `The notice of the extension of ${record.extensionNoticeOn && formatDay(record.extensionNoticeOn)} came after the first month, so the time was not extended.`,
      ),
  }),
  requestRule({
    id: 'request-extension-without-reasons',
    title: 'Extension without reasons',
    citation: 'UK GDPR Art 12A(3)',
    source: 'gdpr-12a',
    severity: 'error',
    field: 'extensionReasons',
    explanation: 'The notice of an extension gives its reasons. Record them as the person was told.',
    find: ({ extensionNoticeOn, extensionGround, extensionReasons }) =>
      when(
        extensionNoticeOn !== null && (extensionGround === null || isBlank(extensionReasons)),
        'The person was told of an extension, but its ground or its reasons are not recorded.',
      ),
  }),
  requestRule({
    id: 'request-late-without-reason',
    title: 'Answered late without a reason',
    citation: 'UK GDPR Art 12A',
    source: 'gdpr-12a',
    severity: 'warning',
    field: 'lateReason',
    explanation: 'Why an answer was late shows what to change. Record it.',
    find: (record, context) => {
      const due = clockOf(record, context)?.due
      const { sentOn, lateReason } = record
      return when(
        Boolean(due && sentOn && sentOn > due && isBlank(lateReason)),
        `The answer was sent on ${sentOn && formatDay(sentOn)}, after ${due && formatDay(due)}, and why is not recorded.`,
      )
    },
  }),
]

function clockOf(record: RequestRecord, { settings, organisation }: GapContext) {
  return clockOfRequest(
    record,
    deadlineContext(settings, (id) => organisation(id)?.nation),
  )
}

function isNoticeLate(record: RequestRecord, context: GapContext): boolean {
  if (record.extensionNoticeOn === null) return false
  return clockOf(record, context)?.warnings.some(({ key }) => key === 'notice-late') ?? false
}
