import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { Clock } from './clock.ts'
import { addDays, dayNumber, dayWithNumber, monthsLater } from './day-number.ts'
import { type ClockOptions, rollingClock } from './rolling-clock.ts'

/** Days after the results are announced in which marks asked for earlier have to be given. */
export const MARKS_WITHIN_DAYS = 40

const LAW = 'DPA 2018 Sch 2 para 25'

export type ExamMarksFacts = {
  readonly asked: PlainDate
  readonly announced: PlainDate | null
}

/**
 * By when exam marks that were asked for before the results must be given: the earlier of five months from asking and
 * forty days from the announcement.
 *
 * @source DPA 2018 Sch 2 para 25, s.205(2); Regulation 1182/71
 */
export function examMarksClock(
  { asked, announced }: ExamMarksFacts,
  nation: Nation,
  options: ClockOptions = {},
): Clock<PlainDate, keyof ExamMarksFacts> {
  const months = dayWithNumber(monthsLater(dayNumber(asked), 5))
  const days = announced === null ? null : addDays(announced, MARKS_WITHIN_DAYS)
  const end = days !== null && days < months ? days : months
  return rollingClock(
    {
      kind: 'exam-marks',
      title: 'Exam marks',
      steps: [
        {
          key: 'asked',
          words: `The marks were asked for on ${formatDay(asked)}; five months from then end on ${formatDay(months)}.`,
          day: months,
          citation: LAW,
        },
        {
          key: 'announced',
          words:
            announced === null || days === null
              ? `The results are not announced yet; the date becomes earlier when ${MARKS_WITHIN_DAYS} days from the announcement end before it.`
              : `The results were announced on ${formatDay(announced)}; ${MARKS_WITHIN_DAYS} days from then end on ${formatDay(days)}. The earlier end is ${formatDay(end)}.`,
          day: days === null ? null : end,
          citation: LAW,
        },
      ],
      end,
      events: [
        { key: 'asked', label: 'Asked for', day: asked },
        { key: 'announced', label: 'Results announced', day: announced },
      ],
      countedBy: 'DPA 2018 s.205(2)',
      sources: ['dpa-sch2-25', 'dpa-205-2', 'reg-1182-71'],
      check: null,
      warnings:
        announced !== null && announced <= asked
          ? [
              {
                key: 'results-were-out',
                words:
                  'The marks were not asked for before the results: the usual time limit of a request applies.',
              },
            ]
          : [],
    },
    nation,
    options,
  )
}
