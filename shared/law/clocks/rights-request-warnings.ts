import { formatDay, PlainDate } from '#shared/time/plain-date.ts'
import { outsideHolidayList, rolled } from './bank-holidays.ts'
import type { ClockWarning } from './clock.ts'
import { dayNumber, dayWithNumber } from './day-number.ts'
import { mayPause, type Reckoning } from './rights-request-reckoning.ts'

const ARTICLE_12A_FROM = PlainDate.parse('2026-02-05')

/**
 * What a person has to know about a request's facts and its last day.
 *
 * @source UK GDPR Art 12A; Regulation 1182/71
 */
export function warningsOf(reckoning: Reckoning): readonly ClockWarning[] {
  return [
    ...holidayWarnings(reckoning),
    ...pauseWarnings(reckoning),
    ...noticeWarnings(reckoning),
    ...closingWarnings(reckoning),
    ...when(
      reckoning.facts.received < ARTICLE_12A_FROM,
      'older-law',
      `The request was received before ${formatDay(ARTICLE_12A_FROM)}, when the older Article 12(3) applied. The same dates are assumed, from memory: check.`,
    ),
    ...when(
      reckoning.facts.right === 'R-MKT',
      'stop-at-once',
      'An objection to direct marketing is absolute: stop without undue delay. The date is the latest day for telling the person.',
    ),
  ]
}

function holidayWarnings({ waiting, nominal, due }: Reckoning): readonly ClockWarning[] {
  const words = outsideHolidayList(due) ?? outsideHolidayList(nominal)
  return waiting !== null || words === null ? [] : [{ key: 'holidays-unknown', words }]
}

function pauseWarnings(reckoning: Reckoning): readonly ClockWarning[] {
  const { facts, base, calendar, pausedDays } = reckoning
  if (!mayPause(facts))
    return when(
      facts.pauses.length > 0,
      'pause-not-allowed',
      'Clarification stops the time for access requests only: these pauses are left out.',
    )
  const without = rolled(base, calendar)
  const late = facts.pauses.find(({ asked }) => dayNumber(asked) > without)
  return [
    ...facts.pauses.flatMap(({ asked, answered }) =>
      when(
        answered !== null && answered < asked,
        'pause-reversed',
        `Clarification is recorded as received before it was asked for on ${formatDay(asked)}: this pause counts no day.`,
      ),
    ),
    ...when(
      late !== undefined && (late.answered === null || pausedDays > 0),
      'pause-after-end',
      `Clarification was asked for after ${formatDay(dayWithNumber(without))}, the last day without any pause. A question asked when the time is over does not bring it back: check.`,
    ),
  ]
}

function noticeWarnings({ facts, waiting, noticeBy }: Reckoning): readonly ClockWarning[] {
  if (!facts.extended) return []
  const limit = dayWithNumber(noticeBy)
  if (!facts.extensionNoticeOn)
    return when(
      true,
      'notice-missing',
      waiting === null
        ? `The extension holds only if the person is told of it, with reasons, by ${formatDay(limit)}; no notice is recorded.`
        : 'The extension holds only if the person is told of it, with reasons, before the end of the first month; no notice is recorded.',
    )
  return when(
    waiting === null && facts.extensionNoticeOn > limit,
    'notice-late',
    `The notice of the extension was given on ${formatDay(facts.extensionNoticeOn)}, after ${formatDay(limit)}. Without an extension, ${formatDay(limit)} was also the last day for the answer.`,
  )
}

function closingWarnings({ facts, waiting, due }: Reckoning): readonly ClockWarning[] {
  if (!facts.closedOn) return []
  return [
    ...when(
      waiting === null && facts.closedOn > dayWithNumber(due),
      'answered-late',
      `The answer was sent on ${formatDay(facts.closedOn)}, after the last day, ${formatDay(dayWithNumber(due))}.`,
    ),
    ...when(
      facts.closedOn < facts.received,
      'answered-before-receipt',
      'The answer is recorded as sent before the request was received.',
    ),
  ]
}

function when(holds: boolean, key: string, words: string): readonly ClockWarning[] {
  return holds ? [{ key, words }] : []
}
