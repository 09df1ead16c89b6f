import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { Clock } from './clock.ts'
import { dayNumber, dayWithNumber, monthsLater } from './day-number.ts'
import { type ClockOptions, rollingClock } from './rolling-clock.ts'

const LAW = 'DPA 2018 Sch 1 para 40'

export type PolicyDocumentFacts = { readonly processingStoppedOn: PlainDate }

/**
 * Until when an appropriate policy document must be kept: six months after the processing that relied on it stops.
 *
 * @source DPA 2018 Sch 1 para 40, s.205(2); Regulation 1182/71
 */
export function policyDocumentClock(
  { processingStoppedOn }: PolicyDocumentFacts,
  nation: Nation,
  options: ClockOptions = {},
): Clock<PlainDate, 'processingStoppedOn'> {
  const end = dayWithNumber(monthsLater(dayNumber(processingStoppedOn), 6))
  return rollingClock(
    {
      kind: 'policy-document',
      title: 'Keeping the policy document',
      steps: [
        {
          key: 'stopped',
          words: `The processing stopped on ${formatDay(processingStoppedOn)}; the document is kept for six months after that, to ${formatDay(end)}.`,
          day: end,
          citation: LAW,
        },
      ],
      end,
      events: [{ key: 'processingStoppedOn', label: 'Processing stopped', day: processingStoppedOn }],
      countedBy: 'DPA 2018 s.205(2)',
      sources: ['dpa-sch1-40', 'dpa-205-2', 'reg-1182-71'],
      check: null,
    },
    nation,
    options,
  )
}
