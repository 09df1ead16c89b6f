import { z } from 'zod'
import { ReportSection } from '#shared/law/breaches/report/question.ts'
import { Line, Passage } from '#shared/records/record.ts'
import { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { LetterTemplate } from '#shared/registers/requests/templates/template.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** The regulator's name and address from a day on: its name may change by law, so it is never fixed in a text. */
export const Regulator = z.object({
  from: PlainDate,
  name: Line,
  shortName: Line,
  address: Passage,
  website: Line,
  telephone: Line,
})
export type Regulator = z.infer<typeof Regulator>

/** A day that counts as a bank holiday in one nation. */
export const ExtraHoliday = z.object({ day: PlainDate, nation: Nation, name: Line })
export type ExtraHoliday = z.infer<typeof ExtraHoliday>

/** What the keeper of this register decided about it; one record, id `settings`. */
export const Settings = z.object({
  id: z.literal('settings'),
  /** Oldest first. */
  regulators: z.array(Regulator).min(1),
  /** Minutes without a key press or click before the register locks itself. */
  lockAfterMinutes: z.int().min(1).max(30),
  /** Bank holidays proclaimed since the program's own list was made. */
  extraHolidays: z.array(ExtraHoliday).default([]),
  /** Days in which we want a rights request answered, counted from the day its period runs from. */
  targetDays: z.int().min(1).max(31).default(28),
  /** Whether the desktop tells how many dates are due; it never says whose. */
  tellsDue: z.boolean().default(true),
  /** Our own list of what the Commissioner’s breach report asks, or null for the one that the program brings. */
  breachQuestions: z.array(ReportSection).nullable().default(null),
  /** Our own wording of letters about requests; a letter that is not here reads as the program brings it. */
  letterTemplates: z.array(LetterTemplate).default([]),
})
export type Settings = z.infer<typeof Settings>

/** The settings to change; one that is left out stays, which a default would undo. */
export const SettingsChanges = Settings.omit({ id: true })
  .extend({
    extraHolidays: Settings.shape.extraHolidays.unwrap(),
    targetDays: Settings.shape.targetDays.unwrap(),
    tellsDue: Settings.shape.tellsDue.unwrap(),
    breachQuestions: Settings.shape.breachQuestions.unwrap(),
    letterTemplates: Settings.shape.letterTemplates.unwrap(),
  })
  .partial()

/** How a new register starts. @source DUAA s.119: its start, not seen so far, changes the regulator's name */
export const DEFAULT_SETTINGS: Settings = Settings.parse({
  id: 'settings',
  regulators: [
    {
      from: '2018-05-25',
      name: "Information Commissioner's Office",
      shortName: 'ICO',
      address: 'Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF',
      website: 'https://ico.org.uk',
      telephone: '0303 123 1113',
    },
  ],
  lockAfterMinutes: 5,
})

/** The regulator by the name it bears on a day. */
export function regulatorOn(settings: Settings, day: PlainDate): Regulator {
  const [first, ...later] = settings.regulators
  return later.reduce((current, next) => (next.from <= day ? next : current), first!)
}
