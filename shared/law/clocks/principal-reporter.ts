import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { Clock } from './clock.ts'
import { addDays } from './day-number.ts'
import { type ClockOptions, rollingClock } from './rolling-clock.ts'

/** Days in which the Principal Reporter has to be told, from the day the question arises. */
export const TELL_REPORTER_WITHIN_DAYS = 14

const LAW = 'DPA 2018 Sch 3 paras 12, 20'

export type PrincipalReporterFacts = {
  /** The day it became a question whether data from the Principal Reporter has to be disclosed. */
  readonly questionAroseOn: PlainDate
  readonly toldOn?: PlainDate | null | undefined
}

/**
 * By when the Principal Reporter must be told that data of theirs was asked for. Scotland alone has one, so its bank
 * holidays count. Nothing is disclosed until the answer is there.
 *
 * @source DPA 2018 Sch 3 paras 12, 20, s.205(2); Regulation 1182/71
 */
export function principalReporterClock(
  { questionAroseOn, toldOn }: PrincipalReporterFacts,
  options: ClockOptions = {},
): Clock<PlainDate, keyof PrincipalReporterFacts> {
  const end = addDays(questionAroseOn, TELL_REPORTER_WITHIN_DAYS)
  return rollingClock(
    {
      kind: 'principal-reporter',
      title: 'Telling the Principal Reporter',
      steps: [
        {
          key: 'arose',
          words: `The question arose on ${formatDay(questionAroseOn)}; ${TELL_REPORTER_WITHIN_DAYS} days from then end on ${formatDay(end)}. Nothing is disclosed until the Principal Reporter has answered.`,
          day: end,
          citation: LAW,
        },
      ],
      end,
      events: [
        { key: 'questionAroseOn', label: 'Question arose', day: questionAroseOn },
        { key: 'toldOn', label: 'Principal Reporter told', day: toldOn },
      ],
      countedBy: 'DPA 2018 s.205(2)',
      sources: ['dpa-sch3-12', 'dpa-sch3-20', 'dpa-205-2', 'reg-1182-71'],
      check: null,
    },
    'scotland',
    options,
  )
}
