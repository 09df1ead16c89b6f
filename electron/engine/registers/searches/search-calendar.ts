import ical from 'ical-generator'
import type { HolderMessage } from '#shared/registers/searches/holder-message.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** A calendar of the day on which searches are to be answered, one event for each message; it names no person the request is about. */
export function searchCalendar(
  messages: readonly HolderMessage[],
  answerBy: PlainDate,
  madeAt: Instant,
): string {
  const calendar = ical({
    name: 'Searches to be answered',
    prodId: { company: 'DPO Workbench', product: 'Searches', language: 'EN' },
  })
  for (const { holder, subject, ids } of messages)
    calendar.createEvent({
      id: `searches-${ids[0]}@dpo-workbench.invalid`,
      stamp: madeAt,
      summary: [subject, holder]
        .filter(Boolean)
        .join(': ')
        .replaceAll(/[\p{Cc}]+/gu, ' '),
      description: 'The answer of a search is due.',
      start: answerBy,
      end: addDays(answerBy, 1),
      allDay: true,
    })
  return calendar.toString()
}
