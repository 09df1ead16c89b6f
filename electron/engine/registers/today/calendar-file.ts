import ical from 'ical-generator'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import type { Instant } from '#shared/time/instant.ts'

/** Letters that a file must not hold, whatever a record says: a line break would begin a property of its own. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu

type Options = {
  /** Whether the titles of records go into the file: they may name a person. */
  readonly withTitles: boolean
}

/** The dates as an iCalendar file: whole days, or the moment for periods in hours; the same dates give the same file. */
export function calendarFile(lines: readonly ClockLine[], madeAt: Instant, { withTitles }: Options): string {
  const calendar = ical({
    name: 'Data protection deadlines',
    prodId: { company: 'DPO Workbench', product: 'Deadlines', language: 'EN' },
  })
  for (const line of lines) {
    const title = withTitles ? `${line.what}: ${line.title}` : line.what
    calendar.createEvent({
      id: `${line.register}-${line.id}-${line.key}@dpo-workbench.invalid`,
      stamp: madeAt,
      summary: title.replaceAll(CONTROLS, ' '),
      description: `${line.derivation} ${line.citation}`.replaceAll(CONTROLS, ' '),
      ...(line.dueAt
        ? { start: line.dueAt, end: line.dueAt }
        : { start: line.due!, end: addDays(line.due!, 1), allDay: true }),
    })
  }
  return calendar.toString()
}
