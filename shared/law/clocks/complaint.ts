import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay, PlainDate } from '#shared/time/plain-date.ts'
import type { Clock } from './clock.ts'
import { addDays } from './day-number.ts'
import { type ClockOptions, rollingClock } from './rolling-clock.ts'

/** Days in which a complaint has to be acknowledged, counted from the day after it came in. */
export const ACKNOWLEDGE_WITHIN_DAYS = 30

const IN_FORCE_FROM = PlainDate.parse('2026-06-19')
const LAW = 'DPA 2018 s.164A'

export type ComplaintFacts = {
  readonly received: PlainDate
  /** The day receipt was acknowledged; an outcome given in that time is acknowledgement enough. */
  readonly acknowledgedOn?: PlainDate | null | undefined
}

/**
 * By when a complaint to the controller must have been acknowledged: thirty days from the day after receipt, moved
 * off weekends and bank holidays. Looking into it starts on receipt, and the outcome is due without undue delay.
 *
 * @source DPA 2018 s.164A, s.205(2); Regulation 1182/71
 */
export function complaintClock(
  { received, acknowledgedOn }: ComplaintFacts,
  nation: Nation,
  options: ClockOptions = {},
): Clock<PlainDate, 'received' | 'acknowledgedOn'> {
  const end = addDays(received, ACKNOWLEDGE_WITHIN_DAYS)
  const clock = rollingClock(
    {
      kind: 'complaint-acknowledgement',
      title: 'Acknowledgement of the complaint',
      steps: [
        {
          key: 'received',
          words: `The complaint was received on ${formatDay(received)}; the days are counted from the day after, ${formatDay(addDays(received, 1))}.`,
          day: received,
          citation: LAW,
        },
        {
          key: 'period',
          words: `The ${ACKNOWLEDGE_WITHIN_DAYS}th day is ${formatDay(end)}.`,
          day: end,
          citation: LAW,
        },
      ],
      end,
      events: [
        { key: 'received', label: 'Received', day: received },
        { key: 'acknowledgedOn', label: 'Acknowledged', day: acknowledgedOn },
      ],
      countedBy: 'DPA 2018 s.205(2)',
      sources: ['dpa-164a', 'dpa-205-2', 'reg-1182-71'],
      check: null,
      warnings:
        received < IN_FORCE_FROM
          ? [
              {
                key: 'before-the-duty',
                words: `The duty to acknowledge complaints began on ${formatDay(IN_FORCE_FROM)}; this one came in before.`,
              },
            ]
          : [],
    },
    nation,
    options,
  )
  if (!acknowledgedOn || clock.due === null || acknowledgedOn <= clock.due) return clock
  const words = `The complaint was acknowledged on ${formatDay(acknowledgedOn)}, after the last day, ${formatDay(clock.due)}.`
  return { ...clock, warnings: [...clock.warnings, { key: 'acknowledged-late', words }] }
}
