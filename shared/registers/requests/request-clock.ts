import type { DeadlineContext } from '#shared/described/deadline.ts'
import { TARGET_DAYS } from '#shared/law/clocks/rights-request-reckoning.ts'
import {
  REQUEST_RIGHTS,
  type RequestRight,
  type RightsRequestFacts,
} from '#shared/law/clocks/rights-request-facts.ts'
import { rightsRequestClock, type RightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { RequestRecord } from './request.fields.ts'

/** The nation whose bank holidays count: the case's own, or else its organisation's. */
export function nationOfRequest(
  { nation, organisationId }: Pick<RequestRecord, 'nation' | 'organisationId'>,
  { nationOf }: Pick<DeadlineContext, 'nationOf'>,
): Nation {
  return nation ?? nationOf(organisationId)
}

/**
 * What a request's dates are computed from; null while the day of receipt is not known, and for the
 * withdrawal of consent, for which the law sets no day.
 *
 * @source UK GDPR Art 7(3), Art 12A
 */
export function factsOfRequest(record: RequestRecord): RightsRequestFacts | null {
  const { receivedOn, right } = record
  if (receivedOn === null || right === 'R-WITHDRAW') return null
  return {
    right: timedRight(right),
    received: receivedOn,
    identityAsked: record.identityAskedOn,
    identityReceived: record.identityReceivedOn,
    feeAsked: record.feeAskedOn,
    feePaid: record.feePaidOn,
    pauses: record.clarifications.flatMap(({ askedOn, answeredOn }) =>
      askedOn === null ? [] : [{ asked: askedOn, answered: answeredOn }],
    ),
    extended: record.extensionNoticeOn !== null,
    extensionNoticeOn: record.extensionNoticeOn,
    closedOn: record.sentOn,
  }
}

/** While the kind of right is not known the month runs all the same, and nothing stops it. */
function timedRight(right: RequestRecord['right']): RequestRight {
  return REQUEST_RIGHTS.find((timed) => timed === right) ?? 'R-RECT'
}

/**
 * The time limit of a request. A notice of extension that came too late extends nothing: the first last day stands.
 *
 * @source UK GDPR Art 12A(3)
 */
export function clockOfFacts(
  facts: RightsRequestFacts,
  nation: Nation,
  { extraHolidays, targetDays = TARGET_DAYS }: Partial<Pick<DeadlineContext, 'extraHolidays' | 'targetDays'>>,
): RightsRequestClock {
  const options = { extraHolidays: extraHolidays ?? [], targetDays }
  const clock = rightsRequestClock(facts, nation, options)
  if (!isTooLate(facts, clock)) return clock
  const unextended = rightsRequestClock({ ...facts, extended: false }, nation, options)
  const words = `The notice of an extension was given on ${formatDay(facts.extensionNoticeOn!)}, after ${formatDay(clock.noticeBy!)}: it extends nothing.`
  // Spreading would work out the words that lists do not need.
  return Object.create(unextended, {
    warnings: {
      enumerable: true,
      get: () => [{ key: 'notice-late', words }, ...unextended.warnings],
    },
  }) as RightsRequestClock
}

/** The time limit of a recorded request; null where there is none to work out. */
export function clockOfRequest(record: RequestRecord, context: DeadlineContext): RightsRequestClock | null {
  const facts = factsOfRequest(record)
  return facts && clockOfFacts(facts, nationOfRequest(record, context), context)
}

/** Whether an extension may still be told on a day, and if not, why. @source UK GDPR Art 12A(3) */
export function mayExtend(
  clock: Pick<RightsRequestClock, 'noticeBy'>,
  facts: Pick<RightsRequestFacts, 'extensionNoticeOn'>,
  today: PlainDate,
): { readonly may: boolean; readonly because: string } {
  if (facts.extensionNoticeOn)
    return { may: false, because: `Notice was given on ${formatDay(facts.extensionNoticeOn)}.` }
  if (clock.noticeBy === null)
    return { may: true, because: 'The last day for the notice is known once what is awaited has come.' }
  return clock.noticeBy < today
    ? {
        may: false,
        because: `The notice of an extension had to be given by ${formatDay(clock.noticeBy)}. That day has passed, so the time cannot be extended.`,
      }
    : { may: true, because: `The person has to be told, with reasons, by ${formatDay(clock.noticeBy)}.` }
}

function isTooLate({ extensionNoticeOn }: RightsRequestFacts, { noticeBy }: RightsRequestClock): boolean {
  return Boolean(extensionNoticeOn && noticeBy && extensionNoticeOn > noticeBy)
}
