import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { Clock } from './clock.ts'
import { dayNumber, dayWithNumber, monthsLater } from './day-number.ts'
import { eventNodes } from './rolling-clock.ts'

const LAW = 'DPA 2018 Sch 3 paras 5, 6'

export type HealthOpinionFacts = {
  /** The date the opinion of the appropriate health professional bears. */
  readonly opinionOn: PlainDate
  /** The day it was relied on, to disclose or to withhold. */
  readonly reliedOn?: PlainDate | null | undefined
}

/**
 * The last day on which an opinion of a health professional may be relied on: it has to be dated within the six months
 * that end with that day. This period does not follow Regulation 1182/71, so the day never moves to a later one.
 *
 * @source DPA 2018 Sch 3 paras 5, 6, s.205(2)
 */
export function healthOpinionClock({
  opinionOn,
  reliedOn,
}: HealthOpinionFacts): Clock<PlainDate, keyof HealthOpinionFacts> {
  const due = dayWithNumber(monthsLater(dayNumber(opinionOn), 6) - 1)
  const words = `It can be relied on to ${formatDay(due)}: six months with both the day it bears and the last day counted. The day does not move for weekends or bank holidays.`
  return {
    kind: 'health-opinion',
    title: 'Opinion of a health professional',
    due,
    pausedSince: null,
    waiting: null,
    target: null,
    derivation: [
      {
        key: 'opinion',
        words: `The opinion is dated ${formatDay(opinionOn)}.`,
        day: opinionOn,
        citation: LAW,
      },
      { key: 'due', words, day: due, citation: LAW },
    ],
    nodes: [
      ...eventNodes<keyof HealthOpinionFacts>([{ key: 'opinionOn', label: 'Opinion', day: opinionOn }], LAW),
      ...(reliedOn && reliedOn <= due ? relied(reliedOn) : []),
      { key: 'due', label: 'Last day', day: due, at: null, words, citation: LAW, event: null },
      ...(reliedOn && reliedOn > due ? relied(reliedOn) : []),
    ],
    sources: ['dpa-sch3-5', 'dpa-sch3-6', 'dpa-205-2'],
    warnings: reliedOn
      ? [
          ...when(
            reliedOn > due,
            'opinion-too-old',
            `The opinion was relied on after ${formatDay(due)}: a new one is needed.`,
          ),
          ...when(
            reliedOn < opinionOn,
            'relied-before-opinion',
            'The opinion is recorded as relied on before it was given.',
          ),
        ]
      : [],
    check: 'Counting both end days is a cautious reading: check Schedule 3 when the last day matters.',
  }
}

function relied(day: PlainDate) {
  return eventNodes<keyof HealthOpinionFacts>([{ key: 'reliedOn', label: 'Relied on', day }], LAW)
}

function when(holds: boolean, key: string, words: string) {
  return holds ? [{ key, words }] : []
}
